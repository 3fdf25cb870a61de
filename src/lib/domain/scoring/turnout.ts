import type { Group, Privacy } from '$lib/domain/measurement/measurement';

/**
 * How many of a side's people are in, set beside how many there are and beside the threshold.
 * The words: turnout-words.ts.
 */

export interface Turnout {
	/** What the side is called. */
	name: string;
	/** Individual responses. */
	responses: number;
	/** Undefined: nobody knows yet. */
	people: number | undefined;
}

export function turnoutOf({ name, people }: Group, responses: number): Turnout {
	return { name, responses, people };
}

/** Whether everybody is in: of each side as many as are expected. False while nobody knows how many that is. */
export function everyoneIn(turnouts: readonly Turnout[]): boolean {
	return turnouts.length > 0 && turnouts.every(({ responses, people }) => responses === people);
}

/** The smallest number of people that a visible figure may rest on; 1 in an open measurement. */
export function neededFor(privacy: Privacy): number {
	return privacy.mode === 'open' ? 1 : privacy.threshold;
}

/** Whether no figure of this side can show, as too few of it answered. */
export function staysHidden({ responses }: Turnout, privacy: Privacy): boolean {
	return privacy.mode === 'anoniem' && responses < privacy.threshold;
}

/** Whether anyone filled in alone: then how many answered says something. */
export function hasIndividuals(counts: readonly Pick<Turnout, 'responses'>[]): boolean {
	return counts.some(({ responses }) => responses > 0);
}
