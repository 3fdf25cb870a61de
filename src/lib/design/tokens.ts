/**
 * The design tokens: one source for CSS, chart and printed report.
 * Every text pair has a contrast of at least 4.5:1 and every graphic at least 3:1 on paper and on a sheet
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
	ok: '#1F6B45',
	/** Lines that only decorate, such as those of an axis behind a picture. */
	grid: '#DDD9CC'
} as const;

/**
 * The edge of a theme, by its place in the questionnaire (a questionnaire with more themes starts again): its colour
 * and its line, never colour alone. Nothing else of a theme has a colour.
 */
export const themeColours = [
	{ edge: '#8A5A00', line: 'solid' },
	{ edge: '#1F6B45', line: 'dashed' },
	{ edge: '#5B3FA0', line: 'dotted' }
] as const;

export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross';

/** The place of a side in the measurement, or all sides together. */
export type SidePlace = number | 'together';

/** How a line of a picture looks: colour, dash pattern (in px), width (in px) and marker, never colour alone. */
export interface LineStyle {
	colour: string;
	dash: readonly number[];
	width: number;
	marker: Marker;
}

/** A line of a picture: a side, or how one side (or all together) scored some measurements ago. */
export interface LinePlace {
	sideIndex: SidePlace;
	/** 0 for the newest measurement, 1 for the one before; left out where a line stands for a side. */
	age?: number;
}

interface SideStyle extends LineStyle {
	/** Fainter colours for the measurement before the newest, and for all before that. */
	faint: readonly [string, string];
	/** Of one person among others of the side. */
	person: string;
}

const WIDTH = 2.5;
const FAINT_WIDTH = 2;

/** The sides, by their place in the measurement. */
export const sideStyles: readonly SideStyle[] = [
	{ colour: '#0B5394', faint: ['#2E6CA4', '#5587B5'], person: '#6692B9', dash: [], width: WIDTH, marker: 'circle' },
	{ colour: '#B8430F', faint: ['#BF5627', '#C6693F'], person: '#CC7A54', dash: [8, 5], width: WIDTH, marker: 'square' },
	{
		colour: '#7E4444',
		faint: ['#8F5D5D', '#A27878'],
		person: '#AB8684',
		dash: [2, 4],
		width: WIDTH,
		marker: 'triangle'
	},
	{
		colour: '#280C31',
		faint: ['#5C4662', '#8C7D91'],
		person: '#6F5C73',
		dash: [10, 4, 2, 4],
		width: WIDTH,
		marker: 'diamond'
	}
];

/** The samenwerkingsscore: ink, no side's colour. */
const togetherStyle: SideStyle = {
	colour: colours.ink,
	faint: ['#4C545B', '#7D8388'],
	person: '#4C545B',
	dash: [1, 3],
	width: WIDTH,
	marker: 'cross'
};

/** Measurements in one picture, the newest first: it is solid and full, those before it are fainter and dashed. */
const ageStyles: readonly Pick<LineStyle, 'dash' | 'width' | 'marker'>[] = [
	{ dash: [], width: WIDTH, marker: 'circle' },
	{ dash: [8, 5], width: FAINT_WIDTH, marker: 'square' },
	{ dash: [2, 4], width: FAINT_WIDTH, marker: 'triangle' },
	{ dash: [10, 4, 2, 4], width: FAINT_WIDTH, marker: 'diamond' },
	{ dash: [1, 3], width: FAINT_WIDTH, marker: 'cross' }
];
/** The most measurements in one picture. */
export const MOST_AGES = ageStyles.length;

export function themeColour(index: number): (typeof themeColours)[number] {
	return themeColours[index % themeColours.length] ?? themeColours[0];
}

/** The class that gives an element `--edge` and `--edge-line` of its theme, whatever the number of themes. */
export function themeClass(index: number): string {
	return `theme-${index % themeColours.length}`;
}

/**
 * The style of the side at this place. A measurement has two to four sides; several together may have more, which start
 * again: a name always stands beside it.
 */
export function sideStyle(index: SidePlace): SideStyle {
	const style = index === 'together' ? togetherStyle : sideStyles[index % sideStyles.length];
	return style ?? togetherStyle;
}

/**
 * One person among others of a side: the marker of the side in a solid colour that is fainter than
 * its mean, never see-through.
 */
export function dotStyle(sideIndex: SidePlace): Pick<LineStyle, 'colour' | 'marker'> {
	const { person, marker } = sideStyle(sideIndex);
	return { colour: person, marker };
}

/**
 * The style of a line: of its side, or of its measurement in the colours of the side it is seen from.
 * @throws RangeError when there is no such age
 */
export function lineStyle({ sideIndex, age }: LinePlace): LineStyle {
	const side = sideStyle(sideIndex);
	if (age === undefined) return side;
	const style = ageStyles[age];
	if (!style) throw new RangeError(`no style for a measurement of age ${age}`);
	const [before, longBefore] = side.faint;
	return { ...style, colour: age === 0 ? side.colour : age === 1 ? before : longBefore };
}

/** The tokens as CSS custom properties on :root, plus a class per theme and per side. */
export function tokensCss(): string {
	const root = Object.entries(colours).map(([name, value]) => `--${name}: ${value};`);
	const themes = themeColours.map(
		({ edge, line }, index) => `.theme-${index} { --edge: ${edge}; --edge-line: ${line}; }`
	);
	const sides = sideStyles.map(
		({ colour, person }, index) => `.side-${index} { --side: ${colour}; --side-person: ${person}; }`
	);
	const together = `.side-together { --side: ${togetherStyle.colour}; }`;
	return [`:root { ${root.join(' ')} }`, ...themes, ...sides, together].join('\n');
}
