import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate } from '$lib/domain/dates';
import { Fraction } from '$lib/domain/scoring/fraction';
import { gapWords, levelOf } from '$lib/domain/scoring/scoring-limits';
import { describeReason, formatGap, formatScore, gapWord, levelWord, sideScores } from '$lib/domain/words/score-words';
import { eachAnswers, workshop, type Plan, type Workshop } from '../../../builders/workshop';

describe('a score in words', () => {
	test.each([
		['a whole number keeps one decimal', Fraction.of(4), '4,0'],
		['a decimal comma', Fraction.of(13, 3), '4,3'],
		['half goes up', Fraction.of(17, 4), '4,3'], // 4,25
		['exactly on a limit', Fraction.of(5, 2), '2,5'],
		['exactly on the other limit', Fraction.of(7, 2), '3,5'],
		['37/15 is low: not 2,5', Fraction.of(37, 15), '2,47'],
		['104/30 is middling: not 3,5', Fraction.of(104, 30), '3,47'],
		['just above a limit may be rounded to it', Fraction.of(253, 100), '2,5'],
		['2,499 needs three decimals', Fraction.of(2499, 1000), '2,499'],
		['3,4996 needs four', Fraction.of(34996, 10000), '3,4996']
	])('%s', (_, score, words) => {
		expect(formatScore(score)).toBe(words);
	});

	test('never seems to have another level', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1200 }), fc.integer({ min: 0, max: 4800 }), (denominator, part) => {
				const score = Fraction.of(denominator + (part % (4 * denominator + 1)), denominator);
				expect(levelOf(read(formatScore(score)))).toBe(levelOf(score));
			})
		);
	});

	test('never seems to have another level, however close to a limit', () => {
		const score = Fraction.of(5, 2).minus(Fraction.of(1, 12 * 50 * 51));
		expect(levelOf(read(formatScore(score)))).toBe('low');
	});
});

describe('a gap in words', () => {
	test.each([
		['nothing', Fraction.of(0), '0,0'],
		['exactly 1', Fraction.of(1), '1,0'],
		['exactly 0,5', Fraction.of(1, 2), '0,5'],
		['29/30 is no large gap: not 1,0', Fraction.of(29, 30), '0,97'],
		['7/15 has no word: not 0,5', Fraction.of(7, 15), '0,47'],
		['4/3', Fraction.of(4, 3), '1,3'],
		['2,5 is no limit here: 37/15', Fraction.of(37, 15), '2,5']
	])('%s', (_, size, words) => {
		expect(formatGap(size)).toBe(words);
	});

	test('never seems to deserve another word', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1200 }), fc.integer({ min: 0, max: 4800 }), (denominator, part) => {
				const size = Fraction.of(part % (4 * denominator + 1), denominator);
				expect(gapWords(read(formatGap(size)))).toBe(gapWords(size));
			})
		);
	});

	test('has a word from 0,5 on', () => {
		expect([gapWord('none'), gapWord('gap'), gapWord('large')]).toEqual(['', 'verschil', 'groot verschil']);
	});
});

test('a level in words', () => {
	expect([levelWord('low'), levelWord('middling'), levelWord('high')]).toEqual(['laag', 'midden', 'hoog']);
});

describe('a date in words', () => {
	test.each([
		['2026-03-19', '19 maart 2026'],
		['2025-12-01', '1 december 2025'],
		['2026-01-31', '31 januari 2026'],
		['2026-08-05T10:00:00.000Z', '5 augustus 2026'],
		['2026-13-01', '2026-13-01'],
		['2026-00-01', '2026-00-01'],
		['19 maart', '19 maart'],
		['', '']
	])('%s', (iso, words) => {
		expect(formatDate(iso)).toBe(words);
	});
});

const twoSides = (plan?: Plan) => workshop(plan).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');

describe('why a tip or prompt is shown', () => {
	const reasonsOf = (measured: Workshop) =>
		measured.advice().map(({ reason }) => describeReason(reason, measured.nameOf));

	test('a level: the samenwerkingsscore, its rule and the scores of the sides', () => {
		const measured = twoSides()
			.answersTogether('Gemeente', { openheid: [2, 3, 3] })
			.answersTogether('Verenigingen', { openheid: [2, 2, 3] });
		expect(reasonsOf(measured)).toEqual([
			'samenwerkingsscore 2,5 (midden, van 2,5 tot 3,5): Gemeente 2,7, Verenigingen 2,3'
		]);
	});

	test('a level: low and high say their own rule', () => {
		const both = (mark: 2 | 4) =>
			twoSides()
				.answersTogether('Gemeente', { openheid: [mark, mark, mark] })
				.answersTogether('Verenigingen', { openheid: [mark, mark, mark] });
		expect(reasonsOf(both(2))[0]).toBe('samenwerkingsscore 2,0 (laag, onder 2,5): Gemeente 2,0, Verenigingen 2,0');
		expect(reasonsOf(both(4))[0]).toBe('samenwerkingsscore 4,0 (hoog, vanaf 3,5): Gemeente 4,0, Verenigingen 4,0');
	});

	test('a level of the only side with a score says whose it is', () => {
		const measured = twoSides().answersTogether('Gemeente', { openheid: [4, 4, 5] });
		expect(reasonsOf(measured)).toEqual([
			'score 4,3 van Gemeente (hoog, vanaf 3,5); niet elke groep gaf genoeg antwoorden'
		]);
	});

	test('a topic: that it fits here, and the level that is not high', () => {
		const figures = twoSides()
			.answersTogether('Gemeente', { openheid: [2, 2, 2] })
			.dimension();
		expect(describeReason({ kind: 'topic', figures }, () => 'Gemeente')).toBe(
			'deze vraag past bij dit onderdeel, en de score is niet hoog: score 2,0 van Gemeente (laag, onder 2,5); niet elke groep gaf genoeg antwoorden'
		);
	});

	test('a gap: its size and the scores of the sides', () => {
		const large = twoSides()
			.answersTogether('Gemeente', { openheid: [4, 4, 5] })
			.answersTogether('Verenigingen', { openheid: [3, 3, 4] });
		expect(reasonsOf(large)[0]).toBe('groot verschil van 1,0: Gemeente 4,3, Verenigingen 3,3');
		const gap = twoSides()
			.answersTogether('Gemeente', { openheid: [4, 4, 5] })
			.answersTogether('Verenigingen', { openheid: [3, 4, null] });
		expect(reasonsOf(gap)[1]).toBe('verschil van 0,8: Gemeente 4,3, Verenigingen 3,5');
	});

	test('a divided group and many «weet niet» name the groups', () => {
		const measured = twoSides({ basishouding: { openheid: 1 } })
			.answers('Gemeente', ...eachAnswers('openheid', [3, 3, 3, '?', '?']))
			.answers('Verenigingen', ...eachAnswers('openheid', [1, 3, 5, '?', '?']));
		expect(reasonsOf(measured).slice(1)).toEqual([
			// 1, 3 and 5: mean 3, distances 2, 0 and 2, so 4/3.
			'de antwoorden binnen Verenigingen liggen ver uit elkaar (spreiding 1,3, verdeeld boven 0,83)',
			'2 van de 5 antwoorden van Gemeente zijn "weet niet" en 2 van de 5 antwoorden van Verenigingen zijn "weet niet"'
		]);
	});

	test('a divided group and many «weet niet» carry their figures', () => {
		const measured = twoSides({ basishouding: { openheid: 1 } })
			.answers('Gemeente', ...eachAnswers('openheid', [3, 3, 3, '?', '?']))
			.answers('Verenigingen', ...eachAnswers('openheid', [1, 3, 5]));
		for (const reason of reasonsOf(measured)) expect(reason).toMatch(/\d/);
	});

	test('there is nothing to say about the level of a dimension without one', () => {
		expect(describeReason({ kind: 'level', figures: twoSides().dimension() }, String)).toBe('');
	});

	test('a side without a score is left out of the scores', () => {
		const measured = twoSides()
			.group('vereniging', 'Sportraad')
			.answersTogether('Gemeente', { openheid: [4, 4, 4] })
			.answersTogether('Sportraad', { openheid: [2, 2, 2] });
		expect(sideScores(measured.dimension(), measured.nameOf)).toBe('Gemeente 4,0, Sportraad 2,0');
	});
});

/** What a reader takes from «2,47». */
function read(words: string): Fraction {
	const [whole = '', decimals = ''] = words.split(',');
	return Fraction.of(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}
