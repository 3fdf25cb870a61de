import fc from 'fast-check';
import { vi } from 'vitest';
import { throwAway } from './inside';

/** Where a browser's storage may fail. */
export const PLACES = ['open', 'open at once', 'transaction', 'request', 'commit', 'commit that came through'] as const;
export type Place = (typeof PLACES)[number];

/** What browsers are known to say, names that nobody has heard of, and those of other faults. */
const NAMES = [
	'UnknownError',
	'InternalError',
	'AbortError',
	'InvalidStateError',
	'TransactionInactiveError',
	'QuotaExceededError',
	'TimeoutError',
	'NotReadableError',
	'NotFoundError',
	'SecurityError',
	'OperationError',
	'DataError',
	'VersionError',
	'ErrorOfNextYear'
];

export interface Fault {
	place: Place;
	/** Of the DOMException. */
	name: string;
	times: number;
	/** How often it goes well first. */
	after?: number;
}

/** A fault of any place and name, one to five times; one may add when it begins. */
export const anyFault = {
	place: fc.constantFrom(...PLACES),
	name: fc.constantFrom(...NAMES),
	times: fc.integer({ min: 1, max: 5 })
};

/** Hears of all that is asked of storage, before it is done. */
export interface Watcher {
	/** @param name of the database @param read whether everything in a store is read, once it was made */
	asked(name: string, read: boolean): void;
	/** @param version of the database before it */
	writing(tx: IDBTransaction, version: number): void;
	deleting(name: string): void;
}

/** The parts of fake-indexeddb that no browser shows. */
interface Inside {
	_rollbackLog: (() => void)[];
	mode: string;
	db: IDBDatabase;
	error: DOMException | null;
	dispatchEvent(event: { type: string }): boolean;
}
interface Listening {
	listeners: { type: string; callback: (event: { type: string }) => void }[];
	error: DOMException | null;
	readyState: string;
}

/** Makes the storage of this process fail as told, until `vi.restoreAllMocks`. */
export class FaultyStorage {
	#armed: Fault[] = [];
	/** How many faults happened. */
	happened = 0;
	/** Every database that something asked to delete. */
	readonly deleted: string[] = [];
	/** Every database that was opened well, each once, in order. */
	readonly made: string[] = [];
	breakAll = false;
	/** Databases that cannot be opened, however often it is tried. */
	readonly broken = new Set<string>();
	watcher: Watcher | undefined;

	constructor() {
		this.#breakOpening();
		this.#breakTransactions();
		this.#breakRequests();
	}

	arm(...faults: readonly Fault[]): void {
		this.#armed = faults.map((fault) => ({ ...fault }));
	}

	#take(place: Place): DOMException | undefined {
		const fault = this.#armed.find((one) => one.place === place && one.times > 0);
		if (!fault) return undefined;
		if (fault.after) {
			fault.after -= 1;
			return undefined;
		}
		fault.times -= 1;
		this.happened += 1;
		return new DOMException('It does not do it', fault.name);
	}

	#breakOpening(): void {
		const open = IDBFactory.prototype.open;
		const take = (name: string) =>
			this.breakAll || this.broken.has(name) ? new DOMException('broken', 'UnknownError') : this.#take('open');
		const note = (name: string) => this.made.includes(name) || this.made.push(name);
		const takeAtOnce = (name: string) => {
			this.watcher?.asked(name, false);
			return this.#take('open at once');
		};
		vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...given) {
			const atOnce = takeAtOnce(given[0]);
			if (atOnce) throw atOnce;
			const error = take(given[0]);
			if (error) return failedOpening(error);
			note(given[0]);
			return open.apply(this, given);
		});
		const remove = IDBFactory.prototype.deleteDatabase;
		const forget = (name: string) => {
			this.watcher?.deleting(name);
			this.deleted.push(name);
			// Nothing of it opens any more: nobody is waited for.
			if (this.broken.delete(name)) throwAway(name);
		};
		vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(function (this: IDBFactory, name) {
			forget(name);
			return remove.call(this, name);
		});
	}

	#breakTransactions(): void {
		const transaction = IDBDatabase.prototype.transaction;
		const take = (place: Place) => this.#take(place);
		const tell = (tx: IDBTransaction, version: number) => this.watcher?.writing(tx, version);
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
			// An upgrade is begun by the browser itself.
			const upgrades = given[1] === ('versionchange' as string);
			const error = upgrades ? undefined : take('transaction');
			if (error) throw error;
			const tx = transaction.apply(this, given);
			if (upgrades || given[1] === 'readwrite') {
				tell(tx, (upgrades ? (this as { _oldVersion?: number })._oldVersion : undefined) ?? this.version);
				const lost = take('commit');
				const cameThrough = lost ? undefined : take('commit that came through');
				if (lost ?? cameThrough) sayThatItFailed(tx as unknown as Inside, lost ?? cameThrough, Boolean(lost));
			}
			return tx;
		});
	}

	#breakRequests(): void {
		const take = (store: IDBObjectStore, method: string) => {
			this.watcher?.asked(store.transaction.db.name, method === 'getAll' && store.transaction.mode === 'readonly');
			return this.#take('request');
		};
		for (const method of ['put', 'get', 'getAll', 'count'] as const) {
			const original = IDBObjectStore.prototype[method] as (...given: unknown[]) => IDBRequest;
			vi.spyOn(IDBObjectStore.prototype, method as 'get').mockImplementation(function (
				this: IDBObjectStore,
				...given: unknown[]
			) {
				const error = take(this, method);
				if (error) throw error;
				return original.apply(this, given);
			});
		}
	}
}

function failedOpening(error: DOMException): IDBOpenDBRequest {
	const request = new (IDBOpenDBRequest as unknown as new () => IDBOpenDBRequest)();
	const inside = request as unknown as Listening;
	setImmediate(() => {
		inside.error = error;
		inside.readyState = 'done';
		for (const { type, callback } of [...inside.listeners]) if (type === 'error') callback({ type });
	});
	return request;
}

/** The page hears of an abort when it commits. @param isLost whether nothing of it is kept */
function sayThatItFailed(tx: Inside, error: DOMException | undefined, isLost: boolean): void {
	const dispatch = tx.dispatchEvent.bind(tx);
	tx.dispatchEvent = (event) => {
		if (event.type !== 'complete') return dispatch(event);
		if (isLost) for (const undo of tx._rollbackLog.reverse()) undo();
		// Nobody gets the connection of an upgrade that failed.
		if (tx.mode === 'versionchange') tx.db.close();
		tx.error = error ?? null;
		event.type = 'abort';
		return dispatch(event);
	};
}
