import { compareText } from '$lib/domain/text/compare-text';
import { isBlank, tidyText } from '$lib/domain/text/misleading-characters';
import type { Edits } from './edits';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { QuestionnaireRef } from '$lib/domain/questionnaire/questionnaire-ref';

/** The municipality and associations that measure together, over the years (overleg). */
export interface Partnership {
	id: string;
	name: string;
	/** ISO date and time. */
	createdAt: string;
	/** A filled-in example to look at: marked as such and removable. */
	example: boolean;
	/**
	 * ISO date, yyyy-mm-dd, when the next measurement is planned; empty when nobody chose one: a
	 * year after the last then counts.
	 */
	nextDate: string;
	/** What it is found by among others, such as a region or a kind: see `tags.ts`. Left out while there is none. */
	tags?: readonly string[];
}

/** A side of the measurement: a role of the questionnaire with a name of its own. */
export interface Group {
	id: string;
	role: string;
	name: string;
	/**
	 * How many people it has, from PEOPLE_AT_LEAST to PEOPLE_AT_MOST, as the facilitator says; left out: nobody knows
	 * yet. It may change until figures were shown, and no link carries it.
	 */
	people?: number;
}

/** The smallest number of people that a visible figure may rest on, of which a measurement chooses one. */
export const THRESHOLDS = [3, 4, 5] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** Who sees what; chosen when the measurement is made and never changed. */
export type Privacy = OpenPrivacy | AnonymousPrivacy;

/** Agreed by all: joint answers and notes are allowed. */
interface OpenPrivacy {
	mode: 'open';
}

/** No figure rests on fewer valid answers than the threshold; figures show only once the measurement is closed. */
interface AnonymousPrivacy {
	mode: 'anoniem';
	threshold: Threshold;
}

export const DEFAULT_THRESHOLD: Threshold = 5;

/**
 * The ways to fill in, in the order in which people read them; one measurement can mix them. A new one begins here:
 * then what says or asks something of each way does not compile until it has the new one too.
 */
export const WAYS = ['together', 'phone', 'device', 'paper'] as const;

export type Way = (typeof WAYS)[number];

/** All that either has, in one order: which came first is not kept. */
export function joinWays(some: readonly Way[], others: readonly Way[]): Way[] {
	return [...new Set([...some, ...others])].sort(compareText);
}

/** One occasion (meting): a date, a questionnaire version, groups, a privacy mode. */
export interface Measurement {
	id: string;
	partnershipId: string;
	/** What people call this occasion; may be empty. */
	name: string;
	/** ISO date, yyyy-mm-dd. */
	date: string;
	questionnaire: QuestionnaireRef;
	groups: Group[];
	privacy: Privacy;
	/** Open: answers come in. Closed: they do not. */
	status: 'open' | 'closed';
	/** Figures of an anonymous measurement were shown: nothing is added, merged, removed or reopened any more. */
	sealed: boolean;
	/** The ways used so far; kept here and not with a response, which it could point at. */
	ways: Way[];
	/** ISO date and time. */
	createdAt: string;
	/**
	 * Participants say of each dimension whether it goes better than last time; chosen when
	 * it is made and never changed.
	 */
	asksTrend: boolean;
	/**
	 * The dimensions that the room chose to talk about, by id, in the order in which they come; left out: nobody chose
	 * yet. Ids may be of another version of the questionnaire.
	 */
	agenda?: Agenda;
}

export type Agenda = readonly string[];

/** @param chosen empty: nobody chose any more */
export function withAgenda(measurement: Measurement, chosen: Agenda): Measurement {
	const changed = { ...measurement, agenda: [...new Set(chosen)] };
	if (chosen.length === 0) Reflect.deleteProperty(changed, 'agenda');
	return changed;
}

/** A choice has no revision: what is here stays, and what is missing here comes from the other. */
export function joinAgenda(here: Measurement, other: Measurement): Measurement {
	return here.agenda ? here : withAgenda(here, other.agenda ?? []);
}

export type Score = 1 | 2 | 3 | 4 | 5;

/** `unknown` is «weet niet»: counted and shown, in no mean. An item without an answer is neither. */
export type Answer = Score | 'unknown';

/** How a respondent finds that a dimension goes, set beside the last time. */
export type Trend = 'better' | 'same' | 'worse';

const trendWords: Record<Trend, string> = { better: 'beter', same: 'gelijk', worse: 'minder goed' };

export function trendWord(trend: Trend): string {
	return trendWords[trend];
}

/**
 * What someone surely wants to talk about, the answer to the closing question: ids of dimensions in questionnaire
 * order, at most as many as the question allows. Empty is an answer too (no preference); left out, nobody answered it.
 */
export type Topics = readonly string[];

export function isTopics(answer: Answer | Topics | null | undefined): answer is Topics {
	return Array.isArray(answer);
}

/** The answers to statements among what was answered, by item id, and the topics. */
export function sortedOut(
	given: readonly { itemId: string; answer: Answer | Topics | null }[]
): Pick<Response, 'answers' | 'topics'> {
	const topics = given.map(({ answer }) => answer).find(isTopics);
	const answers = given.flatMap(({ itemId, answer }): [string, Answer][] =>
		answer === null || isTopics(answer) ? [] : [[itemId, answer]]
	);
	return { answers: Object.fromEntries(answers), ...(topics && { topics }) };
}

/** One respondent's answers, or the joint answers of a group. */
export interface Response {
	id: string;
	groupId: string;
	/** `joint`: given by a side together; never counted in n, mean or spread of individuals. */
	kind: 'individual' | 'joint';
	/** By item id. */
	answers: Readonly<Record<string, Answer>>;
	topics?: Topics | undefined;
}

/** One respondent's finished response, as it is stored and travels: without time or order. */
export interface IndividualResponse {
	/** 40 random bits as 10 hexadecimal digits. */
	id: string;
	measurementId: string;
	groupId: string;
	/** From 1; a newer revision of the same response replaces an older one. At most MAX_REVISION. */
	revision: number;
	answers: Readonly<Record<string, Answer>>;
	/** By item id; only in open mode. */
	notes: Readonly<Record<string, string>>;
	/** By dimension id, one left out was not answered; only in a measurement that asks it. */
	trends: Readonly<Record<string, Trend>>;
	/** Only under a questionnaire with a closing question. */
	topics?: Topics | undefined;
}

export const MAX_REVISION = 63;

/** For scoring: an individual's response. */
export function asResponse({ id, groupId, answers, topics }: IndividualResponse): Response {
	return { id, groupId, kind: 'individual', answers, topics };
}

/** What a participant's link carries: enough to answer on another device, without any server. */
export interface Invitation {
	measurementId: string;
	questionnaire: QuestionnaireRef;
	groups: Group[];
	privacy: Privacy;
	partnershipName: string;
	/** ISO date, yyyy-mm-dd. */
	date: string;
	asksTrend: boolean;
	/** Left out: answers come back by hand alone. It is no part of the terms that people answer under. */
	letterbox?: LetterboxAddress;
}

/** Where answers can be put, sealed for one laptop. */
export interface LetterboxAddress {
	/** 22 characters, as the server names the letterbox. */
	roomId: string;
	/** On P-256: 65 bytes as base64url, 87 characters. */
	publicKey: string;
}

/** What the room agreed on about a dimension, beside and never over the answers (afgesproken score). */
export interface AgreedScore {
	measurementId: string;
	dimensionId: string;
	score: Score | null;
	note: string;
	/** How often it was changed, and where: see `edits.ts`. */
	edits?: Edits;
}

/** A note of the room on one item. */
export interface ItemNote {
	itemId: string;
	text: string;
}

export const MIN_GROUPS = 2;
export const MAX_GROUPS = 4;

/** The same for names that people take for one: in capitals or not, and whatever of them does not show. */
export function comparableName({ name }: Pick<Group, 'name'>): string {
	return tidyText(name).toLocaleLowerCase('nl-BE');
}

/** Whether any two of them have the same id: then their answers cannot be told apart. */
export function haveSameId(groups: readonly Pick<Group, 'id'>[]): boolean {
	return new Set(groups.map(({ id }) => id)).size < groups.length;
}

/** What is wrong with the groups of a new measurement, in Dutch; empty when nothing is. */
export function groupProblems(groups: readonly Group[], questionnaire: Questionnaire): string[] {
	const problems: string[] = [];
	if (groups.length < MIN_GROUPS) problems.push(`Er zijn minstens ${MIN_GROUPS} groepen nodig.`);
	if (groups.length > MAX_GROUPS) problems.push(`Er kunnen hoogstens ${MAX_GROUPS} groepen zijn.`);
	if (groups.some((group) => isBlank(group.name))) problems.push('Geef elke groep een naam.');
	const names = groups.map(comparableName);
	if (new Set(names).size < names.length)
		problems.push('Geef elke groep een eigen naam: twee groepen heten nu hetzelfde.');
	const roles = new Set(questionnaire.roles.map((role) => role.id));
	if (groups.some((group) => !roles.has(group.role))) problems.push('Kies voor elke groep een rol.');
	return problems;
}
