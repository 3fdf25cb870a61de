import { lineStyle, type LineStyle } from '$lib/design/tokens';
import { withComma } from '$lib/domain/words/counting-words';
import type { OverTimeData } from './over-time-data';
import { short, type Point } from '$lib/charts/marks/point';
import { LEVEL_LIMITS, SCALE_MAX, SCALE_MIN, shareOf } from '$lib/charts/marks/scale';
import { wrapText } from '$lib/charts/marks/wrap-text';

/** Where everything of a small plot over time lies on a sheet with (0, 0) at its top left. */
export interface TimelineGeometry {
	left: number;
	right: number;
	/** Lines across: the ends of the scale, and where the levels begin. */
	levels: { text: string; y: number; edge: boolean }[];
	/** Where the plot ends, and the ticks of the measurements begin. */
	bottom: number;
	/**
	 * A label for each measurement, in lines below the plot: at `x`, and when another stands near, a little beside the
	 * place `at` where the measurement lies.
	 */
	dates: { x: number; at: number; lines: { text: string; baseline: number }[] }[];
	lines: {
		style: LineStyle;
		/** Open where a score is missing. */
		path: string;
		points: (Point & { joint: boolean })[];
	}[];
}

export interface TimelineSheet {
	width: number;
	height: number;
	/** Of the letters. */
	size: number;
}

/** In letter sizes: room for the digits, for half a label at either end, and for labels of two lines. */
const DIGITS = 1.9;
const END = 1.6;
const LABELS = 2.6;
const LABEL_LINE = 1.15;
const LABEL_LONGEST = 7;
/** In letter sizes: what a letter takes about, and the least between two labels. */
const LETTER = 0.55;
const BETWEEN = 0.5;

/** Measurements to scale in time, the oldest at the left; 1 at the bottom, 5 at the top. */
export function timelineGeometry(data: OverTimeData, { width, height, size }: TimelineSheet): TimelineGeometry {
	const left = DIGITS * size;
	const top = size * 0.6;
	const bottom = height - LABELS * size;
	const first = left + END * size;
	const length = width - END * size - first;
	const xOf = (index: number) => first + (data.at[index] ?? 0) * length;
	const labels = data.dates.map((date) => wrapText(date, LABEL_LONGEST, 2));
	const widths = labels.map((lines) => Math.max(...lines.map((line) => line.length)) * LETTER * size);
	const places = keptApart(
		labels.map((_, index) => xOf(index)),
		widths,
		BETWEEN * size
	);
	const yOf = (value: number) => bottom - (bottom - top) * shareOf(value);
	return {
		left,
		right: width,
		levels: [SCALE_MIN, ...LEVEL_LIMITS, SCALE_MAX].map((value) => ({
			text: withComma(String(value)),
			y: yOf(value),
			edge: value === SCALE_MIN || value === SCALE_MAX
		})),
		bottom,
		dates: labels.map((lines, index) => ({
			x: places[index] ?? xOf(index),
			at: xOf(index),
			lines: lines.map((text, row) => ({
				text,
				baseline: bottom + (1.25 + row * LABEL_LINE) * size
			}))
		})),
		lines: data.series.map((series) => {
			const points = data.dates.map((_, index) => {
				const point = series.points[index] ?? null;
				return point && { x: xOf(index), y: yOf(point.value), joint: point.joint };
			});
			return {
				style: lineStyle(series),
				path: brokenLine(points),
				points: points.filter((point) => point !== null)
			};
		})
	};
}

/** Moves labels to the right, and then back to where the last one stays, until none touches another. */
function keptApart(wanted: readonly number[], widths: readonly number[], between: number): number[] {
	const room = (index: number) => ((widths[index] ?? 0) + (widths[index + 1] ?? 0)) / 2 + between;
	const places = [...wanted];
	for (let index = 1; index < places.length; index += 1)
		places[index] = Math.max(places[index] ?? 0, (places[index - 1] ?? 0) + room(index - 1));
	const last = places.length - 1;
	places[last] = Math.min(places[last] ?? 0, wanted[last] ?? 0);
	for (let index = last - 1; index >= 0; index -= 1)
		places[index] = Math.min(places[index] ?? 0, (places[index + 1] ?? 0) - room(index));
	return places;
}

/** From each point to the next, where both are there. */
function brokenLine(points: readonly (Point | null)[]): string {
	return points
		.map((point, index) => {
			const next = points[index + 1];
			return point && next ? `M${short(point.x)} ${short(point.y)}L${short(next.x)} ${short(next.y)}` : '';
		})
		.join('');
}
