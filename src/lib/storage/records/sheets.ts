import { isBlank } from '$lib/domain/text/misleading-characters';
import type { Answer, IndividualResponse, Trend } from '$lib/domain/measurement/measurement';
import { areSameTerms, termsWith, type Terms } from '$lib/domain/measurement/terms';
import type { Change } from '$lib/storage/changes';
import { asCount } from '$lib/storage/meta';
import { read } from '$lib/storage/connection/read';
import type { StoredSheet, StoredSheetEntry, StoredSheetTrend } from '$lib/storage/schema';
import { mustBeThere, StorageError } from '$lib/storage/storage-error';
import type { StoresIn, WriteTransaction } from '$lib/storage/transaction';
import { write } from '$lib/storage/writing/write';

export type KnownSheet = StoredSheet & { terms: Terms };

/** Which sheet: a device has one of a measurement for each way, and for each terms that people there were given. */
export type SheetOf = Pick<KnownSheet, 'terms' | 'way'>;

/** A sheet with what is on it. */
export interface LoadedSheet {
	sheet: KnownSheet;
	entries: StoredSheetEntry[];
	trends: StoredSheetTrend[];
}

/** That there is a sheet, or none any more, shows on no other screen. */
const NOT_ANNOUNCED = null;

/** What is on a sheet shows only in another tab of who fills it in. */
function changeOf(responseId: string): Change {
	return { kind: 'sheet', responseId };
}

export const sheetStores = ['sheets', 'sheetEntries', 'sheetTrends'] as const;
type SheetsIn<Mode extends IDBTransactionMode = IDBTransactionMode> = StoresIn<(typeof sheetStores)[number], Mode>;

/**
 * Stores a new sheet with what is on it, unless there already is one of this way under the same
 * terms: another tab began it.
 * @returns the sheet to go on with
 */
export async function beginSheet(
	sheet: KnownSheet,
	{ entries, trends }: Omit<LoadedSheet, 'sheet'> = { entries: [], trends: [] }
): Promise<LoadedSheet> {
	return write(
		[...sheetStores],
		async (tx) => {
			const [other] = await sheetsOf(tx, sheet);
			if (other) return readSheet(tx, other);
			await tx.objectStore('sheets').put(sheet);
			for (const entry of entries) await tx.objectStore('sheetEntries').put(entry);
			for (const trend of trends) await tx.objectStore('sheetTrends').put(trend);
			return { sheet, entries, trends };
		},
		NOT_ANNOUNCED,
		// While nothing is on it: on a phone the journal's worker may still have to come over a bad connection.
		{ waitsForJournal: entries.length + trends.length > 0 }
	);
}

/** Which database this is: another one was lost, and this one made anew. Null while nothing was stored in it. */
export async function databaseId(): Promise<string | null> {
	return asCount(await read((db) => db.get('meta', 'journal')))?.epoch ?? null;
}

/**
 * Changes a sheet as it is now in the database.
 * @throws StorageError when it was wiped meanwhile
 */
export async function changeSheet(
	{ responseId, terms }: KnownSheet,
	change: (sheet: KnownSheet) => KnownSheet
): Promise<KnownSheet> {
	return write(
		['sheets'],
		async (tx) => {
			const sheet = mustBeThere(await tx.objectStore('sheets').get(responseId), 'gone');
			const changed = change({ ...sheet, terms });
			await tx.objectStore('sheets').put(changed);
			return changed;
		},
		changeOf(responseId)
	);
}

/** The sheet that is on this device in this way under these terms, if there is one. */
export async function loadSheet(of: SheetOf): Promise<LoadedSheet | undefined> {
	return read(async (db) => {
		const tx = db.transaction([...sheetStores], 'readonly');
		const [sheet] = await sheetsOf(tx, of);
		return sheet && readSheet(tx, sheet);
	});
}

/**
 * The sheets of the same measurement and way that are answered under other terms: they are nobody's to go on with here.
 */
export async function loadSheetsUnderOtherTerms(of: SheetOf): Promise<LoadedSheet[]> {
	return read(async (db) => {
		const tx = db.transaction([...sheetStores], 'readonly');
		const sheets = await tx.objectStore('sheets').index('byMeasurement').getAll(of.terms.measurementId);
		const others = sheets.filter((sheet) => sheet.way === of.way && !isUnder(sheet, of.terms));
		return Promise.all(others.map((sheet) => readSheet(tx, known(sheet, of.terms))));
	});
}

async function sheetsOf<Mode extends IDBTransactionMode>(
	tx: SheetsIn<Mode>,
	{ way, terms }: SheetOf
): Promise<KnownSheet[]> {
	const sheets = await tx.objectStore('sheets').index('byMeasurement').getAll(terms.measurementId);
	return sheets.filter((sheet) => sheet.way === way && isUnder(sheet, terms)).map((sheet) => known(sheet, terms));
}

function isUnder(sheet: StoredSheet, terms: Terms): boolean {
	return areSameTerms(known(sheet, terms).terms, terms);
}

/**
 * Before the terms were stored, a questionnaire was known by its id and version alone: it counts
 * as the one that is here now.
 */
function known(sheet: StoredSheet, { questionnaire }: Terms): KnownSheet {
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

/** Stores one answer on a sheet, leaving a note and all other answers alone. */
export async function saveSheetAnswer(sheet: StoredSheet, itemId: string, answer: Answer): Promise<void> {
	// Where no notes are taken there is none to leave alone, and nothing has to be read.
	if (sheet.invitation.privacy.mode === 'anoniem') {
		const { responseId } = sheet;
		await writeEntry(sheet, (entries) => entries.put({ responseId, itemId, answer, note: '' }));
	} else await changeEntry(sheet, itemId, (entry) => ({ ...entry, answer }));
}

/**
 * Changes a note on a sheet as it is now in the database, so that two tabs lose nothing of each other.
 * @returns the note as it became
 */
export async function changeSheetNote(
	sheet: StoredSheet,
	itemId: string,
	change: (note: string) => string
): Promise<string> {
	const { note } = await changeEntry(sheet, itemId, (entry) => ({ ...entry, note: change(entry.note) }));
	return note;
}

/**
 * Stores how this respondent finds that one dimension goes, or null to leave it open, and leaves
 * everything else on the sheet alone.
 */
export async function saveSheetTrend(
	{ responseId }: StoredSheet,
	dimensionId: string,
	trend: Trend | null
): Promise<void> {
	await write(
		['sheets', 'sheetTrends'],
		async (tx) => {
			await refuseWhenGone(tx.objectStore('sheets'), responseId);
			await tx.objectStore('sheetTrends').put({ responseId, dimensionId, trend });
		},
		changeOf(responseId)
	);
}

/** What comes after the sheet was wiped or handed in must not stay behind on the device. */
async function refuseWhenGone(
	sheets: { count(responseId: string): Promise<number> },
	responseId: string
): Promise<void> {
	if ((await sheets.count(responseId)) === 0) throw new StorageError('gone');
}

async function changeEntry(
	sheet: StoredSheet,
	itemId: string,
	change: (entry: StoredSheetEntry) => StoredSheetEntry
): Promise<StoredSheetEntry> {
	const { responseId } = sheet;
	return writeEntry(sheet, async (entries) => {
		const entry = await entries.get([responseId, itemId]);
		const changed = change(entry ?? { responseId, itemId, answer: null, note: '' });
		await entries.put(changed);
		return changed;
	});
}

async function writeEntry<Result>(
	{ responseId }: StoredSheet,
	work: (entries: ReturnType<WriteTransaction<'sheetEntries'>['objectStore']>) => Promise<Result>
): Promise<Result> {
	return write(
		['sheets', 'sheetEntries'],
		async (tx) => {
			const [result] = await Promise.all([
				work(tx.objectStore('sheetEntries')),
				refuseWhenGone(tx.objectStore('sheets'), responseId)
			]);
			return result;
		},
		changeOf(responseId)
	);
}

/**
 * A participant wipes the answers from the own phone, or a half-filled sheet is thrown away.
 * @returns what was wiped, for whoever takes that back at once
 */
export async function wipeSheet(of: KnownSheet): Promise<LoadedSheet[]> {
	return write(
		[...sheetStores],
		async (tx) => {
			const wiped: LoadedSheet[] = [];
			for (const sheet of await sheetsOf(tx, of)) {
				wiped.push(await readSheet(tx, sheet));
				await removeSheet(tx, sheet.responseId);
			}
			return wiped;
		},
		changeOf(of.responseId)
	);
}

/**
 * Puts a sheet back that was wiped a moment ago.
 * @throws StorageError when another one was begun meanwhile: it stays as it is
 */
export async function putBackSheet({ sheet, entries, trends }: LoadedSheet): Promise<void> {
	await write(
		[...sheetStores],
		async (tx) => {
			if ((await sheetsOf(tx, sheet)).length > 0) throw new StorageError('gone');
			await tx.objectStore('sheets').put(sheet);
			for (const entry of entries) await tx.objectStore('sheetEntries').put(entry);
			for (const trend of trends) await tx.objectStore('sheetTrends').put(trend);
		},
		NOT_ANNOUNCED
	);
}

/** Within a larger transaction. */
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
		answers: Object.fromEntries(entries.flatMap(({ itemId, answer }) => (answer === null ? [] : [[itemId, answer]]))),
		notes: Object.fromEntries(entries.flatMap(({ itemId, note }) => (isBlank(note) ? [] : [[itemId, note]]))),
		trends: Object.fromEntries(
			trends.flatMap(({ dimensionId, trend }) => (trend === null ? [] : [[dimensionId, trend]]))
		)
	};
}
