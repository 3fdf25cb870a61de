import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	boxesOf,
	emptyBoxes,
	erasedBefore,
	typedInBox,
	type Boxes,
	type Caret
} from '$lib/exchange/response/code-boxes';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 44, maxLength: 44 });

/** Types one character where the caret is, as a field does. */
function press(boxes: Boxes, { box, place }: Caret, character: string) {
	const content = boxes[box] ?? '';
	return typedInBox(boxes, box, content.slice(0, place) + character + content.slice(place), place + character.length);
}

function typeAll(text: string, boxes = emptyBoxes(44), caret: Caret = { box: 0, place: 0 }) {
	return Array.from(text).reduce((now, character) => ({ ...now, ...press(now.boxes, now.caret, character) }), {
		boxes,
		caret
	});
}

describe('boxes of four', () => {
	test('are as many as the code has fours', () => {
		expect([44, 48, 20, 88].map((length) => emptyBoxes(length).length)).toEqual([11, 12, 5, 22]);
	});

	test('hold a code that is typed one character after another, with spaces and in lower case', () => {
		fc.assert(
			fc.property(codes, (code) => {
				const spaced = (code.match(/.{4}/g) ?? []).join(' ').toLowerCase();
				const { boxes, caret } = typeAll(spaced);
				expect(boxes).toEqual(boxesOf(code));
				expect(caret).toEqual({ box: 10, place: 4 });
			}),
			{ numRuns: 30 }
		);
	});

	test('take O for 0, and I and L for 1, and say what cannot be', () => {
		expect(typeAll('oil').boxes[0]).toBe('011');
		const refused = press(
			boxesOf('AB'.padEnd(44)).map((box) => box.trim()),
			{ box: 0, place: 2 },
			'U'
		);
		expect(refused).toMatchObject({ impossible: 'U', caret: { box: 0, place: 2 } });
		expect(refused.boxes[0]).toBe('AB');
	});

	test('are typed over where they are full: nothing behind it moves', () => {
		fc.assert(
			fc.property(codes, fc.nat(10), fc.nat(3), fc.constantFrom(...ALPHABET), (code, box, place, character) => {
				const { boxes, caret } = press(boxesOf(code), { box, place }, character);
				const at = box * 4 + place;
				expect(boxes.join('')).toBe(code.slice(0, at) + character + code.slice(at + 1));
				expect(caret).toEqual(place === 3 && box < 10 ? { box: box + 1, place: 0 } : { box, place: place + 1 });
			}),
			{ numRuns: 100 }
		);
	});

	test('go back with Backspace, from the end to the very beginning', () => {
		fc.assert(
			fc.property(codes, (code) => {
				let now: { boxes: Boxes; caret: Caret } = { boxes: boxesOf(code), caret: { box: 10, place: 4 } };
				for (let left = 43; left >= 0; left -= 1) {
					now = erasedBefore(now.boxes, now.caret);
					expect(now.boxes.join('')).toBe(code.slice(0, left));
				}
				expect(erasedBefore(now.boxes, now.caret)).toEqual({ boxes: emptyBoxes(44), caret: { box: 0, place: 0 } });
			}),
			{ numRuns: 20 }
		);
	});
});
