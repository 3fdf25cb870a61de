import { WorkEnded } from '$lib/domain/long-work';
import { changeBetween, changeOver, mergeInto, type TextChange } from '$lib/domain/merge-texts';

/** One text that may be written in more than one tab: what is typed here and what is stored meanwhile come together, and nobody's word is lost. */
export class SharedText {
	/** What is on the screen. */
	text = $state('');
	/** How the text on the screen last changed because someone wrote here and elsewhere at the same time: both texts are in it since. */
	joined = $state.raw<TextChange>();
	/** What was stored when this tab last looked. */
	#base: string;
	/** What this tab asked to store since: it may be stored although nothing said so. */
	#sent: string[] = [];
	/** How what was typed became what was last asked to store. */
	#asked: TextChange | undefined;

	/**
	 * @param max in UTF-16 units: more than fits in a file is not stored
	 * @param sent what a page before this one asked to store and does not know to be stored
	 */
	constructor(
		stored: string,
		private readonly max: number,
		sent?: string
	) {
		this.text = this.#base = stored;
		if (sent !== undefined) this.#sent = [sent];
	}

	/** What was stored when this tab last looked: with the text it tells what was typed here. */
	get base(): string {
		return this.#base;
	}

	/** Shows what is stored now, together with what was typed here and is not stored yet. */
	hear(stored: string): void {
		// Of a text that is blank nothing is stored: what was typed stays.
		if (stored !== this.text.trim()) this.#join(stored);
		this.#base = stored;
	}

	/**
	 * Within the transaction that stores it: what to store.
	 * @param typed the text on the screen when storing began
	 * @param stored what is stored at this moment
	 * @throws WorkEnded when it is too long; both texts are on the screen then
	 */
	over(typed: string, stored: string): string {
		const base = this.#sent.includes(stored) ? stored : this.#base;
		this.#asked = mergeInto(base, typed, stored);
		const merged = this.#asked.after;
		if (merged.length > this.max) {
			this.#join(stored);
			this.#base = stored;
			throw new WorkEnded(tooLong(merged.length, this.max, this.joined !== undefined));
		}
		// What is not known to be stored after so many tries, is not.
		this.#sent = [...this.#sent.slice(-9), merged];
		return merged;
	}

	/** What was asked is stored. @param typed as for `over` @param stored what it became */
	settle(typed: string, stored: string): void {
		const isAsked = this.#asked?.before === typed && this.#asked.after === stored;
		const change = isAsked && this.#asked ? this.#asked : changeBetween(typed, stored);
		this.#sent = [];
		if (stored !== typed) this.#show(changeOver(change, this.text), true);
		this.#base = stored;
	}

	#join(stored: string): void {
		if (this.text !== stored) this.#show(mergeInto(this.#base, this.text, stored), this.text !== this.#base);
	}

	#show(change: TextChange, isJoined: boolean): void {
		if (isJoined) this.joined = change;
		this.text = change.after;
	}
}

function tooLong(length: number, max: number, joined: boolean): string {
	const numbers = `nu ${length.toLocaleString('nl-BE')} tekens, hoogstens ${max.toLocaleString('nl-BE')}`;
	const why = joined ? 'Ook in een ander tabblad werd hier geschreven. Samen is de tekst' : 'De tekst is';
	return `${why} te lang: ${numbers}. Kort hem in.`;
}
