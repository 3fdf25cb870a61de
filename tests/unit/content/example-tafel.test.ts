import { describe, expect, test } from 'vitest';
import { exampleTafel } from '../../../.tools/build/example-tafel';

describe('the picture on the first screen', () => {
	const { rows, sides } = exampleTafel('./');

	test('has what is to be discussed, and then where both sides see it most alike', () => {
		expect(rows.map(({ discussed }) => discussed)).toEqual([true, true, true, false]);
		const gaps = rows.map(({ gap }) => gap ?? 0);
		expect(gaps.at(-1)).toBe(Math.min(...gaps));
		expect(gaps.at(-1)).toBeLessThan(0.5);
	});

	test('draws everybody of both sides of the example, one by one', () => {
		expect(sides.map(({ name }) => name)).toEqual(['Gemeente', 'Verenigingen']);
		for (const { sides: drawn } of rows)
			for (const { persons, hidden } of drawn) {
				expect(hidden).toBe('none');
				expect(persons.length).toBeGreaterThan(1);
			}
	});

	test('is small enough for a first screen to ask for', () => {
		expect(JSON.stringify(rows).length).toBeLessThan(12_000);
	});
});
