import { describe, expect, test } from 'vitest';
import { overTimeWords, shiftsOf, type OverTimeData } from '$lib/charts/over-time/over-time-data';

const alone = (value: number) => ({ value, joint: false });
const row = (...points: OverTimeData['series'][number]['points']): OverTimeData => ({
	dates: points.map((_, index) => String(2022 + index)),
	series: [{ name: 'Gemeente', sideIndex: 0, points }]
});
const shiftOf = (...points: OverTimeData['series'][number]['points']) => shiftsOf(row(...points))[0];

describe('from an old score to a new one', () => {
	test('is from the first measurement to the last, with what lies between', () => {
		expect(shiftOf(alone(2), alone(3), null, alone(4.5))).toEqual({
			name: 'Gemeente',
			sideIndex: 0,
			from: alone(2),
			to: alone(4.5),
			between: [alone(3)],
			direction: 1,
			words: 'van 2,0 naar 4,5'
		});
	});

	test.each([
		[2, 2.5, 1],
		[2.5, 2, -1],
		[2, 2.4, null],
		[3, 3, null]
	])('%s to %s has an arrowhead to %s: there is no room for one below 0,5', (from, to, direction) => {
		expect(shiftOf(alone(from), alone(to))?.direction).toBe(direction);
	});

	test('never takes the place of a missing score', () => {
		expect(shiftOf(null, alone(3), alone(4))).toMatchObject({ from: null, direction: null, words: 'nu 4,0' });
		expect(shiftOf(alone(3), alone(4), null)).toMatchObject({ to: null, direction: null, words: 'eerst 3,0' });
		expect(shiftOf(null, null)).toMatchObject({ from: null, to: null, words: 'geen score' });
	});
});

test('every score is there in words, with its measurement and what it rests on', () => {
	const data: OverTimeData = {
		dates: ['2024', '2026'],
		series: [
			{ name: 'Gemeente', sideIndex: 0, points: [alone(11 / 3), { value: 4, joint: true }] },
			{ name: 'Samenwerkingsscore', sideIndex: 'together', points: [null, alone(3)] }
		]
	};
	expect(overTimeWords('Openheid', data)).toBe(
		'Openheid. Gemeente: 3,7 (2024), 4,0 (2026, gezamenlijk antwoord). Samenwerkingsscore: geen score (2024), 3,0 (2026).'
	);
});
