import { deleteDB, openDB } from 'idb';
import { DATABASE_NAME } from '$lib/storage/database-name';
import { foldContent, keyOf, keyText, type KeyPath } from '$lib/storage/journal/fold';
import { readCompleteJournal, triesFromWorker } from '$lib/storage/journal/journal';
import type { JournalContent } from '$lib/storage/journal/journal-file';
import { isEmpty, makeDatabaseFrom, whatIsIn, type Restored } from '$lib/storage/restore';
import { upgrades } from '$lib/storage/upgrades';
import { within } from './insist';
import { lastCount } from './last-count';
import { canAnotherTabRead } from './other-tabs';

/**
 * A database that is made again from the journal, while the broken one is still there. It has a name of its own, since a database
 * cannot be renamed, and it is gone again once the app has its own back.
 */
const BESIDE = 'samenwerkingsmeter hersteld';
/** In milliseconds; a large one takes its time. */
const TIME_TO_RESTORE = 120_000;
const TIME_TO_DELETE = 5000;

/**
 * Whether the database is broken and the journal can take its place: storage works here, but neither this page, nor the worker, nor
 * another tab can read this database; and the journal holds every transaction that this browser ever counted.
 * @returns the journal; null when any of that is not proved
 */
export async function proveBroken(): Promise<JournalContent | null> {
	const [another, fromWorker, journal] = await Promise.all([
		canAnotherTabRead(),
		triesFromWorker().catch(() => true),
		readCompleteJournal().catch(() => null)
	]);
	if (another || fromWorker || !journal || isEmpty(journal)) return null;
	const { header, log } = journal;
	const counted = lastCount();
	const last = log.at(-1)?.sequence ?? header.sequence;
	const isComplete = counted?.epoch === header.epoch && counted.sequence <= last;
	return isComplete && header.schema <= upgrades.length ? journal : null;
}

/**
 * Puts a database in the place of the broken one: first beside it, where it is read; only then is the broken one deleted. Ended at
 * any moment, the next start finds the broken database, or none and the journal, or the new one.
 * @throws when it was not replaced; what was there is still there then
 */
export async function replaceBroken(journal: JournalContent): Promise<Restored> {
	await forgetBeside();
	await within(TIME_TO_RESTORE, 'restoring', makeDatabaseFrom(journal, BESIDE));
	if (!(await holds(BESIDE, journal))) throw new Error('what was restored is not what the journal says');
	await within(TIME_TO_DELETE, 'deleting the broken database', deleteDB(DATABASE_NAME));
	await makeDatabaseFrom(journal);
	if (await holds(DATABASE_NAME, journal)) await forgetBeside();
	return whatIsIn(journal);
}

/** What a restoration that was broken off left behind. */
export async function forgetBeside(): Promise<void> {
	await within(TIME_TO_DELETE, 'deleting', deleteDB(BESIDE));
}

/** Reads everything. */
async function holds(name: string, journal: JournalContent): Promise<boolean> {
	const db = await openDB(name);
	try {
		const tx = db.transaction([...db.objectStoreNames]);
		const keyPathOf = (store: string) =>
			db.objectStoreNames.contains(store) ? (tx.objectStore(store).keyPath as KeyPath) : undefined;
		for (const [store, expected] of foldContent(journal, keyPathOf)) {
			const found = (await tx.objectStore(store).getAll()) as object[];
			const isThere = (record: object) =>
				JSON.stringify(expected.get(keyText(keyOf(keyPathOf(store) ?? '', record)))) === JSON.stringify(record);
			if (found.length !== expected.size || !found.every(isThere)) return false;
		}
		return true;
	} finally {
		db.close();
	}
}
