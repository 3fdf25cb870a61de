import type { IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import type { Schema } from './schema';

/** What may be done in a transaction, as types: each function says which stores it needs, and touches no other. */

export type StoreName = StoreNames<Schema>;

/** These stores of a transaction. */
export interface StoresIn<Stores extends StoreName, Mode extends IDBTransactionMode = IDBTransactionMode> {
	objectStore<Name extends Stores>(name: Name): IDBPObjectStore<Schema, StoreName[], Name, Mode>;
}

/** What work may do in a transaction that writes: use the stores it asked for. */
export type WriteTransaction<Stores extends StoreName> = StoresIn<Stores, 'readwrite'>;

/** A transaction that writes in any store. */
export type WideTransaction = IDBPTransaction<Schema, StoreName[], 'readwrite'>;

/** The part of a transaction that takes any store by name: what is in a journal was checked when it was written. */
export interface AnyStores {
	objectStore(name: string): {
		put(value: unknown): Promise<unknown>;
		delete(key: unknown): Promise<unknown>;
		clear(): Promise<unknown>;
		get(key: unknown): Promise<unknown>;
		readonly keyPath: string | string[];
	};
	readonly objectStoreNames: DOMStringList;
}
