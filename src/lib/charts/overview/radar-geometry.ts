import { lineStyle, type LineStyle } from '$lib/design/tokens';
import type { OverviewData } from './overview-data';
import { short, type Point } from '$lib/charts/marks/point';
import { SCALE_MIN, SCALE_POINTS, shareOf } from '$lib/charts/marks/scale';

/** Where everything of a radar lies around the centre (0, 0): y grows downwards, the first axis points up. */
export interface RadarGeometry {
	rings: { value: number; radius: number }[];
	spokes: Point[];
	labels: {
		lines: string[];
		at: Point;
		anchor: 'start' | 'middle' | 'end';
		/** −1 above the radar, 1 below it: several lines grow away from it. */
		upDown: number;
	}[];
	/** In the order in which they are drawn. */
	lines: { style: LineStyle; path: string; points: Point[] }[];
}

/** @param radius of the outer ring; labels stand outside it */
export function radarGeometry(data: OverviewData, radius: number): RadarGeometry {
	const count = data.axes.length;
	const angle = (index: number) => (2 * Math.PI * index) / count - Math.PI / 2;
	const onAxis = (index: number, distance: number): Point => ({
		x: distance * Math.cos(angle(index)),
		y: distance * Math.sin(angle(index))
	});
	const distanceOf = (value: number) => radius * shareOf(value);
	return {
		rings: SCALE_POINTS.filter((value) => value > SCALE_MIN).map((value) => ({ value, radius: distanceOf(value) })),
		spokes: data.axes.map((_, index) => onAxis(index, radius)),
		labels: data.axes.map((axis, index) => ({
			lines: axis.label,
			at: onAxis(index, radius + 14),
			anchor: anchorOf(onAxis(index, 1).x),
			upDown: onAxis(index, 1).y
		})),
		lines: data.series.map((series) => {
			const points = series.values.map((value, index) => (value === null ? null : onAxis(index, distanceOf(value))));
			return {
				style: lineStyle(series),
				path: brokenRing(points),
				points: points.filter((point) => point !== null)
			};
		})
	};
}

/** Where a label's first line stands: several lines grow away from the radar. */
export function firstLine({ lines, at, upDown }: RadarGeometry['labels'][number], lineHeight: number): number {
	return at.y + ((lines.length - 1) * lineHeight * (upDown - 1)) / 2;
}

/** How far up and down the radar with its labels reaches, at least as far as asked. */
export function reachOf({ labels }: RadarGeometry, lineHeight: number, least: number): { top: number; bottom: number } {
	const firsts = labels.map((label) => firstLine(label, lineHeight));
	const lasts = labels.map((label) => firstLine(label, lineHeight) + (label.lines.length - 1) * lineHeight);
	return {
		top: Math.min(-least, ...firsts.map((y) => y - lineHeight / 2)),
		bottom: Math.max(least, ...lasts.map((y) => y + lineHeight / 2))
	};
}

function anchorOf(x: number): 'start' | 'middle' | 'end' {
	if (Math.abs(x) < 0.1) return 'middle';
	return x > 0 ? 'start' : 'end';
}

/** A closed line through all points, open where a point is missing. */
function brokenRing(points: (Point | null)[]): string {
	return points
		.map((point, index) => {
			const next = points[(index + 1) % points.length];
			return point && next ? `M${xy(point)}L${xy(next)}` : '';
		})
		.join('');
}

function xy({ x, y }: Point): string {
	return `${short(x)} ${short(y)}`;
}
