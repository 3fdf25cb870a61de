import { onMount } from 'svelte';
import type { Change, From } from '$lib/storage/changes';
import { needsReload } from '$lib/storage/trouble';
import { messageOf } from '$lib/state/error-message';
import { keepFresh } from '$lib/state/keep-fresh';
import { NotFoundError } from '$lib/state/not-found-error';
import { reloadOnce } from '$lib/state/reload-once';
import { settleEverything } from '$lib/state/saving/save-queue';

/** What a page shows, where it comes from, and what may change it. */
export interface Source<Value> {
	/** @throws Error in Dutch; a NotFoundError for what is not on this device */
	read(): Promise<Value>;
	/** Follows what was opened, which then changes by itself; gives a function that stops. */
	follow?(value: Value): (() => void) | undefined;
	/**
	 * After which changes it is read once more, quietly: what is on the screen stays until then, and when that fails.
	 * @param value undefined as long as there is none
	 */
	touches?(change: Change, from: From, value: Value | undefined): boolean;
}

/**
 * For a page while it is set up: opens what it shows once the page is there, follows it, and stops when the page is
 * left.
 */
export function openOnPage<Value>(source: Source<Value>): Opened<Value> {
	const opened = new Opened(source);
	onMount(() => opened.open());
	return opened;
}

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

	constructor(private readonly source: Source<Value>) {}

	/** @returns a function for when the page is left */
	open(): () => void {
		const stopFresh = keepFresh(
			() => (this.#opening ? this.#refresh() : this.openAgain()),
			(change, from) => this.source.touches?.(change, from, this.value) ?? false
		);
		return () => {
			this.#left = true;
			stopFresh();
			this.#letGo();
		};
	}

	/**
	 * In the place of what was there: that stays on the screen until the other is read. Nothing happens once the page
	 * is left.
	 * @param read another way to read it, this once
	 */
	openAgain(read: Source<Value>['read'] = () => this.source.read()): Promise<void> {
		if (this.#left) return Promise.resolve();
		this.#letGo();
		this.#opening = this.#read(read, (cause) => {
			this.#tell(cause);
			if (needsReload()) void reloadWhenSettled();
		});
		return this.#opening;
	}

	/** Reads what there is by now. What was opened with it, such as a text that someone is writing, stays open. */
	async #refresh(): Promise<void> {
		await this.#opening;
		if (this.#left) return;
		await this.#read(
			() => this.source.read(),
			(cause) => {
				if (!(cause instanceof NotFoundError)) return;
				this.#letGo();
				this.value = undefined;
				this.#tell(cause);
			}
		);
	}

	async #read(read: Source<Value>['read'], onproblem: (cause: unknown) => void): Promise<void> {
		const reading = this.#readings;
		const isLate = () => this.#left || this.#readings !== reading;
		try {
			const value = await read();
			if (isLate()) return;
			this.value = value;
			this.problem = undefined;
			this.missing = false;
			this.#stop ??= this.source.follow?.(value);
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
