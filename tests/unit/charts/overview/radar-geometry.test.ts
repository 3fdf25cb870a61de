import { describe, expect, test } from 'vitest';
import type { OverviewData } from '$lib/charts/overview/overview-data';
import type { Point } from '$lib/charts/marks/point';
import { radarGeometry, reachOf } from '$lib/charts/overview/radar-geometry';
import { sideStyle } from '$lib/design/tokens';

const RADIUS = 100;

/** A radar with one side. */
function radar(...values: (number | null)[]): OverviewData {
	return {
		kind: 'radar',
		title: 'Workshop',
		axes: values.map((_, index) => ({
			dimensionId: `onderdeel-${index}`,
			name: `Onderdeel ${index}`,
			label: [`Onderdeel ${index}`],
			shortLabel: `O${index}`,
			themeIndex: index % 2
		})),
		series: [{ name: 'Gemeente', sideIndex: 2, values }]
	};
}

const drawn = (...values: (number | null)[]) => {
	const geometry = radarGeometry(radar(...values), RADIUS);
	const [line] = geometry.lines;
	return { ...geometry, path: line?.path ?? '', points: line?.points ?? [] };
};

const place = ({ x, y }: Point) => [Math.round(x * 1000) / 1000 + 0, Math.round(y * 1000) / 1000 + 0];
const distance = ({ x, y }: Point) => Math.hypot(x, y);

describe('where an answer lies on four axes', () => {
	test('5 lies on the outer ring: the first axis points up, the others follow clockwise', () => {
		expect(drawn(5, 5, 5, 5).points.map(place)).toEqual([
			[0, -100],
			[100, 0],
			[0, 100],
			[-100, 0]
		]);
	});

	test('1 lies in the centre', () => {
		expect(drawn(1, 1, 1, 1).points.map(distance)).toEqual([0, 0, 0, 0]);
	});

	test('2, 3 and 4 lie on their rings, a half point halfway', () => {
		const { rings, points } = drawn(2, 3, 4, 3.5);
		expect(rings).toEqual([
			{ value: 2, radius: 25 },
			{ value: 3, radius: 50 },
			{ value: 4, radius: 75 },
			{ value: 5, radius: 100 }
		]);
		expect(points.map((point) => Math.round(distance(point) * 1000) / 1000)).toEqual([25, 50, 75, 62.5]);
	});
});

describe('the line of a side', () => {
	test('goes round and closes', () => {
		expect(drawn(5, 5, 5, 5).path).toBe('M0 -100L100 0M100 0L0 100M0 100L-100 0M-100 0L0 -100');
	});

	test('is open on both sides of a missing score, which has no point', () => {
		const { path, points } = drawn(5, null, 5, 5);
		expect(path).toBe('M0 100L-100 0M-100 0L0 -100');
		expect(points.map(place)).toEqual([
			[0, -100],
			[0, 100],
			[-100, 0]
		]);
	});

	test('is open where the first score is missing', () => {
		expect(drawn(null, 5, 5, 5).path).toBe('M100 0L0 100M0 100L-100 0');
	});

	test('is no line at all when no two neighbours have a score, and the points stay', () => {
		const { path, points } = drawn(5, null, 3, null);
		expect(path).toBe('');
		expect(points).toHaveLength(2);
	});

	test('looks as its side does everywhere', () => {
		expect(drawn(5, 5, 5).lines.map(({ style }) => style)).toEqual([sideStyle(2)]);
	});
});

describe('around the radar', () => {
	test('each axis has a spoke to the outer ring', () => {
		const { spokes } = drawn(3, 3, 3, 3);
		expect(spokes.map(place)).toEqual([
			[0, -100],
			[100, 0],
			[0, 100],
			[-100, 0]
		]);
	});

	test('the labels stand outside the ring and grow away from it', () => {
		const { labels } = drawn(3, 3, 3, 3);
		expect(labels.map(({ lines }) => lines)).toEqual([
			['Onderdeel 0'],
			['Onderdeel 1'],
			['Onderdeel 2'],
			['Onderdeel 3']
		]);
		expect(labels.map(({ anchor }) => anchor)).toEqual(['middle', 'start', 'middle', 'end']);
		expect(labels.map(({ upDown }) => Math.round(upDown) + 0)).toEqual([-1, 0, 1, 0]);
		for (const { at } of labels) expect(distance(at)).toBeGreaterThan(RADIUS);
	});

	test('reaches as far as asked, and further up and down for labels of several lines', () => {
		const data = radar(3, 3, 3, 3);
		const names = data.axes.map((axis) => ({ ...axis, label: ['Een', 'lange', 'naam'] }));
		expect(reachOf(radarGeometry(data, RADIUS), 16, 150)).toEqual({ top: -150, bottom: 150 });
		// The first label begins at 114 above the middle; two more lines of 16 and half a line stand above that.
		const reach = reachOf(radarGeometry({ ...data, axes: names }, RADIUS), 16, 150);
		expect(reach.top).toBeCloseTo(-114 - 2 * 16 - 8, 10);
		expect(reach.bottom).toBeCloseTo(114 + 2 * 16 + 8, 10);
	});
});
