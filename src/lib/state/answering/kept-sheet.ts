import { named } from '$lib/storage/place';
import { follows, RESPONSE_ID } from '$lib/domain/text/field-rules';
import { MAX_REVISION, type Answer, type Topics, type Trend } from '$lib/domain/measurement/measurement';
import { parseClean } from '$lib/exchange/json/read-clean';
import { termsHash } from '$lib/domain/measurement/terms';
import type { SheetOf } from '$lib/storage/records/sheet-records';
import { isKeptAnswer } from './kept-answer';
import { forget, recall, remember } from '$lib/state/tab-memory';

/**
 * A sheet of which something is not stored, as this tab keeps it: the answers themselves and whose they are,
 * without time or order. It is found under the same terms and in the same way only, and gone once all of it
 * is stored, handed in or wiped.
 */
export interface KeptSheet {
	responseId: string;
	groupId: string;
	revision: number;
	finished: boolean;
	answers: Record<string, Answer | Topics | null>;
	/** With what was stored when it was typed. */
	notes: Record<string, { text: string; base: string }>;
	trends: Record<string, Trend | null>;
	/** What is not stored, in alphabetical order. */
	unstored: string[];
	/** Of the question on the screen, from 0; null: nobody has moved yet. */
	place: number | null;
	/** The database that this sheet was stored in; null: in none yet. */
	storedIn: string | null;
}

/** @returns whether it is there again after a reload */
export function keepSheet(of: SheetOf, kept: KeptSheet): boolean {
	return remember(keyOf(of), JSON.stringify(kept));
}

export function keptSheet(of: SheetOf): KeptSheet | undefined {
	const text = recall(keyOf(of));
	const value = text === null ? undefined : parseClean(text);
	return isKeptSheet(value) ? value : undefined;
}

export function forgetSheet(of: SheetOf): void {
	forget(keyOf(of));
}

function keyOf({ terms, way }: SheetOf): string {
	return named(`blad ${way} ${termsHash(terms)}`);
}

/** An older version of the app may have kept it, or someone else at this address. */
function isKeptSheet(value: unknown): value is KeptSheet {
	if (!isRecord(value)) return false;
	const { responseId, groupId, revision, finished, answers, notes, trends, unstored, place, storedIn } = value;
	return (
		follows(RESPONSE_ID, responseId) &&
		typeof groupId === 'string' &&
		Number.isInteger(revision) &&
		(revision as number) >= 0 &&
		(revision as number) <= MAX_REVISION &&
		typeof finished === 'boolean' &&
		hasOnly(answers, isKeptAnswer) &&
		hasOnly(notes, (note) => isRecord(note) && typeof note['text'] === 'string' && typeof note['base'] === 'string') &&
		hasOnly(trends, (trend) => (['better', 'same', 'worse', null] as unknown[]).includes(trend)) &&
		Array.isArray(unstored) &&
		unstored.every((name) => typeof name === 'string') &&
		(place === null || Number.isInteger(place)) &&
		(storedIn === null || typeof storedIn === 'string')
	);
}

function hasOnly(value: unknown, isOne: (part: unknown) => boolean): boolean {
	return isRecord(value) && Object.values(value).every(isOne);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
