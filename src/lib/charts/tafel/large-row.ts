import { colours } from '$lib/design/tokens';
import { SCALE_POINTS, shareOf } from '$lib/charts/marks/scale';
import { rowGeometry } from './row-geometry';
import { GRID } from '$lib/charts/tafel-marks/theme-edge';
import type { Tafel, TafelRow } from './tafel-data';
import { moved, type BoxMark, type TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import { HALL_SIZES, type TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';

/** How small persons and means may become where stacks are high or sides many. */
const SMALLEST = 0.3;
const STEP = 0.1;
/** Below this scale stacks are capped at half as many, before marks become any smaller. */
const LOW_STACKS_BELOW = 0.65;

/**
 * One row for a room, under (0, 0), in units of which the screen is 720 high: with two sides never higher than it may
 * be; with four that all have high stacks it can be, and is then shown smaller.
 * @param width of the whole, the digits at its ends included
 */
export function largeRowGeometry(
	row: TafelRow,
	sides: Tafel['sides'],
	width: number,
	height: number
): { height: number; marks: TafelMark[] } {
	const inset = 32;
	const length = width - 2 * inset;
	const { drawn, top } = fitting(row, sides, length, height);
	const bottom = Math.max(height, drawn.height - top);
	const lane = drawn.lane - top;
	const flag = drawn.marks.find((mark): mark is BoxMark => mark.kind === 'box' && mark.part === 'agreed');
	const points = SCALE_POINTS.map((point) => ({ point, x: length * shareOf(point) }));
	const grid = points.map(({ x }): TafelMark => ({
		...{ kind: 'line', part: 'grid', sideIndex: null, x1: x, x2: x, y1: lane + 24, y2: bottom },
		...{ colour: GRID, width: 2, dash: [] }
	}));
	const digits = points
		.filter(({ x }) => !flag || x < flag.x - 14 || x > flag.x + flag.width + 14)
		.map(({ point, x }): TafelMark => ({
			...{ kind: 'text', part: 'axis', sideIndex: null, text: String(point), x, baseline: lane + 10 },
			...{ size: HALL_SIZES.letter, bold: false, anchor: 'middle', colour: colours.muted }
		}));
	const marks = [...grid, ...digits, ...drawn.marks.map((mark) => moved(mark, 0, -top))];
	return { height: bottom, marks: marks.map((mark) => moved(mark, inset, 0)) };
}

/** The row with the largest marks that fit, and how much of its top is empty. */
function fitting(row: TafelRow, sides: Tafel['sides'], length: number, height: number) {
	for (let scale = 1; ; scale -= STEP) {
		const drawn = rowGeometry(row, sides, length, scaled(HALL_SIZES, scale));
		const top = drawn.lane - HALL_SIZES.letter * 0.85;
		if (drawn.height - top <= height || scale <= SMALLEST) return { drawn, top };
	}
}

const scaled = (sizes: TafelSizes, by: number): TafelSizes => ({
	...sizes,
	mean: sizes.mean * by,
	person: sizes.person * by,
	gap: sizes.gap * by,
	bar: sizes.bar * by,
	table: Math.max(5, sizes.table * by),
	row: 0,
	secondLine: 0,
	cap: by < LOW_STACKS_BELOW ? Math.ceil(sizes.cap / 2) : sizes.cap
});
