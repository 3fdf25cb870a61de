import { describe, expect, test } from 'vitest';
import { radarsOf } from '$lib/charts/radar-data';
import { workshop, type Plan, type Workshop } from '../domain/workshop';

const twoSides = (plan: Plan) => workshop(plan).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
const drawn = (measured: Workshop) => radarsOf(measured.questionnaire, measured.groups, measured.figures().dimensions);

/** Dimensions with one item each: a1, a2, … */
const dimensions = (letter: string, count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [`${letter}${index + 1}`, 1]));

describe('the radar of a workshop', () => {
	const plan: Plan = { basishouding: { openheid: 1, eigenheid: 1 }, regierol: { draagvlak: 1 } };

	test('has an axis for each dimension, in questionnaire order, with the place of its theme', () => {
		const [radar, ...others] = drawn(twoSides(plan));
		expect(others).toEqual([]);
		expect(radar?.title).toBe('Workshop');
		expect(radar?.axes).toEqual([
			{ dimensionId: 'openheid', label: ['openheid'], shortLabel: 'openheid', themeIndex: 0 },
			{ dimensionId: 'eigenheid', label: ['eigenheid'], shortLabel: 'eigenheid', themeIndex: 0 },
			{ dimensionId: 'draagvlak', label: ['draagvlak'], shortLabel: 'draagvlak', themeIndex: 1 }
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

describe('how many radars', () => {
	const titles = (plan: Plan) => drawn(twoSides(plan)).map(({ title, axes }) => `${title}: ${axes.length}`);

	test('none below three dimensions: that makes no shape', () => {
		expect(titles({ a: dimensions('a', 2) })).toEqual([]);
		expect(titles({ a: dimensions('a', 3) })).toEqual(['Workshop: 3']);
	});

	test('one up to sixteen dimensions', () => {
		expect(titles({ a: dimensions('a', 10), b: dimensions('b', 6) })).toEqual(['Workshop: 16']);
	});

	test('one for each theme above sixteen', () => {
		expect(titles({ a: dimensions('a', 10), b: dimensions('b', 7) })).toEqual(['Thema a: 10', 'Thema b: 7']);
	});

	test('none for a theme that is too small for a shape', () => {
		expect(titles({ a: dimensions('a', 15), b: dimensions('b', 2) })).toEqual(['Thema a: 15']);
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
