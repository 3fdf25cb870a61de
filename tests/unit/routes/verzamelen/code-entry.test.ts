import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { inGroups } from '$lib/exchange/encoding/crockford';
import { boxesOf, emptyBoxes, type Caret } from '$lib/exchange/response/code-boxes';
import { packResponse } from '$lib/exchange/response/response-code';
import { CodeEntry } from '../../../../src/routes/verzamelen/code-entry.svelte';
import { itemIdsOf, responseArbitrary } from '../../../builders/arbitraries';
import { response, terms } from '../../../builders/handing-in';
import { runs } from '../../../property-runs';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const asked = { terms, itemIds: itemIdsOf(40), dimensionIds: ['openheid', 'waardering'] };
const LENGTH = 44;
const codeOf = (one = response) => packResponse({ ...asked, response: one });
const code = codeOf();

/** What takes the codes: each waits until it is answered. */
class Desk {
	readonly desk = { asked };
	readonly taken: string[] = [];
	readonly #answers: ((good: boolean) => void)[] = [];

	takeCode(text: string) {
		this.taken.push(text);
		return new Promise<{ good: boolean; text: string }>((resolve) =>
			this.#answers.push((good) => resolve({ good, text: '' }))
		);
	}

	/** The oldest one that waits is stored, or is not. */
	async answer(good: boolean): Promise<void> {
		this.#answers.shift()?.(good);
		await Promise.resolve();
		await Promise.resolve();
	}
}

let desk: Desk;
let entry: CodeEntry;
beforeEach(begin);
function begin() {
	desk = new Desk();
	entry = new CodeEntry(desk);
}

/** Types in the field of the box where the caret is. */
function type(text: string, at: Caret = entry.caret): void {
	let { box, place } = at;
	for (const character of text) {
		const content = entry.boxes[box] ?? '';
		entry.type(box, content.slice(0, place) + character + content.slice(place), place + 1);
		({ box, place } = entry.caret);
	}
}
const put = (text: string, at: number, one: string) => text.slice(0, at) + one + text.slice(at + 1);

describe('a code in boxes', () => {
	test('has as many as the code of the measurement, and comes in by itself once it is whole and right', () => {
		expect(entry.boxes).toHaveLength(LENGTH / 4);
		type(code.slice(0, -1));
		expect(desk.taken).toEqual([]);
		type(code.slice(-1));
		expect(desk.taken).toEqual([code]);
		expect([entry.isEmpty, entry.caret]).toEqual([true, { box: 0, place: 0 }]);
	});

	test('is refused with each other character, and the box where it stands is named; nothing else comes in', () => {
		const place = fc.nat(LENGTH - 1);
		fc.assert(
			fc.property(responseArbitrary(asked.itemIds), place, fc.constantFrom(...ALPHABET), (one, at, wrong) => {
				begin();
				const right = codeOf(one);
				if (right[at] === wrong) return;
				type(put(right, at, wrong));
				expect(desk.taken).toEqual([]);
				expect(entry.problem?.boxes).toContain(Math.floor(at / 4));
				expect(entry.problem?.reason).toContain(`vak ${Math.floor(at / 4) + 1}`);
				expect(entry.boxes.join('')).toBe(put(right, at, wrong));
				// Mended in its box: nothing else has to be typed again.
				type(right[at] ?? '', { box: Math.floor(at / 4), place: at % 4 });
				expect(desk.taken).toEqual([right]);
			}),
			{ numRuns: runs(50), seed: 20261130 }
		);
	});

	test('of any other characters never comes in unless it is a code of this measurement', () => {
		fc.assert(
			fc.property(
				responseArbitrary(asked.itemIds),
				fc.array(fc.tuple(fc.nat(LENGTH - 1), fc.constantFrom(...ALPHABET)), { minLength: 1, maxLength: 6 }),
				(one, changes) => {
					begin();
					const right = codeOf(one);
					const typed = changes.reduce((text, [at, character]) => put(text, at, character), right);
					entry.paste({ box: 0, place: 0 }, typed);
					expect(desk.taken).toEqual(typed === right ? [right] : []);
				}
			),
			{ numRuns: runs(50), seed: 20261130 }
		);
	});

	test('fills all boxes when it is pasted in any of them, with what stands around it', () => {
		const ways = [inGroups(code), `Code: ${inGroups(code)}`, inGroups(code).replaceAll(' ', '\r\n'), `SM2:${code}`];
		for (const text of [...ways, `Dag Els, hier is hij: ${inGroups(code, '-').toLowerCase()}. Groeten, Jan`]) {
			begin();
			type('ABC');
			entry.paste({ box: 5, place: 0 }, text);
			expect(desk.taken, text).toEqual([code]);
		}
		// As a keyboard that knows what was copied, or that writes what people say, puts it there.
		begin();
		entry.type(2, `code: ${code}`, code.length + 6);
		expect(desk.taken).toEqual([code]);
	});

	test('of which a part is pasted goes on where the caret is; what is no part of a code changes nothing', () => {
		type(code.slice(0, 8));
		entry.paste({ box: 2, place: 0 }, inGroups(code.slice(8, 30)));
		expect(entry.boxes.join('')).toBe(code.slice(0, 30));
		const before = entry.boxes;
		for (const text of [
			'https://voorbeeld.be',
			'x'.repeat(50),
			`${code} ${codeOf({ ...response, id: '00ff00ff01' })}`
		]) {
			entry.paste({ box: 0, place: 0 }, text);
			expect(entry.boxes).toEqual(before);
			expect(entry.problem?.reason).toMatch(/\. Er is niets ingevuld\.$/);
		}
	});

	test('that is not whole says how much there is, and where it goes on', async () => {
		await entry.submit();
		expect(entry.problem?.reason).toBe('Typ eerst de code die op de telefoon staat.');
		type(code.slice(0, 10), { box: 0, place: 0 });
		await entry.submit();
		expect(entry.problem?.reason).toMatch(/^De code is niet volledig: 10 van de 44 tekens\./);
		expect(entry.problem?.boxes[0]).toBe(2);
		await entry.submit();
		expect(entry.again).toBe(true);
		expect(desk.taken).toEqual([]);
	});

	test('says which letter cannot be, and forgets it with the next one', () => {
		type('AU');
		expect([entry.boxes[0], entry.hint]).toEqual(['A', 'Het teken «U» bestaat niet in een code.']);
		type('V');
		expect([entry.boxes[0], entry.hint]).toEqual(['AV', '']);
	});

	test('waits while a letter is being made of several presses', () => {
		entry.type(0, '´', 1, true);
		expect([entry.boxes[0], entry.hint]).toEqual(['', '']);
		entry.type(0, 'k7f3', 4, true);
		expect([entry.boxes[0], entry.caret]).toEqual(['K7F3', { box: 1, place: 0 }]);
	});

	test('is put back step by step', () => {
		type(code.slice(0, 6));
		entry.clear();
		expect(entry.isEmpty).toBe(true);
		entry.undo();
		expect(entry.boxes.join('')).toBe(code.slice(0, 6));
		entry.undo();
		expect(entry.boxes.join('')).toBe(code.slice(0, 5));
		expect(entry.caret).toEqual({ box: 1, place: 1 });
	});
});

describe('while a code is being stored', () => {
	const next = codeOf({ ...response, id: '00ff00ff01' });

	test('the next one is typed, and stays', async () => {
		type(code);
		type(next.slice(0, 7));
		await desk.answer(true);
		expect(entry.boxes.join('')).toBe(next.slice(0, 7));
		type(next.slice(7));
		expect(desk.taken).toEqual([code, next]);
	});

	test('that fails, it is back in the boxes; beside a next one it waits at a button', async () => {
		type(code);
		await desk.answer(false);
		expect(entry.boxes).toEqual(boxesOf(code));
		void entry.submit();
		type(next.slice(0, 7));
		await desk.answer(false);
		expect(entry.unstored).toEqual([code]);
		const again = entry.storeAgain();
		await desk.answer(true);
		await again;
		expect(desk.taken).toEqual([code, code, code]);
		expect([entry.unstored, entry.boxes.join('')]).toEqual([[], next.slice(0, 7)]);
		expect(emptyBoxes(LENGTH)).toHaveLength(11);
	});
});
