import { deleteDB, openDB } from 'idb';
import { DATABASE_NAME } from '$lib/storage/database-name';
import { foldContent, isEmpty, keyOf, keyText, lastSequence } from '$lib/storage/journal/fold';
import type { JournalContent } from '$lib/storage/journal/journal-file';
import type { KeyPath } from '$lib/storage/key-paths';
import { makeDatabaseFrom, whatIsIn, type Restored } from './restore';
import { upgrades } from '$lib/storage/upgrades';
import { BESIDE, dropBeside, TIME_TO_DELETE } from '$lib/storage/beside';
import { insist, ON_CONNECTION, within } from '$lib/storage/insist';
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

/**
 * For a database that went on failing to open: replaces it when it is proved to be broken, and leaves
 * it alone in every other case.
 */
export async function mend(questions: Questions): Promise<Mending> {
	if (!(await storageWorks())) return { kind: 'storage-fails' };
	const journal = await proveBroken(questions);
	if (await questions.opensNow()) return { kind: 'opens' };
	if (!journal || !(await makeBeside(journal).catch(() => false))) return { kind: 'left' };
	// From here on the broken one is gone: whatever fails now is not its fault, and the next
	// try begins with the journal.
	const restored = await takePlace(journal).catch(() => null);
	return restored ? { kind: 'replaced', restored } : { kind: 'storage-fails' };
}

/**
 * Whether the database is broken and the journal can take its place: storage works here, but neither this
 * page, nor the worker, nor another tab can read this database; and the journal holds every transaction
 * that this browser ever counted.
 * @returns the journal; null when any of that is not proved
 */
async function proveBroken(questions: Questions): Promise<JournalContent | null> {
	const [another, fromWorker, journal] = await Promise.all([
		canAnotherTabRead(),
		questions.fromWorker().catch(() => true),
		questions.journal().catch(() => null)
	]);
	if (another || fromWorker || !journal || isEmpty(journal)) return null;
	const { header, piles } = journal;
	const { counted } = questions;
	const isComplete =
		counted?.epoch === header.epoch && counted.sequence <= lastSequence(journal) && counted.piles <= piles;
	return isComplete && header.schema <= upgrades.length ? journal : null;
}

/**
 * Makes a database beside the broken one and reads it; only then is the broken one deleted. Ended at any moment, the
 * next start finds the broken database, or none and the journal, or the new one.
 * @returns whether the broken one is gone
 * @throws when it could not be done; what was there is still there then
 */
async function makeBeside(journal: JournalContent): Promise<boolean> {
	await dropBeside();
	await within(TIME_TO_RESTORE, 'restoring', make(journal, BESIDE));
	if (!(await holds(BESIDE, journal))) return false;
	await within(TIME_TO_DELETE, 'deleting the broken database', deleteDB(DATABASE_NAME));
	return true;
}

/** @throws DOMException when no database could be made: what is in the journal, and beside, stays */
async function takePlace(journal: JournalContent): Promise<Restored> {
	await make(journal, DATABASE_NAME);
	// What cannot be read or deleted now, is so by the worker once everything was compared.
	if (await holds(DATABASE_NAME, journal).catch(() => false)) await dropBeside().catch(() => undefined);
	return whatIsIn(journal);
}

function make(journal: JournalContent, name: string): Promise<void> {
	return patiently(() => makeDatabaseFrom(journal, name));
}

function holds(name: string, journal: JournalContent): Promise<boolean> {
	return patiently(() => compare(name, journal));
}

/** What fails for a moment while it is made again costs nothing either. */
function patiently<Result>(attempt: () => Promise<Result>): Promise<Result> {
	return insist(attempt, (cause) => cause instanceof DOMException, ON_CONNECTION);
}

/** Reads everything. */
async function compare(name: string, journal: JournalContent): Promise<boolean> {
	const db = await openDB(name);
	try {
		const tx = db.transaction([...db.objectStoreNames]);
		// What fails is heard from what is asked in it.
		tx.done.catch(() => undefined);
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
