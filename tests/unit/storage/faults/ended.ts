import { Device, type Left } from './device';
import type { FaultyStorage, Watcher } from './faulty-storage';
import { raw, type Raw, type RawStore } from './inside';

/** A database as it was at one moment. */
interface Kept {
	version: number;
	stores: [name: string, store: RawStore, records: { key: IDBValidKey; value: unknown }[]][];
}

function keep({ rawObjectStores }: Raw, version: number): Kept {
	const stores = [...rawObjectStores].map(([name, store]): Kept['stores'][number] => [
		name,
		store,
		[...store.records.values()]
	]);
	return { version, stores };
}

/**
 * A device whose browser ends at a moment that is chosen before: what it would find when it starts again. What was
 * under way goes on in the browser that is left behind, and reaches nothing of that.
 */
export class Ending implements Watcher {
	#countdown: number;
	/** Of each database that is being written in, how it was before. */
	readonly #before = new Map<string, { kept: Kept; writing: IDBTransaction[] }>();
	#left: (Left & { databases: Map<string, Kept>; broken: string[] }) | undefined;

	/** @param after so many questions to storage */
	constructor(
		after: number,
		private readonly device: Device,
		private readonly storage: FaultyStorage,
		private readonly also: Pick<Watcher, 'asked' | 'deleting'>
	) {
		this.#countdown = after;
	}

	get hasEnded(): boolean {
		return this.#left !== undefined;
	}

	asked(name: string, read: boolean): void {
		this.#countdown -= 1;
		if (this.#countdown === 0) this.end();
		if (!this.#left) this.also.asked(name, read);
	}

	writing(tx: IDBTransaction, version: number): void {
		const { name } = tx.db;
		const found = raw().get(name);
		if (!found) return;
		const open = this.#beingWritten(name);
		this.#before.set(name, { kept: open?.kept ?? keep(found, version), writing: [...(open?.writing ?? []), tx] });
	}

	deleting(name: string): void {
		this.asked(name, false);
		if (!this.#left) this.also.deleting(name);
	}

	/** The browser starts again: from here on everything happens there. Nothing may be under way in the one before. */
	async startAgain(): Promise<Device> {
		if (!this.#left) throw new Error('it did not end');
		const device = new Device(this.#left);
		this.storage.broken.clear();
		this.storage.watcher = undefined;
		for (const [name, kept] of this.#left.databases) await makeAgain(name, kept);
		for (const name of this.#left.broken) this.storage.broken.add(name);
		return device;
	}

	/** Now, if it did not end before. */
	end(): void {
		if (this.#left) return;
		const databases = new Map<string, Kept>();
		for (const [name, database] of raw()) {
			const kept = this.#beingWritten(name)?.kept ?? keep(database, database.version);
			if (kept.version > 0) databases.set(name, kept);
		}
		this.#left = { ...this.device.left, databases, broken: [...this.storage.broken] };
	}

	#beingWritten(name: string) {
		const before = this.#before.get(name);
		const isOpen = (tx: IDBTransaction) => (tx as unknown as { _state: string })._state !== 'finished';
		return before?.writing.some(isOpen) ? before : undefined;
	}
}

function makeAgain(name: string, { version, stores }: Kept): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name, version);
		request.onerror = () => reject(new Error(`${name} was not made again`));
		request.onupgradeneeded = () => {
			for (const [storeName, { keyPath, autoIncrement, rawIndexes }, records] of stores) {
				const store = request.result.createObjectStore(storeName, { keyPath, autoIncrement });
				for (const [index, { keyPath: path, unique, multiEntry }] of rawIndexes)
					store.createIndex(index, path, { unique, multiEntry });
				for (const { key, value } of records) store.put(value, keyPath === null ? key : undefined);
			}
		};
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
	});
}
