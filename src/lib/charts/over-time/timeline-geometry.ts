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
	/** A label for each measurement, in lines below the plot. */
	dates: { x: number; lines: { text: string; baseline: number }[] }[];
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

/** Measurements in equal steps, the oldest at the left; 1 at the bottom, 5 at the top. */
export function timelineGeometry(data: OverTimeData, { width, height, size }: TimelineSheet): TimelineGeometry {
	const left = DIGITS * size;
	const top = size * 0.6;
	const bottom = height - LABELS * size;
	const count = data.dates.length;
	const first = left + END * size;
	const step = count > 1 ? (width - END * size - first) / (count - 1) : 0;
	const xOf = (index: number) => first + index * step;
	const yOf = (value: number) => bottom - (bottom - top) * shareOf(value);
	return {
		left,
		right: width,
		levels: [SCALE_MIN, ...LEVEL_LIMITS, SCALE_MAX].map((value) => ({
			text: withComma(String(value)),
			y: yOf(value),
			edge: value === SCALE_MIN || value === SCALE_MAX
		})),
		dates: data.dates.map((date, index) => ({
			x: xOf(index),
			lines: wrapText(date, LABEL_LONGEST, 2).map((text, row) => ({
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

/** From each point to the next, where both are there. */
function brokenLine(points: readonly (Point | null)[]): string {
	return points
		.map((point, index) => {
			const next = points[index + 1];
			return point && next ? `M${short(point.x)} ${short(point.y)}L${short(next.x)} ${short(next.y)}` : '';
		})
		.join('');
}
