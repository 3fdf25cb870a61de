import { describe, expect, test } from 'vitest';
import { placesInTime, type OverTimeData } from '$lib/charts/over-time/over-time-data';
import { timelineGeometry } from '$lib/charts/over-time/timeline-geometry';
import { sideStyle } from '$lib/design/tokens';

const sheet = { width: 251, height: 132, size: 10 };
// The first measurement lies at 19 + 16, the last 16 before the edge: 200 apart. 5 lies at 6, 1 at 132 − 26: 100 lower.
const drawn = (...values: (number | null)[]) => {
	const data: OverTimeData = {
		dates: values.map((_, index) => `mrt ${2022 + index}`),
		at: values.map((_, index) => (values.length > 1 ? index / (values.length - 1) : 0)),
		series: [
			{
				name: 'Verenigingen',
				sideIndex: 1,
				points: values.map((value) => (value === null ? null : { value, joint: value === 5 }))
			}
		]
	};
	const geometry = timelineGeometry(data, sheet);
	const [line] = geometry.lines;
	return { ...geometry, path: line?.path, points: line?.points, style: line?.style };
};

describe('a small plot over time', () => {
	test('has its measurements where they lie in time, oldest at the left, 5 at the top', () => {
		const { points, path } = drawn(1, 3, 5);
		expect(points).toEqual([
			{ x: 35, y: 106, joint: false },
			{ x: 135, y: 56, joint: false },
			{ x: 235, y: 6, joint: true }
		]);
		expect(path).toBe('M35 106L135 56M135 56L235 6');
	});

	test('looks as its side does everywhere', () => {
		expect(drawn(1, 2).style).toBe(sideStyle(1));
	});

	test('has a gap where a score is missing, and still a marker for one that stands alone', () => {
		const { points, path } = drawn(2, null, 4);
		expect(path).toBe('');
		expect(points).toHaveLength(2);
		expect(drawn(2, 3, null, 4, 5).path).toBe('M35 81L85 56M185 31L235 6');
	});

	test('has lines at the ends of the scale and thin ones where the levels begin', () => {
		expect(drawn(3, 3).levels).toEqual([
			{ text: '1', y: 106, edge: true },
			{ text: '2,5', y: 68.5, edge: false },
			{ text: '3,5', y: 43.5, edge: false },
			{ text: '5', y: 6, edge: true }
		]);
	});

	test('names each measurement below its point, in two lines at most', () => {
		const { dates } = drawn(3, 3);
		expect(dates.map(({ x, lines }) => [x, ...lines.map(({ text }) => text)])).toEqual([
			[35, 'mrt', '2022'],
			[235, 'mrt', '2023']
		]);
		for (const { baseline } of dates.flatMap(({ lines }) => lines)) {
			expect(baseline).toBeGreaterThan(106);
			expect(baseline).toBeLessThan(sheet.height);
		}
	});

	test('lies to scale in time: half a year takes a quarter of what two years take', () => {
		const days = ['2022-01-01', '2022-07-01', '2024-06-30'];
		const at = placesInTime(days);
		// 181 and 730 days, of 911; 200 px are to be divided.
		expect(at).toEqual([0, 181 / 911, 1]);
		const data: OverTimeData = { dates: ['jan 2022', 'juli 2022', 'juni 2024'], at, series: [] };
		const xs = timelineGeometry(data, sheet).dates.map((date) => date.at);
		expect(xs.map(Math.round)).toEqual([35, 75, 235]);
		expect(placesInTime(['2025-05-05', '2025-05-05', '2025-05-05'])).toEqual([0, 0.5, 1]);
		expect(placesInTime(['2025-05-05'])).toEqual([0]);
	});

	test('keeps the labels of two measurements that lie near off each other, within the sheet', () => {
		const labelsAt = (...at: number[]) => {
			const dates = at.map((_, index) => `mrt ${2020 + index}`);
			return timelineGeometry({ dates, at, series: [] }, sheet).dates.map(({ x }) => x);
		};
		// Four letters of 5.5, and 5 between them: 27 from one to the next.
		expect(labelsAt(0, 0.02, 1)).toEqual([35, 62, 235]);
		expect(labelsAt(0, 0.98, 1)).toEqual([35, 208, 235]);
		expect(labelsAt(0, 0.5, 1)).toEqual([35, 135, 235]);
	});

	test('stays within its sheet with one measurement', () => {
		expect(drawn(3).points).toEqual([{ x: 35, y: 56, joint: false }]);
	});
});
