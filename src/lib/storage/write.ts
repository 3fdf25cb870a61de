import type { IDBPObjectStore, StoreNames } from 'idb';
import { announce, type Change } from './changes';
import { database } from './database';
import type { Schema } from './schema';
import { asStorageError } from './storage-error';
import { watchSummaries, withSummaries } from './summary-watch';

/** What work may do in a transaction: use the stores it asked for. */
export interface WriteTransaction<Stores extends StoreNames<Schema>> {
	objectStore<Name extends Stores>(name: Name): IDBPObjectStore<Schema, StoreNames<Schema>[], Name, 'readwrite'>;
}

/**
 * Runs one read-write transaction and resolves only after its `complete` event; then announces the change. Summaries that
 * rest on what it wrote are gone with it.
 * @throws StorageError when nothing was written
 */
export async function write<Stores extends StoreNames<Schema>, Result>(
	stores: Stores[],
	work: (tx: WriteTransaction<Stores>) => Promise<Result>,
	change: Change
): Promise<Result> {
	try {
		const tx = (await database()).transaction(withSummaries(stores), 'readwrite', { durability: 'strict' });
		// A failure is heard from the transaction that it aborts.
		const together = (part: Promise<void>) => void abortOnFailure(tx, part).catch(() => undefined);
		const watched = watchSummaries<Stores>(tx, together);
		const result = await Promise.all([abortOnFailure(tx, work(watched)), tx.done]).then(([value]) => value);
		announce(change);
		return result;
	} catch (cause) {
		throw asStorageError(cause);
	}
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
