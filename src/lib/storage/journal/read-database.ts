import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { insist } from '$lib/storage/insist';
import { asCount } from '$lib/storage/meta';
import type { Schema, StoredMeta } from '$lib/storage/schema';
import { isLogged, measurementOfPile, responsesPile, SHEET_STORES, SHEETS_PILE } from './journaled-stores';
import type { JournalChange } from './lines';
import type { PileRecord } from './pile-file';

/** What a database says about itself. */
export interface DatabaseState {
	epoch: string;
	/** Counts the transactions that go in the log. */
	sequence: number;
	/** Its version. */
	schema: number;
	/** The last of them before anything was written without a comparison; the same as `sequence` when nothing was. */
	compared: number;
	/** Counts the transactions that go in piles; null when an app that knows of none wrote here last. */
	piles: number | null;
	/** As `compared`. */
	pilesCompared: number;
}

/** The database, as it is at one moment. */
export interface ReadDatabase {
	/** @returns null when there is no database, or nothing was ever written in it */
	state(): Promise<DatabaseState | null>;
	/** Hands over every record that goes in the copy, and says of which state that is. */
	copy(onRecords: (changes: JournalChange[]) => void): Promise<DatabaseState | null>;
	/**
	 * Hands over what belongs in these piles, each as it is at one moment, with the state of that moment.
	 * @param names undefined: all that hold something
	 */
	readPiles(
		names: readonly string[] | undefined,
		onPile: (name: string, records: PileRecord[], state: DatabaseState) => Promise<void>
	): Promise<void>;
}

/** In milliseconds: the page waits meanwhile. */
const FROM_WORKER: readonly number[] = [50, 150, 300, 600, 1200];
/** Records a line: few enough to stay small in memory. */
const AT_ONCE = 200;

type Reading = IDBPTransaction<Schema, StoreNames<Schema>[], 'readonly'>;

/**
 * Reads the database by a connection of its own, which it does not keep: another tab may want to upgrade.
 * @throws DOMException when it cannot be read
 */
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
				for (const store of stores.filter(isLogged)) {
					for (let range: IDBKeyRange | undefined; ;) {
						const keys = await tx.objectStore(store).getAllKeys(range, AT_ONCE);
						const records: unknown[] = await tx.objectStore(store).getAll(range, AT_ONCE);
						if (records.length > 0) onRecords(records.map((record) => ['put', store, record] as const));
						if (keys.length < AT_ONCE) break;
						range = IDBKeyRange.lowerBound(keys.at(-1), true);
					}
				}
				return state;
			}),
		readPiles: async (names, onPile) => {
			await withConnection(await patiently(() => openToLook(name)), async (db) => {
				const stores = [...SHEET_STORES, 'responses', 'meta'] as const;
				for (const pile of names ?? (await pilesIn(db))) {
					const tx: Reading = db.transaction([...stores], 'readonly');
					const [meta, records] = await Promise.all([tx.objectStore('meta').get('journal'), readPile(tx, pile)]);
					const state = stateIn(db, meta);
					if (state) await onPile(pile, records, state);
				}
				return null;
			});
		}
	};
}

async function pilesIn(db: IDBPDatabase<Schema>): Promise<string[]> {
	const piles = (await db.count('sheets')) > 0 ? [SHEETS_PILE] : [];
	const index = db.transaction('responses').store.index('byMeasurement');
	for (let cursor = await index.openKeyCursor(null, 'nextunique'); cursor; cursor = await cursor.continue()) {
		piles.push(responsesPile(cursor.key));
	}
	return piles;
}

async function readPile(tx: Reading, pile: string): Promise<PileRecord[]> {
	const measurementId = measurementOfPile(pile);
	if (measurementId !== undefined) {
		const responses = await tx.objectStore('responses').index('byMeasurement').getAll(measurementId);
		return responses.map((response) => ['put', 'responses', response]);
	}
	const stores = await Promise.all(
		SHEET_STORES.map(async (store): Promise<PileRecord[]> => {
			const records: unknown[] = await tx.objectStore(store).getAll();
			return records.map((record) => ['put', store, record]);
		})
	);
	return stores.flat();
}

function stateIn(db: IDBPDatabase<Schema>, meta: StoredMeta | undefined): DatabaseState | null {
	const count = asCount(meta);
	if (!count) return null;
	const { epoch, sequence, piles = null, uncompared } = count;
	return {
		epoch,
		sequence,
		schema: db.version,
		compared: uncompared?.from ?? sequence,
		piles,
		pilesCompared: uncompared?.pilesFrom ?? piles ?? 0
	};
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
			},
			// A long read holds up no upgrade: what was asked fails, and is asked again.
			blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close()
		});
	} catch (cause) {
		if (isMissing) return null;
		throw cause;
	}
}
