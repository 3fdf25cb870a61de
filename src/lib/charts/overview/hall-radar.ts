import type { Point } from '$lib/charts/marks/point';
import { wrapText } from '$lib/charts/marks/wrap-text';
import type { OverviewData } from './overview-data';
import { radarGeometry, type RadarGeometry } from './radar-geometry';

/** A radar for a room: its letters have the size of all others, and the radar takes what they leave. */
export interface HallRadar extends Omit<RadarGeometry, 'labels'> {
	labels: HallLabel[];
}

/** The name of an axis beside the radar, with a line that leads there from the end of its spoke. */
export interface HallLabel {
	lines: string[];
	x: number;
	/** Of the foot of its first line. */
	baseline: number;
	anchor: 'start' | 'end';
	from: Point;
	to: Point;
}

/** In units of which the screen is 720 high. */
export const HALL_LETTER = 28;
export const HALL_LINE = 30;
/** About how wide a bold sign is, in letter sizes. */
const SIGN = 0.54;
/** So many that all of any name are there. */
const MOST_LINES = 9;
/** Between two names, and between the radar and a name. */
const BETWEEN = 8;
const BESIDE = 22;
/** A column of names is never narrower, so long as the radar can give way. */
const LEAST_COLUMN = 290;

interface Placed {
	lines: string[];
	spoke: Point;
	height: number;
	/** Of its middle. */
	y: number;
}

/** @param width of all there is, and `height`, in the same units; the middle of both is (0, 0) */
export function hallRadar(data: OverviewData, width: number, height: number): HallRadar {
	const radius = Math.max(60, Math.min(height / 2 - 10, width / 2 - LEAST_COLUMN - BESIDE));
	const { rings, spokes, lines } = radarGeometry(data, radius);
	const column = width / 2 - radius - BESIDE;
	const sides = ([1, -1] as const).map((side) => ({ side, axes: axesOf(data, spokes, side) }));
	const long = sides.map(({ side, axes }) => ({ side, placed: axes.map((axis) => placed(axis.name, axis, column)) }));
	const fits = long.every((one) => heightOf(one.placed) <= height);
	const named = fits
		? long
		: sides.map(({ side, axes }) => ({ side, placed: axes.map((axis) => placed(axis.short, axis, column)) }));
	const labels = named.flatMap(({ side, placed: all }) => spread(all, height).map((one) => labelOf(one, side, radius)));
	return { rings, spokes, lines, labels };
}

/** Those of one half, from the top; the topmost of all belongs to the right, the lowest to the left. */
function axesOf(data: OverviewData, spokes: readonly Point[], side: 1 | -1) {
	return data.axes
		.map(({ name, shortLabel }, index) => ({ name, short: shortLabel, spoke: spokes[index] ?? { x: 0, y: 0 } }))
		.filter(({ spoke: { x, y } }) => (Math.abs(x) < 0.1 ? (y < 0 ? 1 : -1) : Math.sign(x)) === side)
		.sort((a, b) => a.spoke.y - b.spoke.y);
}

function placed(text: string, { spoke }: { spoke: Point }, column: number): Placed {
	const lines = wrapText(text, Math.floor(column / (SIGN * HALL_LETTER)), MOST_LINES);
	return { lines, spoke, height: lines.length * HALL_LINE, y: spoke.y };
}

const heightOf = (all: readonly Placed[]) =>
	all.reduce((sum, { height }) => sum + height, 0) + Math.max(0, all.length - 1) * BETWEEN;

/** Each as near to the end of its spoke as the others allow, and all within the height. */
function spread(all: readonly Placed[], height: number): Placed[] {
	const down: Placed[] = [];
	for (const one of all) {
		const before = down.at(-1);
		const top = before ? before.y + before.height / 2 + BETWEEN : -height / 2;
		down.push({ ...one, y: Math.max(one.y, top + one.height / 2) });
	}
	let floor = height / 2;
	return down
		.reverse()
		.map((one) => {
			const y = Math.min(one.y, floor - one.height / 2);
			floor = y - one.height / 2 - BETWEEN;
			return { ...one, y };
		})
		.reverse();
}

/** Outside the circle at its own height: never over the radar. */
function labelOf({ lines, spoke, height, y }: Placed, side: 1 | -1, radius: number): HallLabel {
	const nearest = Math.max(0, Math.abs(y) - height / 2);
	const x = Math.sqrt(Math.max(0, (radius + BESIDE) ** 2 - nearest ** 2));
	const out = side * Math.max(x, BESIDE);
	return {
		lines,
		x: out,
		baseline: y - height / 2 + HALL_LINE * 0.8,
		anchor: side > 0 ? 'start' : 'end',
		from: spoke,
		to: { x: out - side * 6, y }
	};
}
