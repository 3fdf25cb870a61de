import type { Marker } from '$lib/design/tokens';
import { short } from './point';

/** Corners of the shapes around (0, 0), for a size of 1: they look equally large. */
const corners: Record<Exclude<Marker, 'circle'>, readonly [number, number][]> = {
	square: [
		[-0.9, -0.9],
		[0.9, -0.9],
		[0.9, 0.9],
		[-0.9, 0.9]
	],
	triangle: [
		[0, -1.15],
		[1.1, 0.85],
		[-1.1, 0.85]
	],
	diamond: [
		[0, -1.25],
		[1.25, 0],
		[0, 1.25],
		[-1.25, 0]
	],
	cross: [
		[-0.55, -1.05],
		[0, -0.5],
		[0.55, -1.05],
		[1.05, -0.55],
		[0.5, 0],
		[1.05, 0.55],
		[0.55, 1.05],
		[0, 0.5],
		[-0.55, 1.05],
		[-1.05, 0.55],
		[-0.5, 0],
		[-1.05, -0.55]
	]
};

/** The outline of a marker as an SVG path around a point; the size is a circle's radius. */
export function markerPath(marker: Marker, size: number, { x, y } = { x: 0, y: 0 }): string {
	if (marker === 'circle') {
		const arc = `A${size} ${size} 0 1 1`;
		return `M${short(x - size)} ${short(y)}${arc} ${short(x + size)} ${short(y)}${arc} ${short(x - size)} ${short(y)}Z`;
	}
	const points = corners[marker].map(([dx, dy]) => `${short(x + dx * size)} ${short(y + dy * size)}`);
	return `M${points.join('L')}Z`;
}
