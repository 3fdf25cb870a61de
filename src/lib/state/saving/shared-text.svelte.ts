import { t } from '$lib/domain/language/say';
import { wholeNumber } from '$lib/domain/words/counting-words';
import { WorkEnded } from '$lib/domain/long-work';
import type { TextChange } from '$lib/domain/text/text-change';
import { merging, mergingAtHand } from './merging';

/**
 * One text that may be written in more than one tab: what is typed here and what is stored meanwhile come
 * together, and nobody's word is lost.
 */
export class SharedText {
	/** What is on the screen. */
	text = $state('');
	/**
	 * How the text on the screen last changed because someone wrote here and elsewhere at the same
	 * time: both texts are in it since.
	 */
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
		if (stored === this.text.trim()) this.#base = stored;
		else this.#join(stored);
	}

	/**
	 * Within the transaction that stores it: what to store.
	 * @param typed the text on the screen when storing began
	 * @param stored what is stored at this moment
	 * @throws WorkEnded when it is too long; both texts are on the screen then
	 */
	over(typed: string, stored: string): string {
		const base = this.#sent.includes(stored) ? stored : this.#base;
		this.#asked = merged(base, typed, stored);
		const text = this.#asked.after;
		if (text.length > this.max) {
			this.#join(stored);
			throw new WorkEnded(tooLong(text.length, this.max, this.joined !== undefined));
		}
		// What is not known to be stored after so many tries, is not.
		this.#sent = [...this.#sent.slice(-9), text];
		return text;
	}

	/** What was asked is stored. @param typed as for `over` @param stored what it became */
	settle(typed: string, stored: string): void {
		const isAsked = this.#asked?.before === typed && this.#asked.after === stored;
		const change = isAsked && this.#asked ? this.#asked : wholly(typed, stored);
		this.#sent = [];
		if (stored !== typed) this.#show(carried(change, this.text), true);
		this.#base = stored;
	}

	/** What was typed here and can not be merged yet stays as it is, until it is stored. */
	#join(stored: string): void {
		const isTyped = this.text !== this.#base;
		const change = isTyped ? mergingAtHand()?.mergeInto(this.#base, this.text, stored) : wholly(this.text, stored);
		if (!change) return;
		if (change.after !== this.text) this.#show(change, isTyped);
		this.#base = stored;
	}

	#show(change: TextChange, isJoined: boolean): void {
		if (isJoined) this.joined = change;
		this.text = change.after;
	}
}

/** @throws NeedsMerging when what makes one text of two is not here yet */
function merged(base: string, typed: string, stored: string): TextChange {
	if (stored === base) return wholly(typed, typed);
	if (typed === base) return wholly(typed, stored);
	const both = `${stored}\n${typed}`;
	return merging()?.mergeInto(base, typed, stored) ?? { before: typed, after: both, from: 0, to: 0 };
}

/** Where it does not matter which letters stayed. */
function wholly(before: string, after: string): TextChange {
	return { before, after, from: 0, to: before.length };
}

/** What a text that was written on meanwhile becomes by a change. */
function carried(change: TextChange, text: string): TextChange {
	if (text === change.before) return change;
	const put = change.after.slice(change.from, change.after.length - (change.before.length - change.to));
	const { from, to } = change;
	return (
		mergingAtHand()?.changeOver(change, text) ?? {
			before: text,
			after: text.slice(0, from) + put + text.slice(to),
			from,
			to
		}
	);
}

function tooLong(length: number, max: number, joined: boolean): string {
	const [now, most] = [wholeNumber(length), wholeNumber(max)];
	return joined
		? t`Ook in een ander tabblad werd hier geschreven. Samen is de tekst te lang: nu ${now} tekens, hoogstens ${most}. Kort hem in.`
		: t`De tekst is te lang: nu ${now} tekens, hoogstens ${most}. Kort hem in.`;
}
