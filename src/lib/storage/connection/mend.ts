import { deleteDB, openDB } from 'idb';
import { DATABASE_NAME } from '$lib/storage/database-name';
import { foldContent, isEmpty, keyOf, keyText, type KeyPath } from '$lib/storage/journal/fold';
import type { JournalContent } from '$lib/storage/journal/journal-file';
import { makeDatabaseFrom, whatIsIn, type Restored } from '$lib/storage/restore';
import { upgrades } from '$lib/storage/upgrades';
import { BESIDE, forgetBeside, TIME_TO_DELETE } from './beside';
import { within } from './insist';
import type { Count } from './last-count';
import { canAnotherTabRead } from './other-tabs';
import { storageWorks } from './probe-database';

/** In milliseconds; a large one takes its time. */
const TIME_TO_RESTORE = 120_000;

/** What only the page itself can find out: this part is loaded when it is needed, and has no connections. */
export interface Questions {
	/** Whether the worker can read the database. */
	fromWorker(): Promise<boolean>;
	/** The journal, when it is sure that nothing is missing in it. */
	journal(): Promise<JournalContent | null>;
	/** The last transaction that this browser counted. */
	counted: Count | null;
	/** Whether the database opens now. */
	opensNow(): Promise<boolean>;
}

export type Mending =
	| { kind: 'replaced'; restored: Restored }
	/** After all. */
	| { kind: 'opens' }
	/** No database opens here. */
	| { kind: 'storage-fails' }
	/** It stays as it is. */
	| { kind: 'left' };

/** For a database that went on failing to open: replaces it when it is proved to be broken, and leaves it alone in every other case. */
export async function mend(questions: Questions): Promise<Mending> {
	if (!(await storageWorks())) return { kind: 'storage-fails' };
	const journal = await proveBroken(questions);
	if (await questions.opensNow()) return { kind: 'opens' };
	const restored = journal && (await replaceBroken(journal).catch(() => null));
	return restored ? { kind: 'replaced', restored } : { kind: 'left' };
}

/**
 * Whether the database is broken and the journal can take its place: storage works here, but neither this page, nor the worker, nor
 * another tab can read this database; and the journal holds every transaction that this browser ever counted.
 * @returns the journal; null when any of that is not proved
 */
async function proveBroken(questions: Questions): Promise<JournalContent | null> {
	const [another, fromWorker, journal] = await Promise.all([
		canAnotherTabRead(),
		questions.fromWorker().catch(() => true),
		questions.journal().catch(() => null)
	]);
	if (another || fromWorker || !journal || isEmpty(journal)) return null;
	const { header, log, piles } = journal;
	const { counted } = questions;
	const last = log.at(-1)?.sequence ?? header.sequence;
	const isComplete = counted?.epoch === header.epoch && counted.sequence <= last && counted.piles <= piles;
	return isComplete && header.schema <= upgrades.length ? journal : null;
}

/**
 * Puts a database in the place of the broken one: first beside it, where it is read; only then is the broken one deleted. Ended at
 * any moment, the next start finds the broken database, or none and the journal, or the new one.
 * @throws when it was not replaced; what was there is still there then
 */
async function replaceBroken(journal: JournalContent): Promise<Restored> {
	await forgetBeside();
	await within(TIME_TO_RESTORE, 'restoring', makeDatabaseFrom(journal, BESIDE));
	if (!(await holds(BESIDE, journal))) throw new Error('what was restored is not what the journal says');
	await within(TIME_TO_DELETE, 'deleting the broken database', deleteDB(DATABASE_NAME));
	await makeDatabaseFrom(journal);
	if (await holds(DATABASE_NAME, journal)) await forgetBeside();
	return whatIsIn(journal);
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
