import { colours } from '$lib/design/tokens';
import { SCALE_POINTS, shareOf } from '$lib/charts/marks/scale';
import { rowGeometry } from './row-geometry';
import { GRID } from '$lib/charts/tafel-marks/theme-edge';
import type { Tafel, TafelRow } from './tafel-data';
import { moved, type BoxMark, type TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import { HALL_SIZES, type TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';

/** How many marks a stack may have before its total, and how large marks then are: the first that fits. */
const TRIES = [
	...[1, 0.9, 0.8, 0.7].map((scale) => ({ scale, cap: 6 })),
	...[1, 0.9, 0.8, 0.7].map((scale) => ({ scale, cap: 3 })),
	...[0.8, 0.7, 0.6].map((scale) => ({ scale, cap: 2 })),
	...[0.7, 0.6, 0.5, 0.4].map((scale) => ({ scale, cap: 1 })),
	// Rather means alone than letters that nobody reads.
	...[0.7, 0.5].map((scale) => ({ scale, cap: 0 }))
];
const LAST = { scale: 0.3, cap: 0 };

/**
 * One row for a room, under (0, 0), in units of which the screen is 720 high: letters keep their size, and marks give
 * way. Higher than it may be only where names and questions leave no room for two lines of letters.
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
	const drawnAt = ({ scale, cap }: (typeof TRIES)[number]) => {
		const drawn = rowGeometry(cap === 0 ? withoutPersons(row) : row, sides, length, scaled(HALL_SIZES, scale, cap));
		return { drawn, top: drawn.lane - HALL_SIZES.letter * 0.85 };
	};
	for (const attempt of TRIES) {
		const found = drawnAt(attempt);
		if (found.drawn.height - found.top <= height) return found;
	}
	return drawnAt(LAST);
}

const withoutPersons = (row: TafelRow): TafelRow => ({
	...row,
	sides: row.sides.map((side) => ({ ...side, persons: [] }))
});

const scaled = (sizes: TafelSizes, by: number, cap: number): TafelSizes => ({
	...sizes,
	mean: sizes.mean * by,
	person: sizes.person * by,
	gap: sizes.gap * by,
	bar: sizes.bar * by,
	table: Math.max(5, sizes.table * by),
	row: 0,
	secondLine: 0,
	cap
});
