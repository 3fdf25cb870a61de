import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { SharedText } from '$lib/state/saving/shared-text.svelte';
import { loadMerging } from '$lib/state/saving/merging';
import { Caret } from '$lib/domain/text/caret';
import { runs } from '../../../property-runs';

beforeAll(loadMerging);

interface Disk {
	text: string;
}

/** Someone who types a text letter by letter in a field of one tab, as `WritingField` and `SharedTexts` do it. */
class Writer {
	readonly shared = new SharedText('', 5000);
	value = '';
	readonly #caret = new Caret();
	#place = 0;
	#left: string;
	/** What is being stored: typed, and what it became once the transaction had its turn. */
	#storing: { typed: string; stored?: string } | undefined;
	#dirty = false;

	constructor(line: string) {
		this.#left = line;
	}

	get isDone(): boolean {
		return this.#left === '' && !this.#dirty && !this.#storing;
	}

	type(): void {
		const letter = [...this.#left][0];
		if (letter === undefined) return;
		this.#left = this.#left.slice(letter.length);
		const value = this.value.slice(0, this.#place) + letter + this.value.slice(this.#place);
		const { text, place } = this.#caret.typed(this.value, value, this.#place + letter.length);
		[this.value, this.#place] = [text, place];
		this.shared.text = text;
		this.#dirty = true;
	}

	/** One step of storing: begin, the transaction, its end. */
	store(disk: Disk): void {
		const storing = this.#storing;
		if (!storing) {
			if (this.#dirty) this.#storing = { typed: this.shared.text };
			this.#dirty = false;
		} else if (storing.stored === undefined) {
			disk.text = storing.stored = this.shared.over(storing.typed, disk.text);
		} else {
			this.shared.settle(storing.typed, storing.stored);
			this.#storing = undefined;
			this.#show();
		}
	}

	hear(disk: Disk): void {
		if (this.#dirty || this.#storing) return;
		this.shared.hear(disk.text);
		this.#show();
	}

	#show(): void {
		const { text } = this.shared;
		if (text === this.value) return;
		this.#place = this.#caret.follow(this.value, text, this.#place, this.shared.joined);
		this.value = text;
	}
}

/**
 * Two lines that begin with the same letters, and have no word in common: where both write the same word at once, the
 * letters can not tell whose is whose.
 */
const words = ['Iedereen', 'Ieder', 'een', 'kan', 'Kermis', 'ë', '👍👍', 'erbij.', 'e', 'Eén', '1,5', 'I'];
const twoLines = fc.tuple(fc.shuffledSubarray(words, { minLength: 2 }), fc.nat()).map(([some, at]) => {
	const middle = 1 + (at % (some.length - 1));
	return [some.slice(0, middle).join(' '), some.slice(middle).join(' ')] as const;
});
const step = fc.tuple(fc.nat(1), fc.constantFrom('type', 'type', 'store', 'store', 'hear' as const));

test('two who type letter by letter in one empty field both find their whole text', () => {
	fc.assert(
		fc.property(twoLines, fc.array(step, { minLength: 150, maxLength: 150 }), ([one, other], steps) => {
			const disk = { text: '' };
			const people = [new Writer(one), new Writer(other)] as const;
			for (const [who, what] of steps) people[who === 0 ? 0 : 1][what === 'type' ? 'type' : what](disk);
			while (people.some(({ isDone }) => !isDone)) {
				for (const person of people) {
					person.type();
					person.store(disk);
				}
			}
			for (const person of people) person.hear(disk);
			expect(disk.text).toContain(one);
			expect(disk.text).toContain(other);
			for (const { value } of people) expect(value).toBe(disk.text);
		}),
		{ numRuns: runs(400) }
	);
});
