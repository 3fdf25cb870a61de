import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MAX_GROUPS } from '$lib/domain/measurement/measurement';
import {
	colours,
	dotStyle,
	lineStyle,
	MOST_AGES,
	sideStyle,
	sideStyles,
	themeClass,
	themeColour,
	themeColours,
	tokensCss,
	type SidePlace
} from '$lib/design/tokens';

const TEXT = 4.5;
const GRAPHIC = 3;

/** Contrast of two colours (#RRGGBB) by WCAG 2.2, «contrast ratio». */
function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
		.map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const grounds = ['paper', 'surface'] as const;
const everywhere = [colours.paper, colours.surface];
const views: SidePlace[] = [...sideStyles.keys(), 'together'];

test('the calculation knows the extremes and a published pair', () => {
	expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 10);
	expect(contrast('#777777', '#777777')).toBe(1);
	expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2); // the lightest grey that passes on white
});

describe.each(grounds)('on %s', (ground) => {
	test.each(['ink', 'muted', 'action', 'danger', 'ok'] as const)('%s can be read', (name) => {
		expect(contrast(colours[name], colours[ground])).toBeGreaterThanOrEqual(TEXT);
	});

	test.each(themeColours.map(({ edge }, index) => [index, edge]))('the edge of theme %i can be read', (_, edge) => {
		expect(contrast(edge, colours[ground])).toBeGreaterThanOrEqual(TEXT);
	});

	test.each(sideStyles.map(({ colour }, index) => [index, colour]))(
		'the colour of side %i can be read',
		(_, colour) => {
			expect(contrast(colour, colours[ground])).toBeGreaterThanOrEqual(TEXT);
		}
	);

	test('a rule can be seen', () => {
		expect(contrast(colours.rule, colours[ground])).toBeGreaterThanOrEqual(GRAPHIC);
	});
});

describe.each(views)('measurements seen from side %s', (sideIndex) => {
	const ages = Array.from({ length: MOST_AGES }, (_, age) => lineStyle({ sideIndex, age }));
	const newest = ages[0];

	test('can all be seen on paper and on a sheet', () => {
		for (const { colour } of ages)
			for (const ground of everywhere) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(GRAPHIC);
	});

	test('are full and solid when new, and fainter the older they are', () => {
		expect(newest).toMatchObject({ colour: sideStyle(sideIndex).colour, dash: [] });
		const onPaper = ages.map(({ colour }) => contrast(colour, colours.paper));
		expect(onPaper).toEqual([...onPaper].sort((a, b) => b - a));
		expect(new Set(onPaper).size).toBe(3);
		for (const { dash } of ages.slice(1)) expect(dash).not.toEqual([]);
	});

	test('have dots that can be seen, in the marker of their side and not see-through', () => {
		const { colour, marker } = dotStyle(sideIndex);
		for (const ground of everywhere) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(GRAPHIC);
		expect(colour).toMatch(/^#[0-9A-F]{6}$/);
		expect(marker).toBe(sideStyle(sideIndex).marker);
	});

	test('look different without their colour', () => {
		expect(new Set(ages.map(({ marker }) => marker)).size).toBe(MOST_AGES);
		expect(new Set(ages.map(({ dash }) => dash.join(' '))).size).toBe(MOST_AGES);
	});

	test('are no more than one picture can hold', () => {
		expect(() => lineStyle({ sideIndex, age: MOST_AGES })).toThrow(RangeError);
	});
});

describe('sides and themes', () => {
	test('a line without an age looks as its side', () => {
		for (const sideIndex of views) expect(lineStyle({ sideIndex })).toBe(sideStyle(sideIndex));
	});

	test('the samenwerkingsscore has a marker and a dash of its own', () => {
		const { marker, dash } = sideStyle('together');
		expect(sideStyles.map((side) => side.marker)).not.toContain(marker);
		expect(sideStyles.map((side) => side.dash)).not.toContainEqual(dash);
	});

	test('every side a measurement can have looks different without its colour', () => {
		expect(sideStyles).toHaveLength(MAX_GROUPS);
		expect(new Set(sideStyles.map(({ marker }) => marker)).size).toBe(MAX_GROUPS);
		expect(new Set(sideStyles.map(({ dash }) => dash.join(' '))).size).toBe(MAX_GROUPS);
		expect(sideStyle(MAX_GROUPS)).toBe(sideStyle(0));
	});

	test('themes look different without their colour', () => {
		expect(new Set(themeColours.map(({ line }) => line)).size).toBe(themeColours.length);
	});

	test('a fourth theme starts again with the first colours', () => {
		expect(themeColour(themeColours.length)).toBe(themeColours[0]);
		expect(themeClass(themeColours.length)).toBe(themeClass(0));
	});

	test('the style sheet carries every token', () => {
		const css = tokensCss();
		const all = [
			...Object.values(colours),
			...themeColours.map(({ edge }) => edge),
			...sideStyles.map(({ person }) => person),
			...sideStyles.map(({ colour }) => colour)
		];
		for (const value of all) expect(css).toContain(value);
		for (const { line } of themeColours) expect(css).toContain(`--edge-line: ${line}`);
	});
});

test('nothing that means something is drawn see-through: no contrast is worse than its colour says', () => {
	const folder = 'src/lib/charts';
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		/\.(svelte|ts)$/.test(name)
	);
	for (const file of files) expect(readFileSync(`${folder}/${file}`, 'utf8'), file).not.toMatch(/[^-]opacity[=:]/);
});
