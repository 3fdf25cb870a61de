import { isBlank } from '$lib/domain/text/misleading-characters';
import { sortedOut, type IndividualResponse } from '$lib/domain/measurement/measurement';
import { areSameTerms, termsWith, type Terms } from '$lib/domain/measurement/terms';
import type { Change } from '$lib/storage/changes';
import type { StoredSheet, StoredSheetEntry, StoredSheetTrend } from '$lib/storage/schema';
import type { StoresIn } from '$lib/storage/transaction';

/** Sheets as the records that they are made of, within a transaction. */

export type KnownSheet = StoredSheet & { terms: Terms };

/** Which sheet: a device has one of a measurement for each way, and for each terms that people there were given. */
export type SheetOf = Pick<KnownSheet, 'terms' | 'way'>;

/** A sheet with what is on it. */
export interface LoadedSheet {
	sheet: KnownSheet;
	entries: StoredSheetEntry[];
	trends: StoredSheetTrend[];
}

export const sheetStores = ['sheets', 'sheetEntries', 'sheetTrends'] as const;
export type SheetsIn<Mode extends IDBTransactionMode = IDBTransactionMode> = StoresIn<
	(typeof sheetStores)[number],
	Mode
>;

/** What is on a sheet shows only in another tab of the person who fills it in. */
export function changeOf(responseId: string): Change {
	return { kind: 'sheet', responseId };
}

/** The sheets of this way under these terms: none, or one. */
export async function sheetsOf<Mode extends IDBTransactionMode>(
	tx: SheetsIn<Mode>,
	{ way, terms }: SheetOf
): Promise<KnownSheet[]> {
	const sheets = await tx.objectStore('sheets').index('byMeasurement').getAll(terms.measurementId);
	return sheets.filter((sheet) => sheet.way === way && isUnder(sheet, terms)).map((sheet) => known(sheet, terms));
}

export function isUnder(sheet: StoredSheet, terms: Terms): boolean {
	return areSameTerms(known(sheet, terms).terms, terms);
}

/**
 * Before the terms were stored, a questionnaire was known by its id and version alone: it counts
 * as the one that is here now.
 */
export function known(sheet: StoredSheet, { questionnaire }: Terms): KnownSheet {
	return { ...sheet, terms: sheet.terms ?? termsWith(sheet.invitation, questionnaire.content) };
}

/** What is on a sheet, within a transaction. */
export async function readSheet<Mode extends IDBTransactionMode>(
	tx: SheetsIn<Mode>,
	sheet: KnownSheet
): Promise<LoadedSheet> {
	const { responseId } = sheet;
	return {
		sheet,
		entries: await tx.objectStore('sheetEntries').index('byResponse').getAll(responseId),
		trends: await tx.objectStore('sheetTrends').index('byResponse').getAll(responseId)
	};
}

export async function putSheet(tx: SheetsIn<'readwrite'>, { sheet, entries, trends }: LoadedSheet): Promise<void> {
	await tx.objectStore('sheets').put(sheet);
	for (const entry of entries) await tx.objectStore('sheetEntries').put(entry);
	for (const trend of trends) await tx.objectStore('sheetTrends').put(trend);
}

export async function removeSheet(tx: SheetsIn<'readwrite'>, responseId: string): Promise<void> {
	for (const store of ['sheetEntries', 'sheetTrends'] as const) {
		const keys = await tx.objectStore(store).index('byResponse').getAllKeys(responseId);
		for (const key of keys) await tx.objectStore(store).delete(key);
	}
	await tx.objectStore('sheets').delete(responseId);
}

/** The response that a sheet holds now. */
export function asIndividualResponse({
	sheet,
	entries,
	trends
}: Omit<LoadedSheet, 'sheet'> & { sheet: StoredSheet }): IndividualResponse {
	return {
		id: sheet.responseId,
		measurementId: sheet.measurementId,
		groupId: sheet.groupId,
		revision: sheet.revision,
		...sortedOut(entries),
		notes: Object.fromEntries(entries.flatMap(({ itemId, note }) => (isBlank(note) ? [] : [[itemId, note]]))),
		trends: Object.fromEntries(
			trends.flatMap(({ dimensionId, trend }) => (trend === null ? [] : [[dimensionId, trend]]))
		)
	};
}
