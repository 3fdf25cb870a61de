import type { IDBPTransaction, StoreNames } from 'idb';
import { announce, type Change } from './changes';
import { database } from './database';
import type { Schema } from './schema';
import { asStorageError } from './storage-error';

export type WriteTransaction<Stores extends StoreNames<Schema>> = IDBPTransaction<Schema, Stores[], 'readwrite'>;

/**
 * Runs one read-write transaction and resolves only after its `complete` event; then announces the change.
 * @throws StorageError when nothing was written
 */
export async function write<Stores extends StoreNames<Schema>, Result>(
	stores: Stores[],
	work: (tx: WriteTransaction<Stores>) => Promise<Result>,
	change: Change
): Promise<Result> {
	try {
		const tx = (await database()).transaction(stores, 'readwrite', { durability: 'strict' });
		const result = await Promise.all([abortOnFailure(tx, work(tx)), tx.done]).then(([value]) => value);
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
