import { lineStyle, type LineStyle } from '$lib/design/tokens';
import type { OverviewData } from './overview-data';
import type { Point } from '$lib/charts/marks/point';
import { SCALE_POINTS, scoreText, shareOf } from '$lib/charts/marks/scale';

/** Where everything of a bar chart lies under (0, 0), on a sheet of a fixed width. */
export interface BarsGeometry {
	height: number;
	dimensions: BarsOfDimension[];
	/** The points of the scale: a thin line through every dimension's bars, and a digit below the last. */
	points: { value: number; x: number }[];
	digitBaseline: number;
}

export interface BarsOfDimension {
	themeIndex: number;
	/** The name above the bars. */
	lines: { text: string; baseline: number }[];
	/** Between which heights the bars lie. */
	top: number;
	bottom: number;
	bars: {
		style: LineStyle;
		marker: Point;
		/** Null where there is no score. */
		box: { x: number; y: number; width: number; height: number } | null;
		text: string;
		textX: number;
		baseline: number;
	}[];
}

export interface BarsSheet {
	width: number;
	/** Of the letters; everything else follows from it. */
	size: number;
	/** Breaks a name into lines. */
	linesOf: (name: string) => readonly string[];
}

/** In letter sizes. */
const ROW = 1.6;
const BAR = 0.9;
const NAME_LINE = 1.25;
const GAP = 0.8;
const MARKER_ROOM = 1.7;
const SCORE_ROOM = 2.6;
const DIGITS = 1.4;
/** A score of 1 is still seen as a bar. */
const LEAST_BAR = 0.15;

/** The bars of every dimension, under each other. */
export function barsGeometry(data: OverviewData, { width, size, linesOf }: BarsSheet): BarsGeometry {
	const left = MARKER_ROOM * size;
	const length = width - left - SCORE_ROOM * size;
	let y = 0;
	const dimensions = data.axes.map((axis, index) => {
		const names = linesOf(axis.name);
		const top = y + names.length * NAME_LINE * size;
		const bars = data.series.map((series, row) =>
			barAt(series.values[index] ?? null, lineStyle(series), top + (row + 0.5) * ROW * size)
		);
		const dimension = {
			themeIndex: axis.themeIndex,
			lines: names.map((text, at) => ({ text, baseline: y + (at + 0.85) * NAME_LINE * size })),
			top,
			bottom: top + data.series.length * ROW * size,
			bars
		};
		y = dimension.bottom + GAP * size;
		return dimension;
	});
	const bottom = dimensions.at(-1)?.bottom ?? 0;
	return {
		height: bottom + DIGITS * size,
		dimensions,
		points: SCALE_POINTS.map((value) => ({ value, x: left + length * shareOf(value) })),
		digitBaseline: bottom + size
	};

	function barAt(value: number | null, style: LineStyle, middle: number): BarsOfDimension['bars'][number] {
		const long = value === null ? 0 : Math.max(LEAST_BAR * size, length * shareOf(value));
		const box = { x: left, y: middle - (BAR / 2) * size, width: long, height: BAR * size };
		return {
			style,
			marker: { x: left - 0.9 * size, y: middle },
			box: value === null ? null : box,
			text: scoreText(value),
			textX: left + long + 0.4 * size,
			baseline: middle + 0.35 * size
		};
	}
}
