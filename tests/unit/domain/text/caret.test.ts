import { describe, expect, test } from 'vitest';
import { Caret } from '$lib/domain/text/caret';

describe('a caret', () => {
	test('stays between the same letters', () => {
		expect(new Caret().follow('Dag', 'Hallo\nDag', 3)).toBe(9);
		expect(new Caret().follow('Hal', 'Hal\nDag', 3)).toBe(3);
		expect(new Caret().follow('Hal\nDag', 'Hallo\nDag', 7)).toBe(9);
		expect(new Caret().follow('lang woord', 'kort', 5)).toBeLessThanOrEqual(4);
		expect(new Caret().follow('weg', '', 2)).toBe(0);
	});

	test('goes with its own word where both wrote the same', () => {
		const joined = { before: 'E', after: 'E\nE', from: 0, to: 0 };
		expect(new Caret().follow('E', 'E\nE', 1, joined)).toBe(3);
		expect(new Caret().follow('E', 'E\nE', 1)).toBe(1);
	});

	test('in an empty field where someone else begins: what is typed there comes on a line of its own', () => {
		const caret = new Caret();
		const place = caret.follow('Ie', 'Ied ', caret.follow('', 'Ie', 0));
		expect(caret.typed('Ied ', 'Ied E', place + 1)).toEqual({ text: 'Ied \nE', place: 6 });
	});

	test('at the end of a word that someone else goes on writing: likewise', () => {
		const caret = new Caret();
		expect(caret.follow('Ie', 'Ied', 2)).toBe(3);
		expect(caret.typed('Ied', 'IedE', 4)).toEqual({ text: 'Ied\nE', place: 5 });
	});

	test('that people put within a word stands where they want it', () => {
		const caret = new Caret();
		caret.follow('Ie', 'Ied', 2);
		caret.moved();
		expect(caret.typed('Ied', 'Ieed', 3)).toEqual({ text: 'Ieed', place: 3 });
	});

	test('stays behind what was typed last, also where someone writes against it', () => {
		const caret = new Caret();
		caret.typed('', 'I', 1);
		expect(caret.follow('I', 'Ix', 1)).toBe(1);
		expect(caret.typed('Ix', 'Iex', 2)).toEqual({ text: 'Ie\nx', place: 2 });
	});
});
