import { expect, test } from 'vitest';
import { overTimeWords, type OverTimeData } from '$lib/charts/over-time/over-time-data';

const alone = (value: number) => ({ value, joint: false });

test('every score is there in words, with its measurement and what it rests on', () => {
	const data: OverTimeData = {
		dates: ['2024', '2026'],
		at: [0, 1],
		series: [
			{ name: 'Gemeente', sideIndex: 0, points: [alone(11 / 3), { value: 4, joint: true }] },
			{ name: 'Samenwerkingsscore', sideIndex: 'together', points: [null, alone(3)] }
		]
	};
	expect(overTimeWords('Openheid', data)).toBe(
		'Openheid. Gemeente: 3,7 (2024), 4,0 (2026, gezamenlijk antwoord). Samenwerkingsscore: geen score (2024), 3,0 (2026).'
	);
});
