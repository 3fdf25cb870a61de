import type { Trend } from '$lib/domain/measurement/measurement';
import type { StoredSheet, StoredSheetEntry } from '$lib/storage/schema';
import { changeOf } from './sheet-records';
import { StorageError } from '$lib/storage/storage-error';
import type { WriteTransaction } from '$lib/storage/transaction';
import { write } from '$lib/storage/writing/write';

/** What is on a sheet, each answer written on its own. */

/** Stores one answer on a sheet, also to the closing question, leaving a note and all other answers alone. */
export async function saveSheetAnswer(
	sheet: StoredSheet,
	itemId: string,
	answer: StoredSheetEntry['answer']
): Promise<void> {
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
