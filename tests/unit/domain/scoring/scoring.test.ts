import { describe, expect, test } from 'vitest';
import { largestGaps, rankDimensions, strongestDimensions } from '$lib/domain/scoring/scoring';
import { exact, workshop, type Plan, type Workshop } from '../../../builders/workshop';

const twoSides = (plan?: Plan) => workshop(plan).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
const three: Plan = { basishouding: { openheid: 1, eigenheid: 1, vertrouwen: 1 } };

describe('the samenwerkingsscore', () => {
	test('weighs each side the same, whatever its head count', () => {
		const { score } = twoSides()
			.answers('Gemeente', { openheid: [5, 5, 5] })
			.answers('Verenigingen', { openheid: [2, 2, 2] }, { openheid: [3, 3, 3] }, { openheid: [4, 4, 4] })
			.dimension();
		expect(exact(score)).toBe('4'); // (5 + 3) / 2; over four people it would be 14/4 = 3,5
	});

	test('weighs a joint answer as much as a side of individuals', () => {
		const { score } = twoSides()
			.answersTogether('Gemeente', { openheid: [5, 5, 4] }) // 14/3
			.answers('Verenigingen', { openheid: [3, 3, 3] }, { openheid: [2, 2, 2] }) // 5/2
			.dimension();
		expect(exact(score)).toBe('43/12'); // (14/3 + 5/2) / 2
	});

	test('of three sides is the mean of three scores', () => {
		const { score } = twoSides()
			.group('vereniging', 'Sportraad')
			.answers('Gemeente', { openheid: [4, 4, 4] })
			.answers('Verenigingen', { openheid: [2, 2, 2] })
			.answers('Sportraad', { openheid: [3, 3, 4] })
			.dimension();
		expect(exact(score)).toBe('28/9'); // (4 + 2 + 10/3) / 3
	});

	test('is not there when a side has no score', () => {
		const { score } = twoSides()
			.answers('Gemeente', { openheid: [5, 5, 5] })
			.answers('Verenigingen', { openheid: [2, '?', '?'] })
			.dimension();
		expect(score).toBeNull();
	});
});

describe("a theme's score", () => {
	const plan: Plan = { basishouding: { openheid: 1, eigenheid: 1 }, regierol: { draagvlak: 1 } };

	test('is the mean of the scores of its dimensions', () => {
		const measured = twoSides(plan)
			.answers('Gemeente', { openheid: [5], eigenheid: [2] })
			.answers('Verenigingen', { openheid: [4], eigenheid: [1] });
		expect(exact(measured.theme('basishouding').score)).toBe('3'); // (9/2 + 3/2) / 2
		expect(measured.theme('basishouding').groups.map(({ groupId, score }) => [groupId, exact(score)])).toEqual([
			['gemeente', '7/2'],
			['verenigingen', '5/2']
		]);
	});

	test('is only there when all its dimensions are, for each side by itself', () => {
		const measured = twoSides(plan)
			.answers('Gemeente', { openheid: [5], eigenheid: [2] })
			.answers('Verenigingen', { openheid: [4], eigenheid: ['?'] });
		const { score, groups } = measured.theme('basishouding');
		expect(score).toBeNull();
		expect(groups.map((group) => exact(group.score))).toEqual(['7/2', 'none']);
	});

	test('does not depend on another theme', () => {
		const measured = twoSides(plan)
			.answers('Gemeente', { openheid: [5], draagvlak: [3] })
			.answers('Verenigingen', { draagvlak: [2] });
		expect(exact(measured.theme('basishouding').score)).toBe('none');
		expect(exact(measured.theme('regierol').score)).toBe('5/2');
	});
});

describe('the rank of what is worth talking about: max(0; 3,5 − score) + gap', () => {
	const rankOf = (measured: Workshop) => exact(measured.dimension().rank);

	test('a low score and a gap add up: 2 beside 3 is (3,5 − 2,5) + 1', () => {
		const measured = twoSides()
			.answers('Gemeente', { openheid: [2, 2, 2] })
			.answers('Verenigingen', { openheid: [3, 3, 3] });
		expect(rankOf(measured)).toBe('2');
	});

	test('a score above 3,5 takes nothing off: 5 beside 4 is 0 + 1', () => {
		const measured = twoSides()
			.answers('Gemeente', { openheid: [5, 5, 5] })
			.answers('Verenigingen', { openheid: [4, 4, 4] });
		expect(rankOf(measured)).toBe('1');
	});

	test('a gap too small for a word counts as well: 3 beside 10/3 is (7/2 − 19/6) + 1/3', () => {
		const measured = twoSides()
			.answers('Gemeente', { openheid: [3, 3, 3] })
			.answers('Verenigingen', { openheid: [3, 3, 4] });
		expect(rankOf(measured)).toBe('2/3');
	});

	test('the only side with a score is ranked by that score', () => {
		expect(rankOf(twoSides().answers('Gemeente', { openheid: [2, 2, 2] }))).toBe('3/2');
	});

	test('two of three sides are ranked by their gap only', () => {
		const measured = twoSides()
			.group('vereniging', 'Sportraad')
			.answers('Gemeente', { openheid: [1, 1, 1] })
			.answers('Sportraad', { openheid: [2, 2, 2] });
		expect(rankOf(measured)).toBe('1');
	});

	test('puts the highest first', () => {
		const measured = twoSides(three)
			.answers('Gemeente', { openheid: [4], eigenheid: [5], vertrouwen: [2] })
			.answers('Verenigingen', { openheid: [4], eigenheid: [3], vertrouwen: [2] });
		// openheid 0 + 0, eigenheid 0 + 2, vertrouwen 3/2 + 0
		expect(rankDimensions(measured.figures()).map(({ dimensionId }) => dimensionId)).toEqual([
			'eigenheid',
			'vertrouwen',
			'openheid'
		]);
	});

	test('keeps ties in questionnaire order, also when the rank came about otherwise', () => {
		const measured = twoSides(three)
			.answers('Gemeente', { openheid: [4], eigenheid: [3], vertrouwen: [2] })
			.answers('Verenigingen', { openheid: [5], eigenheid: [2], vertrouwen: [3] });
		// openheid 0 + 1, eigenheid 1 + 1, vertrouwen 1 + 1
		expect(rankDimensions(measured.figures()).map(({ dimensionId }) => dimensionId)).toEqual([
			'eigenheid',
			'vertrouwen',
			'openheid'
		]);
	});

	test('leaves out a dimension without a score', () => {
		const measured = twoSides(three)
			.answers('Gemeente', { openheid: [4], eigenheid: ['?'] })
			.answers('Verenigingen', { openheid: [5] });
		expect(rankDimensions(measured.figures()).map(({ dimensionId }) => dimensionId)).toEqual(['openheid']);
	});
});

describe('the highlights', () => {
	const measured = twoSides(three)
		.answers('Gemeente', { openheid: [3], eigenheid: [4], vertrouwen: [5] })
		.answers('Verenigingen', { openheid: [3], eigenheid: [5], vertrouwen: [4] });

	test('name the strongest first, ties in questionnaire order', () => {
		expect(strongestDimensions(measured.figures()).map(({ dimensionId }) => dimensionId)).toEqual([
			'eigenheid', // 9/2
			'vertrouwen', // 9/2
			'openheid' // 3
		]);
	});

	test('name the largest gaps that have a word, ties in questionnaire order', () => {
		expect(largestGaps(measured.figures()).map(({ dimensionId }) => dimensionId)).toEqual(['eigenheid', 'vertrouwen']);
	});
});

describe('a workshop without an answer that counts', () => {
	const nothing = { score: null, reference: null, level: null, gap: null, rank: null };

	test('nobody answered: nothing has a figure, and the places are all there', () => {
		const figures = twoSides(three).figures();
		expect(figures.dimensions).toHaveLength(3);
		for (const dimension of figures.dimensions) expect(dimension).toMatchObject(nothing);
		expect(figures.themes).toMatchObject([{ themeId: 'basishouding', score: null }]);
		expect(rankDimensions(figures)).toEqual([]);
	});

	test('everybody says «weet niet» everywhere: counted, and no figure', () => {
		const measured = twoSides()
			.answers('Gemeente', { openheid: ['?', '?', '?'] })
			.answers('Verenigingen', { openheid: ['?', '?', '?'] });
		expect(measured.dimension()).toMatchObject(nothing);
		expect(measured.side('Verenigingen')).toMatchObject({ given: 3, unknown: 3 });
	});

	test('a measurement without groups has no figures either', () => {
		expect(workshop().dimension()).toMatchObject({ ...nothing, groups: [] });
	});
});
