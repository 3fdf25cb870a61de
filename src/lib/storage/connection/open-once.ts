import { openDB, type IDBPDatabase, type OpenDBCallbacks } from 'idb';
import { DATABASE_NAME } from '$lib/storage/database-name';
import type { Schema } from '$lib/storage/schema';
import { StorageError } from '$lib/storage/storage-error';
import { compatibleFrom, upgrades } from '$lib/storage/upgrades';
import { abort } from '$lib/storage/abort';
import { TookTooLong } from '$lib/storage/insist';

export type Database = IDBPDatabase<Schema>;

/** How long another tab gets to store what it has and to make way for an upgrade, in milliseconds. */
const TIME_TO_MAKE_WAY = 2500;
/** An opening that is not upgrading anything and says nothing for so long will not come any more, in milliseconds. */
const TIME_TO_OPEN = 10_000;

/** The database was not there, and was not to be made. */
export class MissingDatabase extends Error {}

export interface Openings {
	/** Whether a database that is not there may be made. */
	makeNew: boolean;
	/** Another tab wants to upgrade, or with null to delete the database. */
	onwanted(opening: Promise<Database>, version: number | null): void;
	/** The browser closed the connection by itself. */
	onclosed(): void;
}

/**
 * One try to open the database at the newest version, or at that of a newer build which allows it.
 * @throws DOMException as the browser gives it, MissingDatabase, TookTooLong, StorageError
 */
export function openOnce({ makeNew, onwanted, onclosed }: Openings): Promise<Database> {
	return new Promise((resolve, reject) => {
		let refused = false;
		const refuse = (cause: unknown) => {
			refused = true;
			clearTimeout(tooLate);
			reject(cause instanceof Error ? cause : new Error(String(cause)));
		};
		const tooLate = setTimeout(() => refuse(new TookTooLong('opening the database')), TIME_TO_OPEN);
		const opening = begin({
			upgrade: async (db, oldVersion, _newVersion, tx) => {
				clearTimeout(tooLate);
				// Aborting is heard from the opening itself.
				tx.done.catch(() => undefined);
				if (oldVersion === 0 && !makeNew) {
					refuse(new MissingDatabase());
					tx.abort();
					return;
				}
				try {
					for (const upgrade of upgrades.slice(oldVersion)) await upgrade(db, tx);
					// A step may change what they rest on: they are made again.
					await tx.objectStore('summaries').clear();
					await tx.objectStore('meta').put({ key: 'schema', compatibleFrom });
				} catch (cause) {
					// Half an upgrade is worse than none: the database stays as it was.
					abort(tx);
					refuse(cause);
				}
			},
			blocked: () => void setTimeout(() => refuse(new StorageError('blocked')), TIME_TO_MAKE_WAY),
			blocking: (_current, wanted) => onwanted(opening, wanted),
			terminated: onclosed
		});
		opening.then(
			(db) => {
				clearTimeout(tooLate);
				// The other tab closed after all, but this page has given up on that attempt.
				if (refused) db.close();
				else resolve(db);
			},
			(cause: unknown) => {
				const newer = cause instanceof DOMException && cause.name === 'VersionError';
				if (newer) openNewer({ makeNew, onwanted, onclosed }).then(resolve, refuse);
				else refuse(cause);
			}
		);
	});
}

/** Some browsers refuse by throwing at once. */
async function begin(callbacks: OpenDBCallbacks<Schema>): Promise<Database> {
	return openDB<Schema>(DATABASE_NAME, upgrades.length, callbacks);
}

/** The host went back to an older build: it goes on with the database as it is, when a later build said that it may. */
async function openNewer({ onwanted, onclosed }: Openings): Promise<Database> {
	const opening = openDB<Schema>(DATABASE_NAME, undefined, {
		// Whatever the browser said: an empty one must not come to be here.
		upgrade: (_db, _old, _new, tx) => {
			tx.done.catch(() => undefined);
			abort(tx);
		},
		blocking: (_current, wanted) => onwanted(opening, wanted),
		terminated: onclosed
	});
	const db = await opening;
	try {
		const meta = db.objectStoreNames.contains('meta') ? await db.get('meta', 'schema') : undefined;
		if (meta?.key === 'schema' && meta.compatibleFrom <= upgrades.length) return db;
	} catch (cause) {
		db.close();
		throw cause;
	}
	db.close();
	throw new StorageError('newer');
}
