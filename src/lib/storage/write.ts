import type { IDBPObjectStore, StoreNames } from 'idb';
import { WorkEnded } from '$lib/domain/long-work';
import { announce, type Change } from './changes';
import { forgetConnection, writableDatabase } from './database';
import { forgetDeleted, journalEntry, rewriteJournal } from './journal/journal';
import type { JournalChange } from './journal/lines';
import { isJournaled } from './journal/read-database';
import type { Schema } from './schema';
import { asStorageError } from './storage-error';
import { forgetSummaries, withSummaries } from './summary-watch';
import { watchStores, type StoreName, type StoreWrite, type WideTransaction } from './watch-stores';

/** What work may do in a transaction: use the stores it asked for. */
export interface WriteTransaction<Stores extends StoreNames<Schema>> {
	objectStore<Name extends Stores>(name: Name): IDBPObjectStore<Schema, StoreNames<Schema>[], Name, 'readwrite'>;
}

/** More than this, and a new copy of everything is quicker than an entry. */
const MANY_CHANGES = 500;

/**
 * Runs one read-write transaction and announces the change, if it shows anywhere, after its `complete` event; resolves when the journal has it too,
 * unless nothing that people gave is in it.
 * Summaries that rest on what it wrote are gone with it.
 * @throws StorageError when nothing was written, and WorkEnded when the work itself ended so
 */
export async function write<Stores extends StoreNames<Schema>, Result>(
	stores: Stores[],
	work: (tx: WriteTransaction<Stores>) => Promise<Result>,
	change: Change | null,
	{ waitsForJournal = true } = {}
): Promise<Result> {
	try {
		const tx = await openTransaction([...withSummaries(stores), 'meta']);
		// A failure is heard from the transaction that it aborts.
		const together = (part: Promise<void>) => void abortOnFailure(tx, part).catch(() => undefined);
		const written = new Written();
		const forgotten = new Set<string>();
		const watched = watchStores<Stores>(tx, (one) => {
			together(forgetSummaries(tx, one, forgotten));
			if (isJournaled(one.name)) written.add(asJournalChange(one));
		});
		const inJournal = stores.some(isJournaled);
		const [result, counted] = await Promise.all([
			abortOnFailure(tx, work(watched)),
			inJournal ? abortOnFailure(tx, countTransaction(tx)) : undefined,
			tx.done
		]);
		if (change) announce(change);
		// Of what was wiped or handed in, nothing may stay behind when this resolves.
		const { changes, mustForget, deletes } = written;
		if (mustForget || !changes) await rewriteJournal();
		else if (counted) {
			const kept = journalEntry(counted.epoch, { sequence: counted.sequence, changes });
			if (waitsForJournal) await kept;
		}
		if (!mustForget && deletes) forgetDeleted();
		return result;
	} catch (cause) {
		throw cause instanceof WorkEnded ? cause : asStorageError(cause);
	}
}

/** What a transaction wrote, for the journal. */
class Written {
	/** Undefined once there are too many: they are not kept in memory then. */
	changes: JournalChange[] | undefined = [];
	/** Whether something was wiped or handed in. */
	mustForget = false;
	deletes = false;

	add(change: JournalChange): void {
		const [method, store] = change;
		this.deletes ||= method !== 'put';
		this.mustForget ||= method !== 'put' && store === 'sheets';
		if (this.changes?.push(change) === MANY_CHANGES + 1) this.changes = undefined;
	}
}

/** The browser may have closed the connection a moment ago; then it is opened anew, once. */
async function openTransaction(stores: StoreName[]): Promise<WideTransaction> {
	const open = async () => (await writableDatabase()).transaction(stores, 'readwrite', { durability: 'strict' });
	try {
		return await open();
	} catch (cause) {
		if (!(cause instanceof DOMException) || cause.name !== 'InvalidStateError') throw cause;
		forgetConnection();
		return open();
	}
}

/** Counts this transaction, within itself: so database and journal can be compared. */
async function countTransaction(tx: WideTransaction): Promise<{ epoch: string; sequence: number }> {
	const meta = tx.objectStore('meta');
	const known = await meta.get('journal');
	const { epoch, sequence } = known?.key === 'journal' ? known : { epoch: newEpoch(), sequence: 0 };
	await meta.put({ key: 'journal', epoch, sequence: sequence + 1 });
	return { epoch, sequence: sequence + 1 };
}

/** 128 random bits as hexadecimal digits: no two databases have the same. */
function newEpoch(): string {
	const random = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function asJournalChange({ name, method, subject }: StoreWrite): JournalChange {
	if (method === 'clear') return ['clear', name];
	return [method === 'delete' ? 'delete' : 'put', name, subject];
}

/** Work that fails halfway must leave nothing behind. */
async function abortOnFailure<Result>(tx: { abort(): void }, work: Promise<Result>): Promise<Result> {
	try {
		return await work;
	} catch (cause) {
		try {
			tx.abort();
		} catch {
			// The transaction had already ended by itself: nothing is left to undo.
		}
		throw cause;
	}
}
