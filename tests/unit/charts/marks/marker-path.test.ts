import { describe, expect, test } from 'vitest';
import { markerPath } from '$lib/charts/marks/marker-path';
import { lineStyle, MOST_AGES, sideStyles } from '$lib/design/tokens';

describe('the outline of a marker', () => {
	test.each([
		['circle', 'M5 10A5 5 0 1 1 15 10A5 5 0 1 1 5 10Z'],
		['square', 'M5.5 5.5L14.5 5.5L14.5 14.5L5.5 14.5Z'],
		['triangle', 'M10 4.25L15.5 14.25L4.5 14.25Z'],
		['diamond', 'M10 3.75L16.25 10L10 16.25L3.75 10Z']
	] as const)('of a %s lies around its point', (marker, path) => {
		expect(markerPath(marker, 5, { x: 10, y: 10 })).toBe(path);
	});

	test('differs for every side, and for every measurement in one picture', () => {
		const sides = sideStyles.map(({ marker }) => markerPath(marker, 5));
		const ages = Array.from({ length: MOST_AGES }, (_, age) =>
			markerPath(lineStyle({ sideIndex: 'together', age }).marker, 5)
		);
		expect(new Set(sides).size).toBe(sides.length);
		expect(new Set(ages).size).toBe(MOST_AGES);
	});
});
