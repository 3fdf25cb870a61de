/**
 * The design tokens: one source for CSS, chart and printed report.
 * Every text pair has a contrast of at least 4.5:1 and every graphic at least 3:1 on paper and on each tint
 * (tests/unit/design/contrast.test.ts computes it).
 */
export const colours = {
	paper: '#FBFAF6',
	surface: '#FFFFFF',
	ink: '#1D2730',
	muted: '#55606B',
	rule: '#7A858F',
	action: '#0F4C5C',
	danger: '#A61B1B',
	ok: '#1F6B45'
} as const;

/** Tint and edge of a theme, by its place in the questionnaire (a questionnaire with more themes starts again). */
export const themeColours = [
	{ tint: '#FFF1CC', edge: '#8A5A00' },
	{ tint: '#DFF3E8', edge: '#1F6B45' },
	{ tint: '#ECE6F8', edge: '#5B3FA0' }
] as const;

export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'none';

/** The place of a side in the measurement, or all sides together. */
export type SidePlace = number | 'together';

/** Colour, dash pattern (in px) and marker of a side, by its place in the measurement: never colour alone. */
export const sideStyles: readonly SideStyle[] = [
	{ colour: '#0B5394', dash: [], marker: 'circle' },
	{ colour: '#B8430F', dash: [8, 5], marker: 'square' },
	{ colour: '#7E4444', dash: [2, 4], marker: 'triangle' },
	{ colour: '#280C31', dash: [10, 4, 2, 4], marker: 'diamond' }
];

/** The samenwerkingsscore: a thin line in ink without markers. */
const togetherStyle: SideStyle = { colour: colours.ink, dash: [1, 3], marker: 'none' };

export interface SideStyle {
	colour: string;
	dash: readonly number[];
	marker: Marker;
}

export function themeColour(index: number): (typeof themeColours)[number] {
	return themeColours[index % themeColours.length] ?? themeColours[0];
}

/** The class that gives an element `--tint` and `--edge` of its theme, whatever the number of themes. */
export function themeClass(index: number): string {
	return `theme-${index % themeColours.length}`;
}

/** The style of the side at this place; a measurement has two to four sides. */
export function sideStyle(index: SidePlace): SideStyle {
	if (index === 'together') return togetherStyle;
	const style = sideStyles[index];
	if (!style) throw new RangeError(`no style for side ${index}`);
	return style;
}

/** The tokens as CSS custom properties on :root, plus a class per theme and per side. */
export function tokensCss(): string {
	const root = Object.entries(colours).map(([name, value]) => `--${name}: ${value};`);
	const themes = themeColours.map(({ tint, edge }, index) => `.theme-${index} { --tint: ${tint}; --edge: ${edge}; }`);
	const sides = sideStyles.map(({ colour }, index) => `.side-${index} { --side: ${colour}; }`);
	return [`:root { ${root.join(' ')} }`, ...themes, ...sides].join('\n');
}
