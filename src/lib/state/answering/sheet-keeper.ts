import type { SheetOf } from '$lib/storage/records/sheet-records';
import { forgetSheet, keepSheet, type KeptSheet } from './kept-sheet';

/** Storing that takes longer than this counts as trouble (ms). */
const LATE = 1000;

/** Those with something unstored. */
const unsettled = new Set<SheetKeeper>();

if (typeof window !== 'undefined') {
	const keepAll = () => {
		for (const keeper of unsettled) keeper.keep();
	};
	window.addEventListener('pagehide', keepAll);
	// On a phone a tab that is out of sight may end without a word.
	document.addEventListener('visibilitychange', () => document.hidden && keepAll());
}

/**
 * Keeps one sheet in this tab for as long as something of it is not stored, and storing it fails, takes long or is
 * overtaken by leaving the page.
 */
export class SheetKeeper {
	#timer: ReturnType<typeof setTimeout> | undefined;
	#keeps = false;
	#outlivesReload = false;

	/** @param content what is to be kept now; undefined: nothing */
	constructor(
		private readonly of: SheetOf,
		private readonly content: () => KeptSheet | undefined
	) {}

	/** Whether it is kept, and there again after a reload. */
	get outlivesReload(): boolean {
		return this.#keeps && this.#outlivesReload;
	}

	/** Something is to be stored. */
	begin(): void {
		unsettled.add(this);
		if (this.#keeps) this.keep();
		else this.#timer ??= setTimeout(() => this.keep(), LATE);
	}

	/** What is kept changed in another way. */
	renew(): void {
		if (this.#keeps) this.keep();
	}

	keep(): void {
		const content = this.content();
		if (!content) return;
		this.#keeps = true;
		this.#outlivesReload = keepSheet(this.of, content);
	}

	/** All of it is stored, handed in or wiped. */
	end(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		unsettled.delete(this);
		if (this.#keeps) forgetSheet(this.of);
		this.#keeps = false;
	}
}
