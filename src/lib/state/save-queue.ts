import { asStorageError, type StorageError } from '$lib/storage/storage-error';
import { afterPaint } from './after-paint';

export type SaveStatus =
	{ kind: 'idle' } | { kind: 'saving' } | { kind: 'saved' } | { kind: 'failed'; message: string };

/** Every queue in this tab that has something left to store. */
const unsettled = new Set<SaveQueue>();

/**
 * Resolves when nothing in this tab is left to store.
 * @throws StorageError when something could not be stored
 */
export async function settleEverything(): Promise<void> {
	for (const queue of unsettled) await queue.settled();
}

if (typeof window !== 'undefined') {
	// Who leaves right after an answer does not wait for a paint.
	window.addEventListener('pagehide', () => {
		for (const queue of unsettled) void queue.writeAll();
	});
}

/**
 * Stores one thing at a time, each in a transaction of its own, after what people see is painted. «Saved» only when nothing is left to store; after a
 * failure everything unstored stays waiting for the next try.
 */
export class SaveQueue {
	/** By place, the latest wish only. */
	readonly #waiting = new Map<string, () => Promise<void>>();
	#busy = false;
	#told: SaveStatus['kind'] = 'idle';
	#round: Promise<void> = Promise.resolve();
	#failure: StorageError | null = null;

	constructor(private readonly report: (status: SaveStatus) => void) {}

	put(place: string, work: () => Promise<void>): void {
		this.#waiting.set(place, work);
		unsettled.add(this);
		this.#tell({ kind: 'saving' });
		afterPaint(() => void this.writeAll());
	}

	/** Whether the latest wish for this place is not stored yet. */
	waitsFor(place: string): boolean {
		return this.#waiting.has(place);
	}

	/** Resolves when nothing is left to store. @throws StorageError when something could not be stored */
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
				await work();
				// A newer wish for the same place may have come in meanwhile: that one still has to be stored.
				if (this.#waiting.get(place) === work) this.#waiting.delete(place);
			}
			this.#failure = null;
			unsettled.delete(this);
			this.#tell({ kind: 'saved' });
		} catch (cause) {
			this.#failure = asStorageError(cause);
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
