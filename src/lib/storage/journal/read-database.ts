import { openDB, type IDBPDatabase } from 'idb';
import type { Schema, StoredMeta } from '$lib/storage/schema';
import type { DatabaseState, ReadDatabase } from './keeper';

/** What the journal leaves out: it is made again, or is about the database itself. */
const LEFT_OUT: readonly string[] = ['summaries', 'meta'];
/** Records a line: few enough to stay small in memory. */
const AT_ONCE = 200;

/** Whether the journal keeps what is in this store. */
export function isJournaled(store: string): boolean {
	return !LEFT_OUT.includes(store);
}

/** Reads the database by a connection of its own, which it does not keep: another tab may want to upgrade. */
export function readDatabaseOf(name: string): ReadDatabase {
	return {
		state: () => withConnection(name, async (db) => stateIn(db, await db.get('meta', 'journal'))),
		copy: (onRecords) =>
			withConnection(name, async (db) => {
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
	return { epoch: meta.epoch, sequence: meta.sequence, schema: db.version };
}

async function withConnection<Result>(
	name: string,
	work: (db: IDBPDatabase<Schema>) => Promise<Result | null>
): Promise<Result | null> {
	let db: IDBPDatabase<Schema>;
	try {
		// Only to look: a database that is not there must not come to be.
		db = await openDB<Schema>(name, undefined, {
			upgrade: (_db, _old, _new, tx) => {
				tx.done.catch(() => undefined);
				tx.abort();
			}
		});
	} catch {
		return null;
	}
	try {
		return db.objectStoreNames.contains('meta') ? await work(db) : null;
	} finally {
		db.close();
	}
}
