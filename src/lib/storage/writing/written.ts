import type { Countable } from './count-transaction';
import { keyOf, keyText, recordName } from '$lib/storage/journal/fold';
import type { KeyPath } from '$lib/storage/key-paths';
import { isLogged, isPiled, RESPONSE_STORE, responsesPile, SHEETS_PILE } from '$lib/storage/journal/journaled-stores';
import type { WrittenTransaction } from '$lib/storage/journal/keeper';
import type { JournalChange } from '$lib/storage/journal/lines';
import type { StoredCount } from '$lib/storage/schema';
import type { StoreName } from '$lib/storage/transaction';
import type { StoreWrite } from './watch-stores';

/** More than this, and a new copy of everything is quicker than an entry. */
const MANY_CHANGES = 500;
/** What people delete here is gone when the screen says so. */
const GONE_AT_ONCE: readonly StoreName[] = ['partnerships', 'measurements', 'letterboxes'];

/** What a transaction wrote, for the journal. */
export class Written implements Countable {
	/** Every record, as `recordName` says it. */
	readonly names = new Set<string>();
	/** The measurements of all that was written, for whoever looks them up. */
	readonly owners = new Set<string>();
	isLogged = false;
	isPiled = false;
	/** Whether people are told next that something is gone. */
	mustCompact = false;
	/** Whether what was deleted is still in the log. */
	#deletes = false;
	/** Undefined once there are too many: they are not kept in memory then. */
	#changes: JournalChange[] | undefined = [];
	#hasResponses = false;
	#hasSheets = false;

	get isAnything(): boolean {
		return this.isLogged || this.isPiled;
	}

	/** Whether the log still holds what was deleted, until it is written anew. */
	get leavesInLog(): boolean {
		return this.#deletes && !this.#copies;
	}

	add(write: StoreWrite): void {
		const { name, method, subject, store } = write;
		const deletes = method === 'delete' || method === 'clear';
		if (method !== 'clear') {
			const key: unknown = method === 'delete' ? subject : keyOf(store.keyPath as KeyPath, subject);
			this.names.add(recordName(name, keyText(key)));
		}
		if (isPiled(name)) {
			this.isPiled = true;
			this.mustCompact ||= deletes;
			if (name === RESPONSE_STORE) this.#hasResponses = true;
			else this.#hasSheets = true;
		}
		if (isLogged(name)) {
			this.isLogged = true;
			this.#deletes ||= deletes;
			this.mustCompact ||= deletes && GONE_AT_ONCE.includes(name);
			if (this.#changes?.push(asJournalChange(write)) === MANY_CHANGES + 1) this.#changes = undefined;
		}
	}

	/** @param counted what this transaction was counted as */
	forJournal({ epoch, sequence, piles = 0 }: StoredCount): WrittenTransaction {
		const changes = this.#changes;
		const isEntry = this.isLogged && !this.#copies && changes;
		return {
			epoch,
			entry: isEntry ? { sequence, changes } : undefined,
			copies: this.isLogged && this.#copies,
			piles: this.isPiled ? { number: piles, names: this.#piles } : undefined
		};
	}

	/** An entry in the log that belongs to a response would tell when that one came. */
	get #copies(): boolean {
		return this.isPiled || this.mustCompact || !this.#changes;
	}

	get #piles(): string[] {
		const responses = this.#hasResponses ? [...this.owners].sort().map(responsesPile) : [];
		return this.#hasSheets ? [...responses, SHEETS_PILE] : responses;
	}
}

function asJournalChange({ name, method, subject }: StoreWrite): JournalChange {
	if (method === 'clear') return ['clear', name];
	return [method === 'delete' ? 'delete' : 'put', name, subject];
}
