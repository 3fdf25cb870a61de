import type { Group } from '$lib/domain/measurement/measurement';
import { peopleProblem, readPeople, withPeople } from '$lib/domain/measurement/people';

/** How many people each side has as it stands in the fields of a form, by group id; '' while nobody knows. */
export type PeopleFields = Record<string, string>;

export function peopleFields(groups: readonly Group[]): PeopleFields {
	return Object.fromEntries(groups.map(({ id, people }) => [id, `${people ?? ''}`]));
}

/** As it is stored, of what was typed. */
export function tidyPeople(written: PeopleFields): PeopleFields {
	return Object.fromEntries(Object.entries(written).map(([id, text]) => [id, `${readPeople(text) ?? ''}`]));
}

/** The sides with what was typed; one without a field stays as it is. */
export function groupsWithPeople(groups: readonly Group[], written: Partial<PeopleFields>): Group[] {
	return groups.map((group) => {
		const text = written[group.id];
		return text === undefined ? group : withPeople(group, readPeople(text) ?? undefined);
	});
}

export interface PeopleProblem {
	groupId: string;
	/** Dutch. */
	text: string;
}

/** @param mayBeEmpty whether people may leave open how many there are */
export function peopleProblems(groups: readonly Group[], written: PeopleFields, mayBeEmpty: boolean): PeopleProblem[] {
	return groups.flatMap(({ id: groupId, name }) => {
		const people = readPeople(written[groupId] ?? '');
		if (people === null) return [{ groupId, text: peopleProblem(name) }];
		if (people !== undefined || mayBeEmpty) return [];
		const side = name.trim() || 'Een groep';
		return [{ groupId, text: `${side}: typ hoeveel mensen er zijn, of vink aan dat je het nog niet weet.` }];
	});
}
