import { changeBetween, type TextChange } from './text-change';

/**
 * Where someone writes in a text that others write in as well: never within a word of theirs, and where theirs
 * came beside it, on a line apart.
 */
export class Caret {
	/** On which side a text of someone else came to stand against it. */
	#beside: 'left' | 'right' | undefined;

	/** @param isOwn whether people typed here since they put it here */
	constructor(private isOwn = false) {}

	/** People put it elsewhere: what they type there is meant to stand there. */
	moved(): void {
		this.isOwn = false;
		this.#beside = undefined;
	}

	/**
	 * People typed.
	 * @param place after what they typed
	 * @returns the text and the place as they must become
	 */
	typed(before: string, after: string, place: number): { text: string; place: number } {
		const from = place - (after.length - before.length);
		const side = this.#beside;
		const isTyped = from >= 0 && from < place && after.slice(from, place).trim() !== '';
		if (isTyped) this.#beside = undefined;
		this.isOwn = true;
		if (!isTyped || side === undefined) return { text: after, place };
		const edge = side === 'right' ? place : from;
		if (after[edge] === '\n' || after[edge - 1] === '\n') return { text: after, place };
		return { text: `${after.slice(0, edge)}\n${after.slice(edge)}`, place: side === 'right' ? place : place + 1 };
	}

	/**
	 * The text changed from elsewhere.
	 * @param joined how, where that is known better than the letters tell
	 * @returns where the place comes to lie: between the same letters
	 */
	follow(before: string, after: string, place: number, joined?: TextChange): number {
		const isKnown = joined?.before === before && joined.after === after;
		const { from, to } = isKnown ? joined : changeBetween(before, after);
		const end = after.length - (before.length - to);
		if (from === to && place === from) return this.#standBeside(after.slice(from, end), place);
		if (place <= from) return place;
		return Math.max(end, place + after.length - before.length);
	}

	/** Something came exactly here: who typed here stays, who did not yet goes behind it. */
	#standBeside(put: string, place: number): number {
		if (/^\s*\n/u.test(put)) return place;
		this.#beside = this.isOwn ? 'right' : 'left';
		return this.isOwn ? place : place + put.length;
	}
}
