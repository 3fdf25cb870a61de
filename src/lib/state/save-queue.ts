import { asStorageError } from '$lib/storage/storage-error';

export type SaveStatus =
	{ kind: 'idle' } | { kind: 'saving' } | { kind: 'saved' } | { kind: 'failed'; message: string };

/**
 * Stores one thing at a time, each in a transaction of its own. «Saved» only when nothing is left to store; after a
 * failure everything unstored stays waiting for the next try.
 */
export class SaveQueue {
	/** By place, the latest wish only. */
	readonly #waiting = new Map<string, () => Promise<void>>();
	#writing = false;

	constructor(private readonly report: (status: SaveStatus) => void) {}

	put(place: string, work: () => Promise<void>): void {
		this.#waiting.set(place, work);
		void this.writeAll();
	}

	async writeAll(): Promise<void> {
		if (this.#writing) return;
		this.#writing = true;
		this.report({ kind: 'saving' });
		try {
			for (let next = this.#first(); next; next = this.#first()) {
				const [place, work] = next;
				await work();
				// A newer wish for the same place may have come in meanwhile: that one still has to be stored.
				if (this.#waiting.get(place) === work) this.#waiting.delete(place);
			}
			this.report({ kind: 'saved' });
		} catch (cause) {
			this.report({ kind: 'failed', message: asStorageError(cause).message });
		} finally {
			this.#writing = false;
		}
	}

	#first(): [string, () => Promise<void>] | undefined {
		return this.#waiting.entries().next().value;
	}
}
