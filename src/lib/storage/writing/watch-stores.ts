import type { IDBPObjectStore } from 'idb';
import type { Schema } from '$lib/storage/schema';
import type { StoreName, WideTransaction, WriteTransaction } from '$lib/storage/transaction';

/** One write, before it is done. */
export interface StoreWrite {
	name: StoreName;
	store: IDBPObjectStore<Schema, StoreName[], StoreName, 'readwrite'>;
	method: 'put' | 'add' | 'delete' | 'clear';
	/** The record, or the key of what is deleted. */
	subject: unknown;
}

/**
 * The transaction for those who write: it tells of every write, so no one can forget to.
 * Nobody writes through a cursor.
 */
export function watchStores<Stores extends StoreName>(
	tx: WideTransaction,
	onWrite: (write: StoreWrite) => void
): WriteTransaction<Stores> {
	const objectStore = (name: StoreName) => watchStore(tx, name, onWrite);
	return { objectStore } as WriteTransaction<Stores>;
}

function watchStore(tx: WideTransaction, name: StoreName, onWrite: (write: StoreWrite) => void): object {
	const store = tx.objectStore(name);
	return new Proxy(store, {
		get(_target, method) {
			const member: unknown = Reflect.get(store, method);
			if (typeof member !== 'function') return member;
			return (...parameters: unknown[]): unknown => {
				if (isWriting(method)) onWrite({ name, store, method, subject: parameters[0] });
				return Reflect.apply(member, store, parameters);
			};
		}
	});
}

function isWriting(method: PropertyKey): method is StoreWrite['method'] {
	return method === 'put' || method === 'add' || method === 'delete' || method === 'clear';
}
