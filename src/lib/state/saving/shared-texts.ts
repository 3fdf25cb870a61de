import { SvelteMap } from 'svelte/reactivity';
import type { TextChange } from '$lib/domain/text/text-change';
import { loadMerging, NeedsMerging } from './merging';
import type { SaveQueue } from './save-queue';
import { SharedText } from './shared-text.svelte';
import { shownAndStored } from './shown-and-stored';

/**
 * Changes the text of this id as it is now in the database.
 * @returns the text as it became
 */
export type StoreText = (id: string, change: (stored: string) => string) => Promise<string>;

/** Texts by id, each to be written in more than one tab. */
export class SharedTexts {
	readonly #texts = new SvelteMap<string, SharedText>();

	/** @param max of each, in UTF-16 units */
	constructor(
		private readonly queue: SaveQueue,
		private readonly max: number,
		private readonly store: StoreText
	) {}

	of(id: string): string {
		return this.#texts.get(id)?.text ?? '';
	}

	/** How it last changed because someone wrote it here and elsewhere at the same time. */
	joined(id: string): TextChange | undefined {
		return this.#texts.get(id)?.joined;
	}

	/** Those that are not blank. */
	get written(): [id: string, text: string][] {
		const all = [...this.#texts].map(([id, { text }]): [string, string] => [id, text]);
		return all.filter(([, text]) => text.trim() !== '');
	}

	write(id: string, text: string): void {
		const shared = this.#textOf(id);
		shared.text = text;
		this.queue.put(placeOf(id), async () => {
			const typed = shared.text;
			const store = () => this.store(id, (stored) => shared.over(typed, stored));
			shared.settle(typed, await store().catch((cause: unknown) => onceMerging(cause, store)));
		});
	}

	get ids(): string[] {
		return [...this.#texts.keys()];
	}

	/** What was typed on a page before this one and is not stored yet. @param base what was stored when it was typed */
	goOn(id: string, typed: string, base: string): void {
		this.#texts.set(id, new SharedText(base, this.max, typed));
		this.write(id, typed);
	}

	/** What was stored of a text when this tab last looked. */
	baseOf(id: string): string {
		return this.#texts.get(id)?.base ?? '';
	}

	/**
	 * Shows what is stored; what still has to be stored here comes together with it then.
	 * @param stored all of them: one that is left out is blank
	 */
	hear(stored: Iterable<readonly [string, string]>): void {
		for (const [id, text] of shownAndStored(this.#texts.keys(), stored)) {
			if (!this.queue.waitsFor(placeOf(id))) this.#textOf(id).hear(text ?? '');
		}
	}

	#textOf(id: string): SharedText {
		const known = this.#texts.get(id);
		if (known) return known;
		const made = new SharedText('', this.max);
		this.#texts.set(id, made);
		return made;
	}
}

/** In the queue. */
export function placeOf(id: string): `text ${string}` {
	return `text ${id}`;
}

async function onceMerging<Result>(cause: unknown, work: () => Promise<Result>): Promise<Result> {
	if (!(cause instanceof NeedsMerging)) throw cause;
	await loadMerging();
	return work();
}
