import { describe, expect, test } from 'vitest';
import { stripOf, stripWords } from '$lib/charts/strips/strip-data';
import { workshop, type Workshop } from '../../../builders/workshop';

const twoSides = () => workshop().group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
const stripFor = (measured: Workshop) => stripOf(measured.groups, measured.dimension());

describe('the strip of a dimension', () => {
	test('shows a dot for each different score of individuals, with how many have it, and their mean', () => {
		const strip = stripFor(
			twoSides()
				.answers('Gemeente', { openheid: [4, 4, 4] }, { openheid: [2, 3, null] }, { openheid: [4, 4, null] })
				.answers('Verenigingen', { openheid: [3, 3, 3] })
		);
		expect(strip.rows).toEqual([
			{
				name: 'Gemeente',
				sideIndex: 0,
				dots: [
					{ value: 2.5, count: 1 },
					{ value: 4, count: 2 }
				],
				mean: 3.5, // (4 + 5/2 + 4) / 3
				joint: null
			},
			{ name: 'Verenigingen', sideIndex: 1, dots: [{ value: 3, count: 1 }], mean: 3, joint: null }
		]);
	});

	test('shows a joint answer as its own marker, beside individuals and alone', () => {
		const { rows } = stripFor(
			twoSides()
				.answers('Gemeente', { openheid: [4, 4, 4] })
				.answersTogether('Gemeente', { openheid: [2, 2, 2] })
				.answersTogether('Verenigingen', { openheid: [5, 5, 5] })
		);
		expect(rows).toMatchObject([
			{ dots: [{ value: 4, count: 1 }], mean: 4, joint: 2 },
			{ dots: [], mean: null, joint: 5 }
		]);
	});

	test('shows the gap as the space between the lowest and the highest side', () => {
		const { gap } = stripFor(
			twoSides()
				.group('vereniging', 'Sportraad')
				.answersTogether('Gemeente', { openheid: [4, 4, 4] })
				.answersTogether('Verenigingen', { openheid: [2, 2, 2] })
				.answersTogether('Sportraad', { openheid: [3, 3, 3] })
		);
		expect(gap).toEqual({ from: 2, to: 4 });
	});

	test('shows no gap below 0,5: 10/3 beside 3', () => {
		const { gap } = stripFor(
			twoSides()
				.answersTogether('Gemeente', { openheid: [3, 3, 4] })
				.answersTogether('Verenigingen', { openheid: [3, 3, 3] })
		);
		expect(gap).toBeNull();
	});

	test('keeps an empty row for a side without a score, and never a 0', () => {
		const strip = stripFor(twoSides().answers('Gemeente', { openheid: [4, 4, 4] }));
		expect(strip.rows[1]).toEqual({ name: 'Verenigingen', sideIndex: 1, dots: [], mean: null, joint: null });
		expect(strip.gap).toBeNull();
	});
});

describe('the strip in words', () => {
	const measured = twoSides()
		.answersTogether('Gemeente', { openheid: [4, 4, 4] })
		.answersTogether('Verenigingen', { openheid: [2, 2, 2] });
	const words = (held: Workshop, agreed: 3 | null) => stripWords('Openheid', held.groups, held.dimension(), agreed);

	test('names each side with its score, and what the room agreed on', () => {
		expect(words(measured, null)).toBe('Openheid: Gemeente 4,0, Verenigingen 2,0');
		expect(words(measured, 3)).toBe('Openheid: Gemeente 4,0, Verenigingen 2,0; afgesproken score 3');
	});

	test('says why there is no score', () => {
		expect(words(twoSides(), null)).toBe('Openheid: te weinig antwoorden');
	});
});
