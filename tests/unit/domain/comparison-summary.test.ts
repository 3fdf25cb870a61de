import { describe, expect, test } from 'vitest';
import type { DimensionShift } from '$lib/domain/comparison-shifts';
import { summariseShifts } from '$lib/domain/comparison-summary';
import { Fraction } from '$lib/domain/fraction';
import type { Shift } from '$lib/domain/shift';

/** From 3 to 3 plus a number of tenths. */
function shiftOf(dimensionId: string, tenths: number | null, words: Shift['words']): DimensionShift {
	const difference = tenths === null ? null : Fraction.of(tenths, 10);
	const before = Fraction.of(3);
	return {
		dimensionId,
		score: {
			before,
			after: difference && before.plus(difference),
			difference,
			words,
			why: words ? null : difference ? 'joint' : 'missing'
		},
		groups: [],
		gap: { before: null, after: null, difference: null }
	};
}

const nameOf = (id: string) => id.toUpperCase();

describe('what changed, in words', () => {
	test('names what is better and what is less good, and that the rest is unclear', () => {
		const shifts = [
			shiftOf('a', 8, 'better'),
			shiftOf('b', 7, 'better'),
			shiftOf('c', -9, 'worse'),
			shiftOf('d', 2, 'indistinct')
		];
		expect(summariseShifts(shifts, nameOf)).toBe(
			'Beter: "A" en "B". Minder goed: "C". Bij de andere onderdelen is er geen duidelijke verandering.'
		);
	});

	test('says it when nothing is clear', () => {
		expect(summariseShifts([shiftOf('a', 4, 'indistinct')], nameOf)).toBe(
			'Bij geen enkel onderdeel is er een duidelijke verandering.'
		);
	});

	test('without any verdict gives the largest rise and fall in figures', () => {
		const shifts = [shiftOf('a', 3, null), shiftOf('b', 7, null), shiftOf('c', -6, null), shiftOf('d', null, null)];
		expect(summariseShifts(shifts, nameOf)).toBe(
			'Het meest gestegen: "B" (+0,7). Het meest gedaald: "C" (−0,6). Dat zijn cijfers, geen oordeel.'
		);
		expect(summariseShifts([shiftOf('a', 0, null)], nameOf)).toBe(
			'Alle scores bleven gelijk. Dat zijn cijfers, geen oordeel.'
		);
	});

	test('without scores says so', () => {
		expect(summariseShifts([shiftOf('a', null, null)], nameOf)).toBe(
			'Er zijn te weinig scores om de twee metingen te vergelijken.'
		);
	});
});
