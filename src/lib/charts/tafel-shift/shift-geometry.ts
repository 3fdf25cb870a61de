import { colours, sideStyle } from '$lib/design/tokens';
import { shareOf } from '$lib/charts/marks/scale';
import type { MarkerMark, TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { ShiftTafelRow, ShiftTafelSide } from './shift-data';

/** One row under (0, 0): its left end at 1 of the scale, its top. In px. */
export interface ShiftRowGeometry {
	height: number;
	/** How far down each line lies. */
	lines: readonly number[];
	/** How far down each side lies. */
	sides: readonly number[];
	marks: TafelMark[];
	/** From an old mark to a new one; without a head where there is no room for one. */
	arrows: ShiftArrow[];
}

export interface ShiftArrow {
	sideIndex: number;
	colour: string;
	y: number;
	/** Where its shaft begins and where its head ends. */
	from: number;
	to: number;
	/** Clear: 5 thick with a filled head; else 2 thick with an open one. */
	clear: boolean;
	head: boolean;
}

/** How high a line is, how far a side lies off it, and the radius of a mark. */
const LINE = 60;
const OFF = 14;
export const SHIFT_MARK = 7.5;
const OUTLINE = 2;
/** Nearer than this an arrow has no head, and nearer still only the new mark is drawn. */
const HEAD_FROM = 26;
const OLD_FROM = 17;
const BOX = { height: 24, dash: [2, 5] };

/** @param length of the line from 1 to 5 */
export function shiftRowGeometry(row: ShiftTafelRow, length: number): ShiftRowGeometry {
	const lines = Array.from({ length: Math.ceil(row.sides.length / 2) }, (_, index) => (index + 0.5) * LINE);
	const sides = row.sides.map((_, index) => (Math.floor(index / 2) + 0.5) * LINE + (index % 2 === 0 ? -OFF : OFF));
	const drawn = row.sides.map((side, index) => sideMarks(side, sides[index] ?? 0, length));
	return {
		height: lines.length * LINE,
		lines,
		sides,
		marks: [
			...lines.map((y): TafelMark => ({
				...{ kind: 'line', part: 'table', sideIndex: null, x1: 0, x2: length, y1: y, y2: y },
				...{ colour: colours.rule, width: 1.5, dash: [] }
			})),
			...drawn.flatMap(({ marks }) => marks)
		],
		arrows: drawn.flatMap(({ arrow }) => arrow ?? [])
	};
}

function sideMarks(side: ShiftTafelSide, y: number, length: number): { marks: TafelMark[]; arrow: ShiftArrow | null } {
	const { before, after, sideIndex, clear, joint, hidden } = side;
	const { colour } = sideStyle(sideIndex);
	const placeOf = (value: number | null) => (value === null ? null : length * shareOf(value));
	const [from, to] = [placeOf(before), placeOf(after)];
	if (hidden) return { marks: hiddenMarks(sideIndex, y, length), arrow: null };
	const far = from === null || to === null || Math.abs(to - from) >= OLD_FROM;
	const marks = [
		...(from !== null && far ? scoreMarks(sideIndex, from, y, { old: true, joint: joint.before }) : []),
		...(to !== null ? scoreMarks(sideIndex, to, y, { old: false, joint: joint.after }) : [])
	];
	if (from === null || to === null || !far) return { marks, arrow: null };
	const way = Math.sign(to - from);
	const room = SHIFT_MARK + 2;
	const head = Math.abs(to - from) >= HEAD_FROM;
	return { marks, arrow: { sideIndex, colour, y, from: from + way * room, to: to - way * room, clear, head } };
}

/** An old mark is open, a new one solid; around what a side answered together lies a ring. */
function scoreMarks(
	sideIndex: number,
	x: number,
	y: number,
	{ old, joint }: { old: boolean; joint: boolean }
): TafelMark[] {
	const { colour, marker: shape } = sideStyle(sideIndex);
	const at = { kind: 'marker', sideIndex, x, y } as const;
	const outline = { colour, width: OUTLINE };
	const mark: MarkerMark = old
		? { ...at, part: 'mean', shape, size: SHIFT_MARK - OUTLINE / 2, fill: colours.paper, outline }
		: { ...at, part: 'mean', shape, size: SHIFT_MARK, fill: colour, outline: null };
	const ring: MarkerMark = {
		...{ ...at, part: 'joint', shape: 'circle', size: SHIFT_MARK + 4 },
		...{ fill: 'none', outline: { colour, width: 1.5 } }
	};
	return joint ? [mark, ring] : [mark];
}

function hiddenMarks(sideIndex: number, y: number, length: number): TafelMark[] {
	const { colour } = sideStyle(sideIndex);
	const outline = { colour, width: 2, dash: BOX.dash };
	return [
		{
			...{ kind: 'box', part: 'hidden-side', sideIndex, x: 0, y: y - BOX.height / 2, width: length },
			...{ height: BOX.height, radius: 6, fill: null, outline }
		}
	];
}
