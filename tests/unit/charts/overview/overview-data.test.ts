import { describe, expect, test } from 'vitest';
import {
	axesOf,
	measurementOverviews,
	overviewScores,
	overviewsOf,
	overviewWords,
	type LineOfAge
} from '$lib/charts/overview/overview-data';
import { workshop, type Plan, type Workshop } from '../../../builders/workshop';

const twoSides = (plan: Plan) => workshop(plan).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
const drawn = (measured: Workshop) =>
	overviewsOf(measured.questionnaire, measured.groups, measured.figures().dimensions);

/** Dimensions with one item each: a1, a2, … */
const dimensions = (letter: string, count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [`${letter}${index + 1}`, 1]));

describe('the radar of a workshop', () => {
	const plan: Plan = { basishouding: { openheid: 1, eigenheid: 1 }, regierol: { draagvlak: 1 } };

	test('has an axis for each dimension, in questionnaire order, with the place of its theme', () => {
		const [radar, ...others] = drawn(twoSides(plan));
		expect(others).toEqual([]);
		expect(radar?.kind).toBe('radar');
		expect(radar?.title).toBe('Workshop');
		expect(radar?.axes).toEqual([
			{
				dimensionId: 'openheid',
				name: 'Onderdeel openheid',
				label: ['openheid'],
				shortLabel: 'openheid',
				themeIndex: 0
			},
			{
				dimensionId: 'eigenheid',
				name: 'Onderdeel eigenheid',
				label: ['eigenheid'],
				shortLabel: 'eigenheid',
				themeIndex: 0
			},
			{
				dimensionId: 'draagvlak',
				name: 'Onderdeel draagvlak',
				label: ['draagvlak'],
				shortLabel: 'draagvlak',
				themeIndex: 1
			}
		]);
	});

	test("has a line for each side, with the side's own scores", () => {
		const [radar] = drawn(
			twoSides(plan)
				.answers('Gemeente', { openheid: [4], eigenheid: [5], draagvlak: [1] }, { openheid: [3] })
				.answersTogether('Verenigingen', { openheid: [2], eigenheid: [2], draagvlak: [5] })
		);
		expect(radar?.series).toEqual([
			{ name: 'Gemeente', sideIndex: 0, values: [3.5, 5, 1] },
			{ name: 'Verenigingen', sideIndex: 1, values: [2, 2, 5] }
		]);
	});

	test('has null where there are too few answers, never 0', () => {
		const [radar] = drawn(twoSides(plan).answersTogether('Gemeente', { openheid: [4], eigenheid: ['?'] }));
		expect(radar?.series.map(({ values }) => values)).toEqual([
			[4, null, null],
			[null, null, null]
		]);
	});
});

describe('how many pictures, and which', () => {
	const pictures = (plan: Plan) =>
		drawn(twoSides(plan)).map(({ kind, title, axes }) => `${title}: ${kind} ${axes.length}`);

	test('bars below three dimensions: that makes no shape', () => {
		expect(pictures({ a: dimensions('a', 1) })).toEqual(['Workshop: bars 1']);
		expect(pictures({ a: dimensions('a', 2) })).toEqual(['Workshop: bars 2']);
		expect(pictures({ a: dimensions('a', 3) })).toEqual(['Workshop: radar 3']);
	});

	test('one radar up to sixteen dimensions', () => {
		expect(pictures({ a: dimensions('a', 10), b: dimensions('b', 6) })).toEqual(['Workshop: radar 16']);
	});

	test('one for each theme above sixteen, with bars for a theme that is too small for a shape', () => {
		expect(pictures({ a: dimensions('a', 10), b: dimensions('b', 7) })).toEqual([
			'Thema a: radar 10',
			'Thema b: radar 7'
		]);
		expect(pictures({ a: dimensions('a', 15), b: dimensions('b', 2) })).toEqual([
			'Thema a: radar 15',
			'Thema b: bars 2'
		]);
	});

	test('each keeps the place of its theme and only its own scores', () => {
		const [, second] = drawn(
			twoSides({ a: dimensions('a', 14), b: dimensions('b', 3) }).answersTogether('Gemeente', {
				b1: [1],
				b2: [2],
				b3: [3]
			})
		);
		expect(second?.axes.map(({ themeIndex }) => themeIndex)).toEqual([1, 1, 1]);
		expect(second?.series[0]?.values).toEqual([1, 2, 3]);
	});
});

describe('the samenwerkingsscore', () => {
	const measured = twoSides({ a: { openheid: 1 } })
		.answersTogether('Gemeente', { openheid: [4] })
		.answersTogether('Verenigingen', { openheid: [3] });

	test('is a line of its own where it is wanted', () => {
		const [bars] = overviewsOf(measured.questionnaire, measured.groups, measured.figures().dimensions, {
			together: true
		});
		expect(bars?.series.at(-1)).toEqual({ name: 'Samenwerkingsscore', sideIndex: 'together', values: [3.5] });
	});

	test('is left out otherwise', () => {
		expect(drawn(measured)[0]?.series.map(({ name }) => name)).toEqual(['Gemeente', 'Verenigingen']);
	});
});

describe('in words', () => {
	const measured = twoSides({ a: { openheid: 3, eigenheid: 1 } }).answersTogether('Gemeente', { openheid: [4, 4, 3] });
	const [bars] = drawn(measured);

	test('a picture says its shape, its scale and its lines', () => {
		expect(bars && overviewWords(bars)).toBe('Staven van 1 tot 5 met een staaf voor Gemeente en Verenigingen.');
		expect(bars && overviewWords({ ...bars, kind: 'radar' })).toBe(
			'Radar van 1 tot 5 met een lijn voor Gemeente en Verenigingen.'
		);
	});

	test('each score is there, and where there is none', () => {
		// 11/3
		expect(bars && overviewScores(bars)).toBe(
			'Onderdeel openheid: Gemeente 3,7, Verenigingen geen score. Onderdeel eigenheid: Gemeente geen score, Verenigingen geen score.'
		);
	});
});

describe('several measurements in one picture', () => {
	const axes = (plan: Plan) => axesOf(workshop(plan).questionnaire);
	const three = axes({ a: dimensions('a', 2), b: dimensions('b', 1) });
	const line = (age: number, ...values: (number | null)[]): LineOfAge => ({
		label: `Meting ${age}`,
		values,
		age
	});

	test('are drawn oldest first, so that the newest lies on top, each with its age in the colours of the view', () => {
		const [radar, ...others] = measurementOverviews('Verenigingen', three, 1, [
			line(0, 4, 4, 4),
			line(2, 2, 2, 2),
			line(1, 3, null, 3)
		]);
		expect(others).toEqual([]);
		expect(radar).toMatchObject({ kind: 'radar', title: 'Verenigingen' });
		expect(radar?.series).toEqual([
			{ name: 'Meting 2', sideIndex: 1, age: 2, values: [2, 2, 2] },
			{ name: 'Meting 1', sideIndex: 1, age: 1, values: [3, null, 3] },
			{ name: 'Meting 0', sideIndex: 1, age: 0, values: [4, 4, 4] }
		]);
	});

	test('are bars below three dimensions', () => {
		const [bars] = measurementOverviews('Samen', three.slice(0, 2), 'together', [line(0, 4, 4), line(1, 3, 3)]);
		expect(bars?.kind).toBe('bars');
	});

	test('are a picture for each theme above sixteen dimensions', () => {
		const many = axes({ a: dimensions('a', 16), b: dimensions('b', 1) });
		const values = many.map((_, index) => 1 + index / 4);
		const pictures = measurementOverviews('Samen', many, 'together', [line(0, ...values)]);
		expect(pictures.map(({ kind, title }) => `${title}: ${kind}`)).toEqual(['Thema a: radar', 'Thema b: bars']);
		expect(pictures[1]?.series[0]?.values).toEqual([5]);
	});

	test('have no score where a value is left out, and no picture without dimensions', () => {
		expect(measurementOverviews('Samen', three, 0, [line(0, 4)])[0]?.series[0]?.values).toEqual([4, null, null]);
		expect(measurementOverviews('Samen', [], 0, [line(0)])).toEqual([]);
	});
});
