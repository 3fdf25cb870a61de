import { isUsableDate, USABLE_YEARS } from '$lib/domain/dates';
import { isBlank } from '$lib/domain/text/misleading-characters';
import { groupProblems, MAX_GROUPS, type Group, type Measurement } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { newId } from '$lib/state/clock-and-ids';
import { peopleProblems, type PeopleFields } from './people-fields';

/** What the form of a new measurement begins with, and what is wrong with what stands in it. */

/** How the sides answer, as people choose it; who answers together, does so openly. */
export type FillingMethod = 'phone' | 'device' | 'together';

export interface FormProblem {
	/** What it is about, where it is about one. */
	field?: 'name' | 'groups' | 'people' | 'date';
	/** Of which side. */
	groupId?: string;
	text: string;
}

export interface WrittenForm {
	/** Null for a partnership that has one. */
	name: string | null;
	date: string;
	groups: readonly Group[];
	people: PeopleFields;
	method: FillingMethod;
	/** Whether people may leave open how many there are. */
	mayBeEmpty: boolean;
}

export function formProblems(
	{ name, date, groups, people, method, mayBeEmpty }: WrittenForm,
	questionnaire: Questionnaire
): FormProblem[] {
	const ofPeople = method === 'together' ? [] : peopleProblems(groups, people, mayBeEmpty);
	return [
		...(name === null || !isBlank(name) ? [] : [{ field: 'name' as const, text: 'Geef het overleg een naam.' }]),
		...groupProblems(groups, questionnaire).map((text) => ({ field: 'groups' as const, text })),
		...ofPeople.map((problem) => ({ field: 'people' as const, ...problem })),
		...(isUsableDate(date) ? [] : [{ field: 'date' as const, text: `Kies een datum ${USABLE_YEARS}.` }])
	];
}

/** How the sides answered last time. */
export function methodOf({ privacy, ways }: Measurement): FillingMethod {
	const together = ways.length > 0 && ways.every((used) => used === 'together');
	if (together && privacy.mode === 'open') return 'together';
	return ways.includes('device') && !ways.includes('phone') ? 'device' : 'phone';
}

/** A side for each role, or two of the only one. */
export function defaultGroups({ roles }: Questionnaire): Group[] {
	const sides = roles.length === 1 ? [...roles, ...roles] : roles;
	return sides.slice(0, MAX_GROUPS).map((role, index) => ({
		id: newId(),
		role: role.id,
		name: roles.length === 1 ? `${role.groupName} ${index + 1}` : role.groupName
	}));
}
