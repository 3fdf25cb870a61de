import { short } from '$lib/charts/marks/point';
import type { Marker } from '$lib/design/tokens';

/**
 * Everything that a tafel is drawn of, as plain marks in the order in which they lie on each other: whoever draws one
 * (SVG on a screen, a file, the PDF) goes through the list. Lengths are in the units of the drawing; y grows downwards.
 */
export type TafelMark = MarkerMark | LineMark | HeadMark | BoxMark | TextMark;

/** What a mark is, for the legend and for who styles one of them. */
export type TafelPart =
	| 'person'
	| 'total'
	| 'ring'
	| 'mean'
	| 'joint'
	| 'gap'
	| 'change'
	| 'unclear-change'
	| 'table'
	| 'hidden-persons'
	| 'hidden-side'
	| 'agreed'
	| 'grid'
	| 'axis'
	| 'name'
	| 'figure'
	| 'rule'
	| 'theme'
	| 'legend';

interface Named {
	part: TafelPart;
	/** Whose it is; null for what is of no side. */
	sideIndex: number | null;
}

export interface MarkerMark extends Named {
	kind: 'marker';
	shape: Marker;
	/** Its middle. */
	x: number;
	y: number;
	/** The radius of a circle; other shapes look as large (`markerPath`). */
	size: number;
	fill: string;
	/** Drawn over the edge, half inside; null without one. */
	outline: { colour: string; width: number } | null;
}

export interface LineMark extends Named {
	kind: 'line';
	x1: number;
	y1: number;
	x2: number;
	y2: number;
	colour: string;
	width: number;
	/** Empty: solid. */
	dash: readonly number[];
}

/** The filled head of an arrow. */
export interface HeadMark extends Named {
	kind: 'head';
	/** Its tip. */
	x: number;
	y: number;
	/** How far its tail lies from its tip: less than 0 to the left. */
	long: number;
	half: number;
	fill: string;
}

export interface BoxMark extends Named {
	kind: 'box';
	x: number;
	y: number;
	width: number;
	height: number;
	radius: number;
	/** Null: see-through. */
	fill: string | null;
	outline: { colour: string; width: number; dash: readonly number[] } | null;
}

export interface TextMark extends Named {
	kind: 'text';
	text: string;
	x: number;
	/** Of the letters' foot. */
	baseline: number;
	size: number;
	bold: boolean;
	anchor: 'start' | 'middle' | 'end';
	colour: string;
}

export function moved(mark: TafelMark, dx: number, dy: number): TafelMark {
	switch (mark.kind) {
		case 'marker':
		case 'head':
		case 'box':
			return { ...mark, x: mark.x + dx, y: mark.y + dy };
		case 'line':
			return { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y1: mark.y1 + dy, y2: mark.y2 + dy };
		case 'text':
			return { ...mark, x: mark.x + dx, baseline: mark.baseline + dy };
	}
}

/** As an SVG path. */
export const headPath = ({ x, y, long, half }: HeadMark): string =>
	`M${short(x + long)} ${short(y - half)}L${short(x)} ${short(y)}L${short(x + long)} ${short(y + half)}Z`;
