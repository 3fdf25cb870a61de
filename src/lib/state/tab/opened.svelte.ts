import type { Change, From } from '$lib/storage/changes';
import { needsReload } from '$lib/storage/trouble';
import { messageOf } from '$lib/state/error-message';
import { keepFresh } from '$lib/state/keep-fresh';
import { NotFoundError } from '$lib/state/not-found-error';
import { reloadOnce } from '$lib/state/reload-once';
import { settleEverything } from '$lib/state/saving/save-queue';

/** Follows what was opened; gives a function that stops. @param again opens it anew */
export type Follow<Value> = (value: Value, again: () => void) => (() => void) | undefined;

/** Whether what is shown may be another by a change. @param value undefined as long as there is none */
export type Touches<Value> = (change: Change, from: From, value: Value | undefined) => boolean;

/**
 * What a page shows once it is read, and follows as long as the page is there. The one way to open something: who
 * leaves before it is read leaves nothing behind that listens.
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
	/** The last opening; a change is read after it. */
	#opening: Promise<void> | undefined;

	/**
	 * @param touches after which changes it is read once more, quietly: what is on the screen stays
	 * until then, and when that fails
	 * @returns a function for when the page is left
	 */
	open(
		read: () => Promise<Value>,
		follow: Follow<Value> = () => undefined,
		touches: Touches<Value> = () => false
	): () => void {
		const stopFresh = keepFresh(
			() => (this.#opening ? this.#refresh(read, follow) : this.openAgain(read, follow)),
			(change, from) => touches(change, from, this.value)
		);
		return () => {
			this.#left = true;
			stopFresh();
			this.#letGo();
		};
	}

	/**
	 * In the place of what was there: that stays on the screen until the other is read. Nothing
	 * happens once the page is left.
	 */
	openAgain(read: () => Promise<Value>, follow: Follow<Value> = () => undefined): Promise<void> {
		if (this.#left) return Promise.resolve();
		this.#letGo();
		this.#opening = this.#read(read, follow, (cause) => {
			this.#tell(cause);
			if (needsReload()) void reloadWhenSettled();
		});
		return this.#opening;
	}

	/** Reads what there is by now. What was opened with it, such as a text that someone is writing, stays open. */
	async #refresh(read: () => Promise<Value>, follow: Follow<Value>): Promise<void> {
		await this.#opening;
		if (this.#left) return;
		await this.#read(read, follow, (cause) => {
			if (!(cause instanceof NotFoundError)) return;
			this.#letGo();
			this.value = undefined;
			this.#tell(cause);
		});
	}

	async #read(read: () => Promise<Value>, follow: Follow<Value>, onproblem: (cause: unknown) => void): Promise<void> {
		const reading = this.#readings;
		const isLate = () => this.#left || this.#readings !== reading;
		try {
			const value = await read();
			if (isLate()) return;
			this.value = value;
			this.problem = undefined;
			this.missing = false;
			this.#stop ??= follow(value, () => void this.openAgain(read, follow));
		} catch (cause) {
			if (!isLate()) onproblem(cause);
		}
	}

	#tell(cause: unknown): void {
		this.problem = messageOf(cause);
		this.missing = cause instanceof NotFoundError;
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
