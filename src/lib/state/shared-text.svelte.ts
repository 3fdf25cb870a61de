import { WorkEnded } from '$lib/domain/long-work';
import { mergeTexts } from '$lib/domain/merge-texts';

/** One text that may be written in more than one tab: what is typed here and what is stored meanwhile come together, and nobody's word is lost. */
export class SharedText {
	/** What is on the screen. */
	text = $state('');
	/** Whether someone wrote here and elsewhere at the same time: both texts are in it since. */
	joined = $state(false);
	/** What was stored when this tab last looked. */
	#base: string;
	/** What this tab asked to store since: it may be stored although nothing said so. */
	#sent: string[] = [];

	/** @param max in UTF-16 units: more than fits in a file is not stored */
	constructor(
		stored: string,
		private readonly max: number
	) {
		this.text = this.#base = stored;
	}

	/** What was stored when this tab last looked: with the text it tells what was typed here. */
	get base(): string {
		return this.#base;
	}

	/** Shows what is stored now, together with what was typed here and is not stored yet. */
	hear(stored: string): void {
		if (stored.trim() !== this.text.trim()) this.#join(stored);
		this.#base = stored;
	}

	/**
	 * Within the transaction that stores it: what to store.
	 * @param typed the text on the screen when storing began
	 * @param stored what is stored at this moment
	 * @throws WorkEnded when it is too long; both texts are on the screen then
	 */
	over(typed: string, stored: string): string {
		const isKnown = stored.trim() === this.#base.trim() || this.#sent.includes(stored);
		const base = isKnown ? stored : this.#base;
		const merged = mergeTexts(base, typed, stored);
		if (merged.length > this.max) {
			this.#join(stored);
			this.#base = stored;
			throw new WorkEnded(tooLong(merged.length, this.max, this.joined));
		}
		// What is not known to be stored after so many tries, is not.
		this.#sent = [...this.#sent.slice(-9), merged];
		return merged;
	}

	/** What was asked is stored. @param typed as for `over` @param stored what it became */
	settle(typed: string, stored: string): void {
		this.#sent = [];
		this.joined ||= stored !== typed;
		this.text = mergeTexts(typed, this.text, stored);
		this.#base = stored;
	}

	#join(stored: string): void {
		this.joined ||= this.text !== this.#base;
		this.text = mergeTexts(this.#base, this.text, stored);
	}
}

function tooLong(length: number, max: number, joined: boolean): string {
	const numbers = `nu ${length.toLocaleString('nl-BE')} tekens, hoogstens ${max.toLocaleString('nl-BE')}`;
	const why = joined ? 'Ook in een ander tabblad werd hier geschreven. Samen is de tekst' : 'De tekst is';
	return `${why} te lang: ${numbers}. Kort hem in.`;
}
