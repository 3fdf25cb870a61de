import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import type { Schema } from './schema';
import { StorageError } from './storage-error';
import { upgrades } from './upgrades';

export type Database = IDBPDatabase<Schema>;

const DATABASE_NAME = 'samenwerkingsmeter';

let connection: Promise<Database> | null = null;

/**
 * The one connection of this tab; reopened when the browser closed it.
 * @throws StorageError when the browser refuses storage, or another tab holds an older version open
 */
export function database(): Promise<Database> {
	connection ??= open().catch((cause: unknown) => {
		connection = null;
		throw asOpeningError(cause);
	});
	return connection;
}

function asOpeningError(cause: unknown): StorageError {
	if (cause instanceof StorageError) return cause;
	const newer = cause instanceof DOMException && cause.name === 'VersionError';
	return new StorageError(newer ? 'newer' : 'unavailable', { cause });
}

export async function closeDatabase(): Promise<void> {
	const open = connection;
	connection = null;
	if (open) (await open).close();
}

/** Everything this app stored on the device. */
export async function wipeDatabase(): Promise<void> {
	await closeDatabase();
	await deleteDB(DATABASE_NAME);
}

function open(): Promise<Database> {
	return new Promise((resolve, reject) => {
		let refused = false;
		const opening = openDB<Schema>(DATABASE_NAME, upgrades.length, {
			upgrade: async (db, oldVersion, _newVersion, tx) => {
				try {
					for (const upgrade of upgrades.slice(oldVersion)) await upgrade(db, tx);
					// A step may change what they rest on: they are made again.
					await tx.objectStore('summaries').clear();
				} catch (cause) {
					// Half an upgrade is worse than none: the database stays as it was.
					tx.abort();
					reject(new StorageError('unavailable', { cause }));
				}
			},
			blocked: () => {
				refused = true;
				reject(new StorageError('blocked'));
			},
			// A newer version of the app wants to upgrade in another tab: make way.
			blocking: () => void opening.then((db) => db.close()).finally(() => (connection = null)),
			terminated: () => (connection = null)
		});
		opening.then((db) => {
			// The other tab closed after all, but this page has given up on that attempt.
			if (refused) db.close();
			else resolve(db);
		}, reject);
	});
}
