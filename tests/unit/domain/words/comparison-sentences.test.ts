import { describe, expect, test } from 'vitest';
import type { DimensionShift } from '$lib/domain/comparing/comparison-shifts';
import { summariseShifts } from '$lib/domain/year-words/comparison-sentences';
import { Fraction } from '$lib/domain/scoring/fraction';
import type { NoVerdict, Shift, ShiftWords } from '$lib/domain/comparing/shift';

/** From 3, by a number of tenths; with a verdict or why there is none. */
function shift(tenths: number | null, verdict: ShiftWords | NoVerdict): Shift {
	const words = (['better', 'worse', 'indistinct'] as const).find((word) => word === verdict) ?? null;
	const why = (['missing', 'other-groups', 'joint', 'few'] as const).find((one) => one === verdict);
	const difference = tenths === null ? null : Fraction.of(tenths, 10);
	const before = Fraction.of(3);
	return { before, after: difference && before.plus(difference), difference, words, why: why ?? null, assumed: false };
}

function dimension(dimensionId: string, score: Shift, groups: Readonly<Record<string, Shift>> = {}): DimensionShift {
	return {
		dimensionId,
		score,
		groups: Object.entries(groups).map(([groupId, own]) => ({ groupId, shift: own })),
		gap: { before: null, after: null, difference: null }
	};
}

const upper = (id: string) => id.toUpperCase();
const summary = (...shifts: DimensionShift[]) => summariseShifts(shifts, upper, upper, '');

describe('what changed, in words', () => {
	test('names what is better and what is less good, and counts what is unclear', () => {
		expect(
			summary(
				dimension('a', shift(8, 'better')),
				dimension('b', shift(7, 'better')),
				dimension('c', shift(-9, 'worse')),
				dimension('d', shift(2, 'indistinct'))
			)
		).toBe(
			'Samenwerkingsscore beter: "A" en "B". Samenwerkingsscore minder goed: "C". Bij één onderdeel is er geen duidelijke verandering.'
		);
	});

	test('says it when no samenwerkingsscore changed clearly, and that the sides went opposite ways', () => {
		const groups = { stad: shift(12, 'better'), clubs: shift(-9, 'worse') };
		expect(summary(dimension('a', shift(1, 'indistinct'), groups), dimension('b', shift(0, 'indistinct')))).toBe(
			'Bij geen enkel onderdeel veranderde de samenwerkingsscore duidelijk. STAD: beter bij "A". CLUBS: minder goed bij "A".'
		);
	});

	test('does not say of a group what its samenwerkingsscore says already', () => {
		const groups = { stad: shift(9, 'better'), clubs: shift(8, 'indistinct') };
		expect(summary(dimension('a', shift(8, 'better'), groups))).toBe('Samenwerkingsscore beter: "A".');
	});

	test('never calls unchanged what has no verdict', () => {
		expect(summary(dimension('a', shift(2, 'indistinct')), dimension('b', shift(30, 'few')))).toBe(
			'Bij de samenwerkingsscore van één onderdeel is er geen duidelijke verandering. Zonder oordeel: "B" (+3,0).'
		);
	});

	test('with other groups compares the groups that took part both times', () => {
		const others = shift(null, 'other-groups');
		const about = 'Er is geen samen.';
		const told = (one: DimensionShift) => summariseShifts([one], upper, upper, about);
		expect(told(dimension('a', others, { stad: shift(9, 'better') }))).toBe(`${about} STAD: beter bij "A".`);
		expect(told(dimension('a', others))).toBe(`${about} Zie de cijfers van elke groep.`);
	});

	test('says which groups «samen» is over, and never calls that the samenwerkingsscore', () => {
		const about = 'Samen is hier over STAD en CLUBS.';
		const told = (...shifts: DimensionShift[]) => summariseShifts(shifts, upper, upper, about);
		expect(told(dimension('a', shift(8, 'better')), dimension('b', shift(1, 'indistinct')))).toBe(
			`${about} Score samen beter: "A". Bij één onderdeel is er geen duidelijke verandering.`
		);
		expect(told(dimension('a', shift(0, 'joint')))).toBe(
			`${about} Alle scores samen bleven gelijk. Dat zijn cijfers, geen oordeel.`
		);
		expect(told(dimension('a', shift(0, 'indistinct')))).toBe(
			`${about} Bij geen enkel onderdeel veranderde de score samen duidelijk.`
		);
	});

	test('without any verdict gives the largest rise and fall in figures, with all that rose as much', () => {
		const shifts = ['a', 'b'].map((id) => dimension(id, shift(7, 'joint')));
		expect(
			summary(
				...shifts,
				dimension('c', shift(3, 'joint')),
				dimension('d', shift(-6, 'joint')),
				dimension('e', shift(null, 'missing'))
			)
		).toBe('Het meest gestegen: "A" en "B" (+0,7). Het meest gedaald: "D" (−0,6). Dat zijn cijfers, geen oordeel.');
		expect(summary(dimension('a', shift(0, 'joint')))).toBe(
			'Alle samenwerkingsscores bleven gelijk. Dat zijn cijfers, geen oordeel.'
		);
	});

	test('counts the rest of a long list', () => {
		const shifts = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => dimension(id, shift(8, 'better')));
		expect(summary(...shifts)).toBe('Samenwerkingsscore beter: "A", "B", "C" en nog 3 onderdelen.');
	});

	test('without scores says so', () => {
		expect(summary(dimension('a', shift(null, 'missing')))).toBe(
			'Er zijn te weinig scores om de twee metingen te vergelijken.'
		);
	});
});
