import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames, compareText, inKeyOrder } from '$lib/domain/text/compare-text';

test('texts that are written or compared go by code unit, on every device the same', () => {
	expect(['é', 'b', 'B', '10', '2', 'a', ''].sort(compareText)).toEqual(['', '10', '2', 'B', 'a', 'b', 'é']);
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
			expect([...texts].sort(compareText)).toEqual([...texts].sort());
		})
	);
});

test('names on a screen go as people look for them: without accents and capitals, numbers by their size', () => {
	const names = ['zorg', 'Kern 10', 'Érika', 'kern 2', 'erik', 'Zaal'];
	expect(names.sort(compareNames)).toEqual(['erik', 'Érika', 'kern 2', 'Kern 10', 'Zaal', 'zorg']);
});

test('a record in key order is the same in whatever order it was written', () => {
	expect(Object.keys(inKeyOrder({ zorg: 1, aandacht: 2, Zaal: 3 }))).toEqual(['Zaal', 'aandacht', 'zorg']);
	expect(inKeyOrder({ b: 1, a: 2 })).toEqual({ a: 2, b: 1 });
});
