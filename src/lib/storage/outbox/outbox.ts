import { within } from '$lib/storage/insist';

/** A sealed envelope on its way, with what it takes to send it and to know that it came in. */
export interface Outgoing {
	responseId: string;
	measurementId: string;
	/** The address of the site with the letterbox, with a slash at the end. */
	site: string;
	roomId: string;
	slotSecret: Uint8Array<ArrayBuffer>;
	revision: number;
	/** By this the same answers are known again without opening anything. */
	content: string;
	envelope: Uint8Array<ArrayBuffer>;
	hash: string;
	acknowledgementKey: Uint8Array<ArrayBuffer>;
	/** As the letterbox gave it; only a valid one is kept. */
	acknowledgement: string | null;
	state: 'waiting' | 'sent' | 'acknowledged' | 'refused';
	/** Whether the letterbox ever took this envelope. */
	delivered: boolean;
	/** Whether the notes did not fit in it. */
	notesLeftOut: boolean;
}

export interface Kept {
	outgoing: Outgoing;
	/** Whether it is on the disk, and there at the next visit. */
	stored: boolean;
}

const STORE = 'envelopes';
const VERSION = 1;
/** In milliseconds; a disk that hangs holds up no envelope. */
const PATIENCE = 3000;

/** What becomes of an envelope, given what is there; the same, to leave it so. */
export type Change = (held: Outgoing | undefined) => Outgoing | undefined;

/** What this page knows of an envelope, and where it is: `wiped` was in the database, and is not put there again. */
interface Seen {
	outgoing: Outgoing;
	where: 'stored' | 'unstored' | 'wiped';
}

/** The envelopes of this phone: in the database, or in the memory of this page where there is none. */
export class Outbox {
	readonly #seen = new Map<string, Seen>();

	/**
	 * @param name of the database
	 * @param makesNew false: one that is not there stays so
	 */
	constructor(
		private readonly name: string,
		private readonly makesNew = true
	) {}

	/** @returns undefined where there is none */
	read(responseId: string): Promise<Kept | undefined> {
		return this.change(responseId, (held) => held);
	}

	/**
	 * Changes an envelope as it is now, in one transaction: another tab may have sealed a newer one.
	 * @param change is asked once more where storage fails in the midst of it
	 * @returns what is there after it
	 */
	async change(responseId: string, change: Change): Promise<Kept | undefined> {
		const before = this.#seen.get(responseId);
		let after: Seen | undefined;
		try {
			await this.#inStore('readwrite', (store) => {
				const asked = store.get(responseId) as IDBRequest<Outgoing | undefined>;
				asked.onsuccess = () => {
					const where = asked.result || !before || before.where === 'unstored' ? 'stored' : 'wiped';
					const held = where === 'wiped' || before?.where === 'unstored' ? before?.outgoing : undefined;
					const outgoing = change(newest(asked.result, held));
					after = outgoing && { outgoing, where };
					if (outgoing && outgoing !== asked.result && where === 'stored') store.put(outgoing);
				};
			});
		} catch {
			const outgoing = change(before?.outgoing);
			after = outgoing && { outgoing, where: before?.where === 'wiped' ? 'wiped' : 'unstored' };
		}
		if (after) this.#seen.set(responseId, after);
		return after && { outgoing: after.outgoing, stored: after.where === 'stored' };
	}

	/** @returns those that no letterbox has taken yet; none where nothing can be read */
	async waiting(): Promise<Outgoing[]> {
		let found: Outgoing[] = [];
		await this.#inStore('readonly', (store) => {
			const asked = store.getAll() as IDBRequest<Outgoing[]>;
			asked.onsuccess = () => (found = asked.result.filter(({ state }) => state === 'waiting'));
		}).catch(() => undefined);
		return found;
	}

	/**
	 * Wipes the envelope of a sheet.
	 * @returns what was there, to put back
	 * @throws DOMException, TookTooLong when it may still be there
	 */
	async remove(responseId: string): Promise<Outgoing | undefined> {
		const seen = this.#seen.get(responseId);
		let found: Outgoing | undefined;
		const removed = this.#inStore('readwrite', (store) => {
			const asked = store.get(responseId) as IDBRequest<Outgoing | undefined>;
			asked.onsuccess = () => {
				found = asked.result;
				store.delete(responseId);
			};
		});
		// What never could be stored is nowhere else.
		await (seen?.where === 'unstored' ? removed.catch(() => undefined) : removed);
		this.#seen.delete(responseId);
		return newest(found, seen?.outgoing);
	}

	/** Puts back what `remove` gave. */
	async putBack(outgoing: Outgoing): Promise<void> {
		await this.change(outgoing.responseId, (held) => newest(held, outgoing));
	}

	async #inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<void> {
		await within(PATIENCE, 'the outbox', this.#transact(mode, work));
	}

	async #transact(mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<void> {
		const db = await this.#open();
		try {
			await new Promise<void>((resolve, reject) => {
				// On the disk before it leaves: or a phone that falls out begins a second slot.
				const transaction = db.transaction(STORE, mode, { durability: 'strict' });
				transaction.oncomplete = () => resolve();
				transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
				work(transaction.objectStore(STORE));
			});
		} finally {
			db.close();
		}
	}

	#open(): Promise<IDBDatabase> {
		return new Promise((resolve, reject) => {
			const opening = indexedDB.open(this.name, VERSION);
			opening.onupgradeneeded = () => {
				if (this.makesNew) opening.result.createObjectStore(STORE, { keyPath: 'responseId' });
				else opening.transaction?.abort();
			};
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error ?? new DOMException('', 'UnknownError'));
		});
	}
}

function newest(one: Outgoing | undefined, other: Outgoing | undefined): Outgoing | undefined {
	return !other || (one && one.revision > other.revision) ? one : other;
}
