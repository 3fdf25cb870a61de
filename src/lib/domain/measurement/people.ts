import { PEOPLE_AT_LEAST, PEOPLE_AT_MOST } from '$lib/domain/text/field-rules';
import type { Group } from './measurement';

/** How many people a side has, as a facilitator types it. */

/**
 * How many people someone typed.
 * @returns undefined for an empty field; null for what is no whole number from PEOPLE_AT_LEAST to PEOPLE_AT_MOST
 */
export function readPeople(text: string): number | undefined | null {
	const typed = text.trim();
	if (typed === '') return undefined;
	if (!/^\d{1,6}$/.test(typed)) return null;
	const people = Number(typed);
	return people >= PEOPLE_AT_LEAST && people <= PEOPLE_AT_MOST ? people : null;
}

/** What is wrong with what is typed as the people of a side. */
export function peopleProblem(name: string): string {
	return `${name.trim() || 'Een groep'}: typ een heel aantal mensen, van ${PEOPLE_AT_LEAST} tot ${PEOPLE_AT_MOST}.`;
}

/** The side with another number of people; undefined: nobody knows. */
export function withPeople({ id, role, name }: Group, people: number | undefined): Group {
	return people === undefined ? { id, role, name } : { id, role, name, people };
}
