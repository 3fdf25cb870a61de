import { canonicalResponse } from './canonical-response';
import { compareText, inKeyOrder } from '$lib/domain/text/compare-text';
import {
	type Answer,
	type IndividualResponse,
	joinWays,
	MAX_REVISION,
	type Measurement,
	type Topics,
	type Way
} from '$lib/domain/measurement/measurement';
import { measurementMisfit, type MeasurementMisfit } from './response-fits';

/** Taking in responses: what happens to one that comes in, and how two collections become one in either order. */

/** What happens to an incoming response. `older`: the stored one is newer and stays. */
export type Judgement =
	| { kind: 'added' }
	| { kind: 'replaced' }
	| { kind: 'same' }
	| { kind: 'older' }
	/** Dutch, for the one who takes in. */
	| { kind: 'refused'; reason: string };

/** A joint answer with the place it was given for. */
export interface JointAnswer {
	measurementId: string;
	groupId: string;
	/** Of an item, or of the closing question. */
	itemId: string;
	/** Topics at the closing question; null: that was taken back. */
	answer: Answer | Topics | null;
	/** From 1; counts up with every change of this answer. */
	revision: number;
}

/** One text for the place that a joint answer is given for, within its measurement. */
export function placeKey({ groupId, itemId }: Pick<JointAnswer, 'groupId' | 'itemId'>): string {
	return JSON.stringify([groupId, itemId]);
}

const SEALED = 'De resultaten zijn al getoond. Om ieders anonimiteit te bewaren komt er niets meer bij.';

/**
 * Judges a response that was scanned, typed or imported.
 * @param existing the stored response with the same id, if there is one
 */
export function judgeIncoming(
	measurement: Measurement,
	existing: IndividualResponse | undefined,
	incoming: IndividualResponse
): Judgement {
	const reason = refusalOf(measurement, existing, incoming);
	if (reason !== null) return { kind: 'refused', reason };
	if (!existing) return { kind: 'added' };
	const order = compareRevisions(incoming, existing);
	if (order === 0) return { kind: 'same' };
	return order > 0 ? { kind: 'replaced' } : { kind: 'older' };
}

/** So much further than what is stored a response from outside may say to be. */
export const MAX_REVISIONS_AHEAD = 8;

/**
 * A response from outside with its revision counted from what is stored: who makes one that says to be
 * the last there can be, must not keep out what the person hands in later. What is here already, in the
 * same words, keeps its revision.
 */
export function countedFrom(
	existing: IndividualResponse | undefined,
	incoming: IndividualResponse
): IndividualResponse {
	const stored = existing?.revision ?? 0;
	if (existing && incoming.revision > stored && holdTheSame(existing, incoming)) return existing;
	return { ...incoming, revision: Math.min(incoming.revision, stored + MAX_REVISIONS_AHEAD) };
}

/** Whether two responses say the same, whatever their revisions. */
export function holdTheSame(one: IndividualResponse, other: IndividualResponse): boolean {
	return canonicalText({ ...one, revision: other.revision }) === canonicalText(other);
}

/** A response that people take in the place of what is stored, whatever its number says: the one after that. */
export function countedAfter(
	existing: IndividualResponse | undefined,
	incoming: IndividualResponse
): IndividualResponse {
	return { ...incoming, revision: Math.min((existing?.revision ?? 0) + 1, MAX_REVISION) };
}

/** A measurement into which something came this way; each way stands there once. */
export function withWay(measurement: Measurement, way: Way): Measurement {
	return { ...measurement, ways: joinWays(measurement.ways, [way]) };
}

function refusalOf(
	measurement: Measurement,
	existing: IndividualResponse | undefined,
	incoming: IndividualResponse
): string | null {
	const misfit = measurementMisfit(incoming, measurement);
	if (misfit === 'measurement') return misfitWords.measurement;
	if (existing && existing.measurementId !== measurement.id)
		return 'Op dit toestel staan al antwoorden met hetzelfde nummer, van een andere meting.';
	const closed = canTakeIn(measurement);
	if (closed !== null) return closed;
	if (Object.keys(incoming.answers).length === 0) return 'Dit blad heeft nog geen enkel antwoord.';
	return misfit ? misfitWords[misfit] : null;
}

const misfitWords: Readonly<Record<MeasurementMisfit, string>> = {
	measurement: 'Deze antwoorden horen bij een andere meting.',
	group: 'Deze antwoorden horen bij een groep die deze meting niet heeft.',
	notes: 'Deze meting is anoniem: antwoorden met notities komen er niet in.',
	trends: 'Deze meting vraagt niet of het beter gaat dan vorige keer: antwoorden daarop komen er niet in.'
};

/** Why nothing comes in any more, in Dutch, or null when it still does. */
export function canTakeIn({ sealed, status }: Pick<Measurement, 'sealed' | 'status'>): string | null {
	if (sealed) return SEALED;
	return status === 'closed' ? 'De meting is gesloten. Heropen ze eerst.' : null;
}

/** Why a side cannot answer together on one screen, in Dutch, or null when it can. */
export function canAnswerTogether(measurement: Pick<Measurement, 'sealed' | 'status' | 'privacy'>): string | null {
	if (measurement.privacy.mode === 'anoniem') return 'Deze meting is anoniem. Daarin antwoordt ieder apart.';
	return canTakeIn(measurement);
}

/** Why a measurement cannot be reopened, in Dutch, or null when it can. */
export function canReopen({ sealed, status }: Pick<Measurement, 'sealed' | 'status'>): string | null {
	if (sealed) return 'De resultaten zijn al getoond. Om ieders anonimiteit te bewaren gaat de meting niet meer open.';
	return status === 'open' ? 'De meting is nog open.' : null;
}

/**
 * Which of two revisions of a response is kept, as for sorting: positive when the first is. The newer revision; of two
 * contents with the same revision the one whose canonical text comes last, so that every laptop chooses the same.
 */
export function compareRevisions(a: IndividualResponse, b: IndividualResponse): number {
	return a.revision - b.revision || compareText(canonicalText(a), canonicalText(b));
}

/** All responses of both, each id once, by id and in canonical form: the same in whatever order one merges. */
export function mergeResponses(
	a: readonly IndividualResponse[],
	b: readonly IndividualResponse[]
): IndividualResponse[] {
	return union([...a, ...b].map(canonicalResponse), (response) => response.id, compareRevisions);
}

/** All joint answers of both, each place once: the highest revision, then the canonical order of the answers. */
export function mergeJointAnswers<T extends JointAnswer>(a: readonly T[], b: readonly T[]): T[] {
	return union(
		[...a, ...b],
		({ measurementId, groupId, itemId }) => JSON.stringify([measurementId, groupId, itemId]),
		(one, other) => one.revision - other.revision || compareText(String(one.answer), String(other.answer))
	);
}

/** For each key the greatest value, sorted by key. */
function union<T>(values: readonly T[], keyOf: (value: T) => string, compare: (a: T, b: T) => number): T[] {
	const kept = new Map<string, T>();
	for (const value of values) {
		const key = keyOf(value);
		const before = kept.get(key);
		if (before === undefined || compare(value, before) > 0) kept.set(key, value);
	}
	return [...kept].sort(([a], [b]) => compareText(a, b)).map(([, value]) => value);
}

function canonicalText(response: IndividualResponse): string {
	const { id, measurementId, groupId, revision, answers, notes, trends, topics } = response;
	const entries = [inKeyOrder(answers), inKeyOrder(notes), inKeyOrder(trends)].map((record) => Object.entries(record));
	return JSON.stringify([id, measurementId, groupId, revision, entries, ...(topics ? [topics] : [])]);
}
