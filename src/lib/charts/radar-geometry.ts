import type { SidePlace } from '$lib/design/tokens';
import { RADAR_MAX, RADAR_MIN, type RadarData } from './radar-data';

export interface Point {
	x: number;
	y: number;
}

/** Where everything of a radar lies around the centre (0, 0): y grows downwards, the first axis points up. */
export interface RadarGeometry {
	rings: { value: number; radius: number }[];
	spokes: Point[];
	/** A wedge of a theme's axes, as an SVG path. */
	wedges: { themeIndex: number; path: string }[];
	labels: {
		lines: string[];
		at: Point;
		anchor: 'start' | 'middle' | 'end';
		/** −1 above the radar, 1 below it: several lines grow away from it. */
		upDown: number;
		themeIndex: number;
	}[];
	series: { sideIndex: SidePlace; path: string; points: Point[] }[];
}

/** @param radius of the outer ring; labels stand outside it */
export function radarGeometry(data: RadarData, radius: number): RadarGeometry {
	const count = data.axes.length;
	const angle = (index: number) => (2 * Math.PI * index) / count - Math.PI / 2;
	const onAxis = (index: number, distance: number): Point => ({
		x: distance * Math.cos(angle(index)),
		y: distance * Math.sin(angle(index))
	});
	const distanceOf = (value: number) => (radius * (value - RADAR_MIN)) / (RADAR_MAX - RADAR_MIN);
	return {
		rings: [2, 3, 4, 5].map((value) => ({ value, radius: distanceOf(value) })),
		spokes: data.axes.map((_, index) => onAxis(index, radius)),
		wedges: data.axes.map((axis, index) => ({
			themeIndex: axis.themeIndex,
			path: wedgePath(onAxis(index - 0.5, radius), onAxis(index + 0.5, radius), radius)
		})),
		labels: data.axes.map((axis, index) => ({
			lines: axis.label,
			at: onAxis(index, radius + 14),
			anchor: anchorOf(onAxis(index, 1).x),
			upDown: onAxis(index, 1).y,
			themeIndex: axis.themeIndex
		})),
		series: data.series.map((series) => {
			const points = series.values.map((value, index) => (value === null ? null : onAxis(index, distanceOf(value))));
			return {
				sideIndex: series.sideIndex,
				path: brokenRing(points),
				points: points.filter((point) => point !== null)
			};
		})
	};
}

function wedgePath(from: Point, to: Point, radius: number): string {
	return `M0 0L${xy(from)}A${radius} ${radius} 0 0 1 ${xy(to)}Z`;
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
	return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
