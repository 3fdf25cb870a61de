import { WorkEnded } from '$lib/domain/long-work';
import { asStorageError, reasonOf } from '$lib/storage/storage-error';
import { afterPaint } from './after-paint';
import type { SavedFile } from './saved-file';

export type SaveStatus =
	{ kind: 'idle' } | { kind: 'saving' } | { kind: 'saved' } | { kind: 'failed'; message: string };

/** Every queue in this tab that has something left to store. */
const unsettled = new Set<SaveQueue>();

/**
 * Resolves when nothing in this tab is left to store; what one queue cannot store holds up no other.
 * @throws Error with every reason, in Dutch, when something could not be stored
 */
export async function settleEverything(): Promise<void> {
	const outcomes = await Promise.allSettled([...unsettled].map((queue) => queue.settled()));
	const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
	if (failed.length === 0) return;
	const reasons = failed.map(({ reason }) => reasonOf(reason));
	throw new Error([...new Set(reasons)].join(' '), { cause: failed[0]?.reason });
}

/** What a queue stores, for when people leave its page before all of it is stored. */
export interface Belongings {
	/** In Dutch, as the end of a sentence: «niet bewaard: de notities bij deze meting». */
	what: string;
	/** All that its page shows, also what could not be stored; nothing where no file may be made. */
	file: () => SavedFile | Promise<SavedFile> | undefined;
}

/** A queue that could not store something, and whose page was left. */
export type LeftQueue = Pick<SaveQueue, 'belongings' | 'failureMessage' | 'settled' | 'forget'>;

let keepLeft: ((queue: LeftQueue) => void) | undefined;

/** @param keep keeps what stays behind, and tells people of it; from then on it holds up nothing else */
export function onLeft(keep: (queue: LeftQueue) => void): () => void {
	keepLeft = keep;
	return () => {
		if (keepLeft === keep) keepLeft = undefined;
	};
}

if (typeof window !== 'undefined') {
	// Who leaves right after an answer does not wait for a paint.
	window.addEventListener('pagehide', () => {
		for (const queue of unsettled) void queue.writeAll();
	});
}

/**
 * Stores one thing at a time, each in a transaction of its own, after what people see is painted. «Saved» only when
 * nothing is left to store; after a failure everything unstored stays waiting for the next try.
 */
export class SaveQueue {
	/** By place, the latest wish only. */
	readonly #waiting = new Map<string, () => Promise<void>>();
	#busy = false;
	#told: SaveStatus['kind'] = 'idle';
	#round: Promise<void> = Promise.resolve();
	#failure: Error | null = null;
	/** How many pieces of work have ended, well or not. */
	ended = 0;

	constructor(
		private readonly report: (status: SaveStatus) => void,
		readonly belongings?: Belongings
	) {}

	put(place: string, work: () => Promise<void>): void {
		this.#waiting.set(place, work);
		unsettled.add(this);
		this.#tell({ kind: 'saving' });
		afterPaint(() => void this.writeAll());
	}

	/** The places of which the latest wish is not stored yet. */
	get places(): string[] {
		return [...this.#waiting.keys()];
	}

	/** Whether the latest wish for this place is not stored yet. */
	waitsFor(place: string): boolean {
		return this.#waiting.has(place);
	}

	/** Whether anything is not stored yet. */
	get isWaiting(): boolean {
		return this.#waiting.size > 0;
	}

	/** Why something could not be stored, in Dutch. */
	get failureMessage(): string {
		return this.#failure?.message ?? '';
	}

	/** People leave its page: what cannot be stored is kept elsewhere from now on. */
	async leave(): Promise<void> {
		await this.writeAll();
		if (!this.isWaiting || !keepLeft || !this.belongings) return;
		unsettled.delete(this);
		keepLeft(this);
	}

	/** Resolves when nothing is left to store. @throws StorageError or WorkEnded when something could not be stored */
	async settled(): Promise<void> {
		await this.writeAll();
		if (this.#failure) throw this.#failure;
	}

	/** Drops what still waits, and resolves when the write under way has ended. */
	async forget(): Promise<void> {
		this.#waiting.clear();
		unsettled.delete(this);
		if (!this.#busy) this.#tell({ kind: 'idle' });
		await this.#round;
	}

	/** Stores all that waits; the same promise for everyone who asks meanwhile. */
	writeAll(): Promise<void> {
		if (this.#busy) return this.#round;
		if (this.#waiting.size === 0) return Promise.resolve();
		this.#busy = true;
		this.#round = this.#write();
		return this.#round;
	}

	async #write(): Promise<void> {
		this.#tell({ kind: 'saving' });
		try {
			for (let next = this.#first(); next; next = this.#first()) {
				const [place, work] = next;
				await work().finally(() => (this.ended += 1));
				// A newer wish for the same place may have come in meanwhile: that one still has to be stored.
				if (this.#waiting.get(place) === work) this.#waiting.delete(place);
			}
			this.#failure = null;
			unsettled.delete(this);
			this.#tell({ kind: 'saved' });
		} catch (cause) {
			this.#failure = cause instanceof WorkEnded ? cause : asStorageError(cause);
			this.#tell({ kind: 'failed', message: this.#failure.message });
		} finally {
			this.#busy = false;
		}
	}

	#tell(status: SaveStatus): void {
		if (status.kind === 'saving' && this.#told === 'saving') return;
		this.#told = status.kind;
		this.report(status);
	}

	#first(): [string, () => Promise<void>] | undefined {
		return this.#waiting.entries().next().value;
	}
}
