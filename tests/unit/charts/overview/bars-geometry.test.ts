import { describe, expect, test } from 'vitest';
import { barsGeometry } from '$lib/charts/overview/bars-geometry';
import type { OverviewData } from '$lib/charts/overview/overview-data';
import { sideStyle } from '$lib/design/tokens';

const data: OverviewData = {
	kind: 'bars',
	title: 'Workshop',
	axes: ['Openheid', 'Eigenheid'].map((name, themeIndex) => ({
		dimensionId: name.toLowerCase(),
		name,
		label: [name],
		shortLabel: name,
		themeIndex
	})),
	series: [
		{ name: 'Gemeente', sideIndex: 0, values: [3, 5] },
		{ name: 'Verenigingen', sideIndex: 1, values: [null, 1] }
	]
};
// Letters of 10: the scale begins at 17 and ends 26 before the edge, so it is 400 long.
const geometry = barsGeometry(data, { width: 443, size: 10, linesOf: (name) => [name] });
const [first, second] = geometry.dimensions;

describe('bars on a sheet', () => {
	test('run from 1 to their score, with a little left to see of a 1', () => {
		expect(geometry.points).toEqual([1, 2, 3, 4, 5].map((value, index) => ({ value, x: 17 + index * 100 })));
		expect(first?.bars[0]?.box).toMatchObject({ x: 17, width: 200 });
		expect(second?.bars.map(({ box }) => box?.width)).toEqual([400, 1.5]);
	});

	test('look as their side does, with the figure behind the bar', () => {
		expect(second?.bars.map(({ style, text }) => [style, text])).toEqual([
			[sideStyle(0), '5,0'],
			[sideStyle(1), '1,0']
		]);
		expect(first?.bars[0]?.textX).toBe(17 + 200 + 4);
	});

	test('are left out where there is no score, and that is written', () => {
		expect(first?.bars[1]).toMatchObject({ box: null, text: 'geen score' });
	});

	test('stand under the name of their dimension, dimension under dimension, digits below all', () => {
		expect(geometry.dimensions.map(({ themeIndex, lines }) => [themeIndex, lines.map(({ text }) => text)])).toEqual([
			[0, ['Openheid']],
			[1, ['Eigenheid']]
		]);
		const heights = geometry.dimensions.flatMap(({ lines, top, bars, bottom }) => [
			...lines.map(({ baseline }) => baseline),
			top,
			...bars.map(({ baseline }) => baseline),
			bottom
		]);
		const down = [...heights, geometry.digitBaseline, geometry.height];
		expect(down).toEqual([...down].sort((a, b) => a - b));
	});

	test('move down for a name of two lines', () => {
		const tall = barsGeometry(data, { width: 443, size: 10, linesOf: (name) => [name, 'en meer'] });
		expect(tall.height - geometry.height).toBe(2 * 12.5);
	});
});
