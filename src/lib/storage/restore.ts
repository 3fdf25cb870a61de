import { openDB } from 'idb';
import { DATABASE_NAME } from './database-name';
import { changesOf, foldContent, keyOf, keyText } from './journal/fold';
import type { JournalContent } from './journal/journal-file';
import type { JournalChange } from './journal/lines';
import type { Schema } from './schema';
import { upgrades } from './upgrades';
import type { WideTransaction } from './watch-stores';

/** Part of IDBPTransaction that takes any store by name: what is in a journal was checked when it was written. */
interface AnyStores {
	objectStore(name: string): {
		put(value: unknown): Promise<unknown>;
		delete(key: unknown): Promise<unknown>;
		clear(): Promise<unknown>;
		get(key: unknown): Promise<unknown>;
		readonly keyPath: string | string[];
	};
	readonly objectStoreNames: DOMStringList;
}

/** What there was to bring back. */
export interface Restored {
	partnerships: number;
	measurements: number;
}

export function isEmpty({ copy, log }: JournalContent): boolean {
	return copy.length === 0 && log.every(({ changes }) => changes.every(([method]) => method !== 'put'));
}

/**
 * Makes the database that the journal describes, at the version it had; a later opening upgrades it. There must be none yet.
 * @param name another one than that of the app to look first whether it can be made
 */
export async function makeDatabaseFrom(content: JournalContent, name = DATABASE_NAME): Promise<void> {
	const { epoch, schema, sequence } = content.header;
	const db = await openDB<Schema>(name, schema, {
		upgrade: async (opened, oldVersion, _newVersion, tx) => {
			// Another tab was first.
			if (oldVersion > 0) return;
			tx.done.catch(() => undefined);
			try {
				for (const upgrade of upgrades.slice(0, schema)) await upgrade(opened, tx);
				await applyChanges(tx as unknown as AnyStores, changesOf(content));
				const last = content.log.at(-1)?.sequence ?? sequence;
				await tx.objectStore('meta').put({ key: 'journal', epoch, sequence: last, piles: content.piles });
			} catch {
				abort(tx);
			}
		}
	});
	db.close();
}

/**
 * Puts what the database lost back into it, within a transaction over all stores.
 * @param lost the numbers of the last lost transactions, and what they wrote
 * @param newer records that were written since, each as a store and a key: they stay as they are
 */
export async function bringBackLost(
	tx: WideTransaction,
	{ changes, last, lastPiles }: { changes: readonly JournalChange[]; last: number; lastPiles: number },
	newer: ReadonlySet<string> = new Set()
): Promise<void> {
	const stores = tx as unknown as AnyStores;
	await applyChanges(stores, newer.size === 0 ? changes : changes.filter((change) => !isNewer(stores, change, newer)));
	const meta = await tx.objectStore('meta').get('journal');
	if (meta?.key === 'journal') {
		const { key, epoch, sequence, piles = 0 } = meta;
		const counts = { sequence: Math.max(sequence, last) + 1, piles: Math.max(piles, lastPiles) + 1 };
		await tx.objectStore('meta').put({ key, epoch, ...counts });
	}
}

/**
 * Adds what the journal of an earlier database holds and this one does not; what is in both stays as it is here. From then on
 * this database goes on where the earlier one ended. Within a transaction over all stores.
 * @param newer as for `bringBackLost`: what was deleted here stays deleted
 */
export async function addFromEarlier(
	tx: WideTransaction,
	content: JournalContent,
	newer: ReadonlySet<string> = new Set()
): Promise<void> {
	const stores = tx as unknown as AnyStores;
	const keyPathOf = (name: string) =>
		stores.objectStoreNames.contains(name) ? stores.objectStore(name).keyPath : undefined;
	// What counts is how the earlier database was in the end, not how it got there.
	for (const [name, records] of foldContent(content, keyPathOf)) {
		const store = stores.objectStore(name);
		for (const [key, record] of records) {
			if (newer.has(recordName(name, key))) continue;
			if ((await store.get(keyOf(store.keyPath, record))) === undefined) await store.put(record);
		}
	}
	const { epoch, sequence } = content.header;
	const last = content.log.at(-1)?.sequence ?? sequence;
	const meta = await tx.objectStore('meta').get('journal');
	const own = meta?.key === 'journal' ? meta : { sequence: 0, piles: 0 };
	const counts = {
		sequence: Math.max(own.sequence, last) + 1,
		piles: Math.max(own.piles ?? 0, content.piles) + 1
	};
	await tx.objectStore('meta').put({ key: 'journal', epoch, ...counts });
}

/** One text for one record. @param key as `keyText` gives it */
export function recordName(store: string, key: string): string {
	return `${store} ${key}`;
}

function isNewer(stores: AnyStores, [method, name, subject]: JournalChange, newer: ReadonlySet<string>): boolean {
	// A store that was emptied as a whole may hold what came after: that is worth more than a deletion.
	if (method === 'clear') return true;
	if (!stores.objectStoreNames.contains(name)) return false;
	const key = method === 'put' ? keyOf(stores.objectStore(name).keyPath, subject) : subject;
	return newer.has(recordName(name, keyText(key)));
}

export function whatIsIn(content: JournalContent): Restored {
	const records = foldContent(content, (name) =>
		name === 'partnerships' || name === 'measurements' ? 'id' : undefined
	);
	return {
		partnerships: records.get('partnerships')?.size ?? 0,
		measurements: records.get('measurements')?.size ?? 0
	};
}

async function applyChanges(stores: AnyStores, changes: readonly JournalChange[]): Promise<void> {
	// A store that this version does not have belongs to a newer one.
	const known = changes.filter(([, store]) => stores.objectStoreNames.contains(store));
	await Promise.all(
		known.map(([method, name, subject]) => {
			const store = stores.objectStore(name);
			if (method === 'put') return store.put(subject);
			return method === 'delete' ? store.delete(subject) : store.clear();
		})
	);
}

/** It may have ended by itself already: then nothing is left to undo. */
function abort(tx: { abort(): void }): void {
	try {
		tx.abort();
	} catch {
		// As said above.
	}
}
