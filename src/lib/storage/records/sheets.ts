import { read } from '$lib/storage/connection/read';
import { mustBeThere, StorageError } from '$lib/storage/storage-error';
import {
	changeOf,
	isUnder,
	known,
	putSheet,
	readSheet,
	removeSheet,
	sheetsOf,
	sheetStores,
	type KnownSheet,
	type LoadedSheet,
	type SheetOf
} from './sheet-records';
import { write } from '$lib/storage/writing/write';

/** The sheets on this device: beginning, finding and wiping one. */

/** That there is a sheet, or none any more, shows on no other screen. */
const NOT_ANNOUNCED = null;

/**
 * Stores a new sheet with what is on it, unless there already is one of this way under the same
 * terms: another tab began it.
 * @returns the sheet to go on with
 */
export async function beginSheet(
	sheet: KnownSheet,
	{ entries, trends }: Omit<LoadedSheet, 'sheet'> = { entries: [], trends: [] }
): Promise<LoadedSheet> {
	const begun = { sheet, entries, trends };
	return write(
		[...sheetStores],
		async (tx) => {
			const [other] = await sheetsOf(tx, sheet);
			if (other) return readSheet(tx, other);
			await putSheet(tx, begun);
			return begun;
		},
		NOT_ANNOUNCED,
		// While nothing is on it: on a phone the journal's worker may still have to come over a bad connection.
		{ waitsForJournal: entries.length + trends.length > 0 }
	);
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
export async function putBackSheet(wiped: LoadedSheet): Promise<void> {
	await write(
		[...sheetStores],
		async (tx) => {
			if ((await sheetsOf(tx, wiped.sheet)).length > 0) throw new StorageError('gone');
			await putSheet(tx, wiped);
		},
		NOT_ANNOUNCED
	);
}
