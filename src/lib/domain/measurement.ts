import type { Questionnaire } from './questionnaire';

/** The municipality and associations that measure together, over the years (samenwerkingsverband). */
export interface Partnership {
	id: string;
	name: string;
	/** ISO date and time. */
	createdAt: string;
	/** A filled-in example to look at: marked as such and removable. */
	example: boolean;
}

/** A side of the measurement: a role of the questionnaire with a name of its own. */
export interface Group {
	id: string;
	role: string;
	name: string;
}

/** Who sees what; chosen when the measurement is made. */
export interface OpenPrivacy {
	mode: 'open';
}

/** One occasion (meting): a date, a questionnaire version, groups, a privacy mode. */
export interface Measurement {
	id: string;
	partnershipId: string;
	/** ISO date, yyyy-mm-dd. */
	date: string;
	questionnaire: { id: string; version: string };
	groups: Group[];
	privacy: OpenPrivacy;
	/** ISO date and time. */
	createdAt: string;
}

export type Score = 1 | 2 | 3 | 4 | 5;

/** `unknown` is «weet niet»: counted and shown, in no mean. An item without an answer is neither. */
export type Answer = Score | 'unknown';

/** One respondent's answers, or the joint answers of a group. */
export interface Response {
	id: string;
	groupId: string;
	/** `joint`: given by a side together; never counted in n, mean or spread of individuals. */
	kind: 'individual' | 'joint';
	/** By item id. */
	answers: Readonly<Record<string, Answer>>;
}

/** A note of the room on one item. */
export interface ItemNote {
	itemId: string;
	text: string;
}

export const MIN_GROUPS = 2;
export const MAX_GROUPS = 4;

/** What is wrong with the groups of a new measurement, in Dutch; empty when nothing is. */
export function groupProblems(groups: readonly Group[], questionnaire: Questionnaire): string[] {
	const problems: string[] = [];
	if (groups.length < MIN_GROUPS) problems.push(`Er zijn minstens ${MIN_GROUPS} groepen nodig.`);
	if (groups.length > MAX_GROUPS) problems.push(`Er kunnen hoogstens ${MAX_GROUPS} groepen zijn.`);
	if (groups.some((group) => group.name.trim() === '')) problems.push('Geef elke groep een naam.');
	const names = groups.map((group) => group.name.trim().toLocaleLowerCase('nl-BE'));
	if (new Set(names).size < names.length)
		problems.push('Geef elke groep een eigen naam: twee groepen heten nu hetzelfde.');
	const roles = new Set(questionnaire.roles.map((role) => role.id));
	if (groups.some((group) => !roles.has(group.role))) problems.push('Kies voor elke groep een rol.');
	return problems;
}
