import type { IDBPTransaction, StoreNames } from 'idb';
import type { Schema } from './schema';
import type { WriteTransaction } from './write';

type Store = StoreNames<Schema>;
type WideTransaction = IDBPTransaction<Schema, Store[], 'readwrite'>;

/** What a summary rests on, and where a record there says which measurement it belongs to. */
const restsOn: { [Name in Store]?: keyof Schema[Name]['value'] & string } = {
	measurements: 'id',
	responses: 'measurementId',
	answers: 'measurementId'
};
/** A change here can touch any summary. */
const ALL_REST_ON: Store = 'questionnaires';

/** The stores to open for writing in these: with the summaries, when they rest on one of them. */
export function withSummaries(stores: readonly Store[]): Store[] {
	const rest = stores.some((store) => store in restsOn || store === ALL_REST_ON);
	return rest ? [...stores, 'summaries'] : [...stores];
}

/**
 * The transaction for those who write: whatever they write takes away the summaries that rest on it, in this same
 * transaction. So no one can forget to.
 * @param together takes along what must not fail without failing the transaction
 */
export function watchSummaries<Stores extends Store>(
	tx: WideTransaction,
	together: (work: Promise<void>) => void
): WriteTransaction<Stores> {
	const objectStore = (name: Store) => watchStore(tx, name, together);
	return { objectStore } as WriteTransaction<Stores>;
}

/** A store that says what is written in it. Nobody writes through a cursor. */
function watchStore(tx: WideTransaction, name: Store, together: (work: Promise<void>) => void): object {
	const store = tx.objectStore(name);
	const ownerField = restsOn[name];
	if (ownerField === undefined && name !== ALL_REST_ON) return store;
	const summaries = tx.objectStore('summaries');

	async function forget(method: PropertyKey, subject: unknown): Promise<void> {
		if (ownerField === undefined || method === 'clear') return summaries.clear();
		const record: unknown = method === 'delete' ? await store.get(subject as string) : subject;
		if (typeof record === 'object' && record !== null) await summaries.delete(String(Reflect.get(record, ownerField)));
	}

	return new Proxy(store, {
		get(_target, method) {
			const member: unknown = Reflect.get(store, method);
			if (typeof member !== 'function') return member;
			return (...parameters: unknown[]): unknown => {
				if (isWriting(method)) together(forget(method, parameters[0]));
				return Reflect.apply(member, store, parameters);
			};
		}
	});
}

function isWriting(method: PropertyKey): boolean {
	return method === 'put' || method === 'add' || method === 'delete' || method === 'clear';
}
