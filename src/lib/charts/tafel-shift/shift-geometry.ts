import { colours, sideStyle } from '$lib/design/tokens';
import { shareOf } from '$lib/charts/marks/scale';
import { arrowMarks } from '$lib/charts/tafel-marks/arrow-marks';
import { ringMark, scoreMark } from '$lib/charts/tafel-marks/old-and-new';
import type { TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { ShiftTafelRow, ShiftTafelSide } from './shift-data';

/** One row under (0, 0): its left end at 1 of the scale, its top. */
export interface ShiftRowGeometry {
	height: number;
	/** How far down each line lies. */
	lines: readonly number[];
	/** How far down each side lies. */
	sides: readonly number[];
	marks: TafelMark[];
}

/** In px on a screen: how high a line is, how far a side lies off it, and the radius of a mark. */
const LINE = 60;
const OFF = 14;
export const SHIFT_MARK = 7.5;
/** Nearer than this an arrow has no head, and nearer still only the new mark is drawn. */
const HEAD_FROM = 26;
const OLD_FROM = 17;
const BOX = { height: 24, dash: [2, 5] };

/**
 * @param length of the line from 1 to 5
 * @param scale of everything else: 1 on a screen
 */
export function shiftRowGeometry(row: ShiftTafelRow, length: number, scale = 1): ShiftRowGeometry {
	const lineOf = (index: number) => (index + 0.5) * LINE * scale;
	const lines = Array.from({ length: Math.ceil(row.sides.length / 2) }, (_, index) => lineOf(index));
	const sides = row.sides.map((_, index) => lineOf(Math.floor(index / 2)) + (index % 2 === 0 ? -OFF : OFF) * scale);
	return {
		height: lines.length * LINE * scale,
		lines,
		sides,
		marks: [
			...lines.map((y): TafelMark => ({
				...{ kind: 'line', part: 'table', sideIndex: null, x1: 0, x2: length, y1: y, y2: y },
				...{ colour: colours.rule, width: 1.5 * scale, dash: [] }
			})),
			...row.sides.flatMap((side, index) => sideMarks(side, sides[index] ?? 0, length, scale))
		]
	};
}

/** Marks lie over the arrow between them. */
function sideMarks(side: ShiftTafelSide, y: number, length: number, scale: number): TafelMark[] {
	const { before, after, sideIndex, clear, joint, hidden } = side;
	if (hidden) return [hiddenMark(sideIndex, y, length, scale)];
	const placeOf = (value: number | null) => (value === null ? null : length * shareOf(value));
	const [from, to] = [placeOf(before), placeOf(after)];
	const apart = from === null || to === null ? Infinity : Math.abs(to - from) / scale;
	const radius = SHIFT_MARK * scale;
	const { colour } = sideStyle(sideIndex);
	const marks = (x: number | null, old: boolean) => {
		if (x === null) return [];
		const together = old ? joint.before : joint.after;
		return [
			scoreMark(sideIndex, { x, y }, radius, old),
			...(together ? [ringMark(sideIndex, { x, y }, radius, colour)] : [])
		];
	};
	const drawn = [...(apart >= OLD_FROM ? marks(from, true) : []), ...marks(to, false)];
	if (from === null || to === null || apart < OLD_FROM) return drawn;
	const room = Math.sign(to - from) * (radius + 2 * scale);
	const arrow = { sideIndex, colour, y, from: from + room, to: to - room, clear, head: apart >= HEAD_FROM };
	return [...drawn, ...arrowMarks(arrow, scale)];
}

function hiddenMark(sideIndex: number, y: number, length: number, scale: number): TafelMark {
	const { colour } = sideStyle(sideIndex);
	const height = BOX.height * scale;
	return {
		...{ kind: 'box', part: 'hidden-side', sideIndex, x: 0, y: y - height / 2, width: length, height },
		...{ radius: 6 * scale, fill: null },
		outline: { colour, width: 2 * scale, dash: BOX.dash.map((dash) => dash * scale) }
	};
}
