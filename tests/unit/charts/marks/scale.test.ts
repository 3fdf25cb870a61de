import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreText, shareOf } from '$lib/charts/marks/scale';
import { Fraction } from '$lib/domain/scoring/fraction';
import { formatScore } from '$lib/domain/words/score-words';

test('the scale runs from 1 to 5', () => {
	expect([1, 3, 5].map(shareOf)).toEqual([0, 0.5, 1]);
});

test.each([
	[11 / 3, '3,7'],
	[3.5, '3,5'],
	[3.4966, '3,497'], // 3,5 would say another level
	[null, 'geen score']
])('%s is written as %s', (value, text) => {
	expect(scoreText(value)).toBe(text);
});

test('a score reads in a chart as it does in a table, whoever answered', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 20_000 }), (denominator, rest) => {
			const score = Fraction.of(denominator + (rest % (4 * denominator + 1)), denominator);
			expect(scoreText(score.toNumber())).toBe(formatScore(score));
		})
	);
});
