import { describe, expect, test } from 'vitest';
import { Fraction } from '$lib/domain/scoring/fraction';
import { gapWords, levelOf } from '$lib/domain/scoring/scoring-limits';
import { workshop } from '../../../builders/workshop';

/** So little that floating point would not see it. */
const hair = Fraction.of(1n, 10n ** 30n);

describe('the level of a score', () => {
	test.each([
		['1', Fraction.of(1), 'low'],
		['a hair under 2,5', Fraction.of(5, 2).minus(hair), 'low'],
		['exactly 2,5', Fraction.of(5, 2), 'middling'],
		['a hair under 3,5', Fraction.of(7, 2).minus(hair), 'middling'],
		['exactly 3,5', Fraction.of(7, 2), 'high'],
		['5', Fraction.of(5), 'high']
	])('%s', (_, score, level) => {
		expect(levelOf(score)).toBe(level);
	});

	const twoSides = () => workshop().group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');

	test('a samenwerkingsscore of exactly 2,5 is middling: (8/3 + 7/3) / 2', () => {
		const { level } = twoSides()
			.answers('Gemeente', { openheid: [3, 3, 2] })
			.answers('Verenigingen', { openheid: [2, 2, 3] })
			.dimension();
		expect(level).toBe('middling');
	});

	test('one point less on one item makes it low: (8/3 + 6/3) / 2 = 7/3', () => {
		const { level } = twoSides()
			.answers('Gemeente', { openheid: [3, 3, 2] })
			.answers('Verenigingen', { openheid: [2, 2, 2] })
			.dimension();
		expect(level).toBe('low');
	});

	test('a samenwerkingsscore of exactly 3,5 is high: (11/3 + 10/3) / 2', () => {
		const { level } = twoSides()
			.answers('Gemeente', { openheid: [4, 4, 3] })
			.answers('Verenigingen', { openheid: [3, 3, 4] })
			.dimension();
		expect(level).toBe('high');
	});

	test('the only group with a score gives the level, and the figures say whose it is', () => {
		const { score, reference, level } = twoSides()
			.answers('Gemeente', { openheid: [2, 3, null] }) // 5/2
			.answers('Verenigingen', { openheid: [5, '?', '?'] }) // one of three: no score
			.dimension();
		expect(score).toBeNull();
		expect(reference).toEqual({ score: Fraction.of(5, 2), groupId: 'gemeente' });
		expect(level).toBe('middling');
	});

	test('two of three groups with a score give no level: there is no samenwerkingsscore and no only group', () => {
		const figures = twoSides()
			.group('vereniging', 'Sportraad')
			.answers('Gemeente', { openheid: [2, 2, 2] })
			.answers('Verenigingen', { openheid: [2, 2, 2] })
			.dimension();
		expect([figures.score, figures.reference, figures.level]).toEqual([null, null, null]);
	});
});

describe('the words for a gap', () => {
	test.each([
		['0', Fraction.of(0), 'none'],
		['a hair under 0,5', Fraction.of(1, 2).minus(hair), 'none'],
		['exactly 0,5', Fraction.of(1, 2), 'gap'],
		['a hair under 1', Fraction.of(1).minus(hair), 'gap'],
		['exactly 1', Fraction.of(1), 'large'],
		['4', Fraction.of(4), 'large']
	])('%s', (_, size, words) => {
		expect(gapWords(size)).toBe(words);
	});
});
