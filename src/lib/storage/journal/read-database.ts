import { openDB, type IDBPDatabase } from 'idb';
import { insist } from '$lib/storage/connection/insist';
import type { Schema, StoredMeta } from '$lib/storage/schema';
import type { DatabaseState, ReadDatabase } from './keeper';

/** What the journal leaves out: it is made again, or is about the database itself. */
const LEFT_OUT: readonly string[] = ['summaries', 'meta'];
/** In milliseconds: the page waits meanwhile. */
const FROM_WORKER: readonly number[] = [50, 150, 300, 600, 1200];
/** Records a line: few enough to stay small in memory. */
const AT_ONCE = 200;

/** Whether the journal keeps what is in this store. */
export function isJournaled(store: string): boolean {
	return !LEFT_OUT.includes(store);
}

/** Reads the database by a connection of its own, which it does not keep: another tab may want to upgrade. @throws DOMException when it cannot be read */
export function readDatabaseOf(name: string): ReadDatabase {
	return {
		state: () =>
			patiently(async () =>
				withConnection(await openToLook(name), async (db) => stateIn(db, await db.get('meta', 'journal')))
			),
		copy: async (onRecords) =>
			withConnection(await patiently(() => openToLook(name)), async (db) => {
				const stores = [...db.objectStoreNames];
				const tx = db.transaction(stores, 'readonly');
				const state = stateIn(db, await tx.objectStore('meta').get('journal'));
				for (const store of stores.filter(isJournaled)) {
					for (let range: IDBKeyRange | undefined; ;) {
						const keys = await tx.objectStore(store).getAllKeys(range, AT_ONCE);
						const records: unknown[] = await tx.objectStore(store).getAll(range, AT_ONCE);
						if (records.length > 0) onRecords(records.map((record) => ['put', store, record] as const));
						if (keys.length < AT_ONCE) break;
						range = IDBKeyRange.lowerBound(keys.at(-1), true);
					}
				}
				return state;
			})
	};
}

function stateIn(db: IDBPDatabase<Schema>, meta: StoredMeta | undefined): DatabaseState | null {
	if (meta?.key !== 'journal') return null;
	const { epoch, sequence, uncompared } = meta;
	return { epoch, sequence, schema: db.version, compared: uncompared?.from ?? sequence };
}

async function withConnection<Result>(
	db: IDBPDatabase<Schema> | null,
	work: (db: IDBPDatabase<Schema>) => Promise<Result | null>
): Promise<Result | null> {
	if (!db) return null;
	try {
		return db.objectStoreNames.contains('meta') ? await work(db) : null;
	} finally {
		db.close();
	}
}

function patiently<Result>(attempt: () => Promise<Result>): Promise<Result> {
	return insist(attempt, (cause) => cause instanceof DOMException, FROM_WORKER);
}

/**
 * @returns null when there is no database; it must not come to be by looking
 * @throws DOMException when there is one that cannot be opened: that is not the same as none
 */
async function openToLook(name: string): Promise<IDBPDatabase<Schema> | null> {
	let isMissing = false;
	try {
		return await openDB<Schema>(name, undefined, {
			upgrade: (_db, _old, _new, tx) => {
				isMissing = true;
				tx.done.catch(() => undefined);
				tx.abort();
			}
		});
	} catch (cause) {
		if (isMissing) return null;
		throw cause;
	}
}
