import { needsReload } from '$lib/storage/trouble';
import { NotFoundError } from './not-found-error';
import { reloadOnce } from './reload-once';
import { settleEverything } from './save-queue';

/** Follows what was opened; gives a function that stops. @param again opens it anew */
export type Follow<Value> = (value: Value, again: () => void) => (() => void) | undefined;

/**
 * What a page shows once it is read, and follows as long as the page is there. The one way to open something: who leaves before it is
 * read leaves nothing behind that listens.
 */
export class Opened<Value> {
	/** Undefined until it was read. */
	value = $state.raw<Value>();
	/** Why it cannot be read, in Dutch. */
	problem = $state<string>();
	/** Whether that is because it is not on this device. */
	missing = $state(false);
	/** Counts the readings: only what the last one finds is shown. */
	#readings = 0;
	#left = false;
	#stop: (() => void) | undefined;

	/** @returns a function for when the page is left */
	open(read: () => Promise<Value>, follow: Follow<Value> = () => undefined): () => void {
		void this.openAgain(read, follow);
		return () => {
			this.#left = true;
			this.#letGo();
		};
	}

	/** In the place of what was there: that stays on the screen until the other is read. Nothing happens once the page is left. */
	async openAgain(read: () => Promise<Value>, follow: Follow<Value> = () => undefined): Promise<void> {
		if (this.#left) return;
		this.#letGo();
		const reading = this.#readings;
		const isLate = () => this.#left || this.#readings !== reading;
		try {
			const value = await read();
			if (isLate()) return;
			this.value = value;
			this.problem = undefined;
			this.missing = false;
			this.#stop = follow(value, () => void this.openAgain(read, follow));
		} catch (cause) {
			if (isLate()) return;
			this.problem = cause instanceof Error ? cause.message : String(cause);
			this.missing = cause instanceof NotFoundError;
			if (needsReload()) void reloadWhenSettled();
		}
	}

	#letGo(): void {
		this.#readings += 1;
		this.#stop?.();
		this.#stop = undefined;
	}
}

/** Only a page that is loaded anew can read again: so it is, unless something of this tab is not stored. */
async function reloadWhenSettled(): Promise<void> {
	await settleEverything().then(reloadOnce, () => undefined);
}
