import { colours, themeColour } from '$lib/design/tokens';
import { SCALE_POINTS, shareOf } from '$lib/charts/marks/scale';
import type { LineMark, TafelMark, TextMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';
import type { WidthOf } from '$lib/charts/tafel-marks/text-width';
import type { Tafel } from './tafel-data';

/** What stands around the rows of a sheet: the axis, its grid, and the themes. */

/** Decoration: nothing rests on seeing it. */
export const GRID = '#DDD9CC';

/** What stands over the rows to discuss. */
export const discussedWords = ({ proposal }: Pick<Tafel, 'proposal'>): string =>
	proposal ? 'Voorstel om te bespreken' : 'Dit bespreken we';

/** After which row the black rule stands: the last to discuss, where those come first; −1 without. */
export function ruleAfterOf({ order, rows }: Tafel): number {
	return order === 'talk' ? rows.filter(({ discussed }) => discussed).length - 1 : -1;
}

/** In letter sizes: the edge of a theme, 7 × 32 beside letters of 18. */
const EDGE = { width: 7 / 18, height: 32 / 18 };
/** Larger letters make an edge higher, not wider. */
const MOST_EDGE = 7;
/** The dashes of an edge, in letter sizes, so that a theme is never told by its colour alone. */
const EDGE_DASH = { solid: [], dashed: [0.5, 0.14], dotted: [0.22, 0.14] } as const;
/** From the left of an edge to the words beside it, in letter sizes. */
const EDGE_ROOM = 0.9;
export const edgeRoom = (letter: number): number => Math.min(MOST_EDGE + letter * 0.55, EDGE_ROOM * letter);

/** The edge of a theme, with its middle at this height. */
export function themeEdge(
	themeIndex: number,
	x: number,
	middle: number,
	letter: number,
	height = EDGE.height
): LineMark {
	const { edge, line } = themeColour(themeIndex);
	const [width, half] = [Math.min(MOST_EDGE, EDGE.width * letter), (height * letter) / 2];
	return {
		...{ kind: 'line', part: 'theme', sideIndex: null, x1: x + width / 2, x2: x + width / 2 },
		...{ y1: middle - half, y2: middle + half, colour: edge, width },
		dash: EDGE_DASH[line].map((dash) => dash * letter)
	};
}

/** The themes, each named once beside its edge, under (0, 0). */
export function themeMarks(
	{ themes }: Tafel,
	letter: number,
	width: number,
	widthOf: WidthOf
): { height: number; marks: TafelMark[] } {
	const marks: TafelMark[] = [];
	let [x, line] = [0, 0];
	for (const { name, themeIndex } of themes) {
		const wide = edgeRoom(letter) + widthOf(name, letter, false);
		if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
		const y = (line + 0.5) * 1.6 * letter;
		marks.push(
			themeEdge(themeIndex, x, y, letter, 1.1),
			textMark('theme', name, x + edgeRoom(letter), y + letter * 0.34, letter)
		);
		x += wide + letter * 1.4;
	}
	return { height: (line + 1) * 1.6 * letter, marks };
}

interface AxisPlace {
	axisX: number;
	length: number;
	width: number;
	sizes: TafelSizes;
	bare?: boolean;
}

/** The digits of the axis above the rows, with its ends in words, and what the figures at the right are. */
export function headMarks(tafel: Tafel, { sizes, axisX, length, width, bare }: AxisPlace, bottom: number): TafelMark[] {
	const { letter } = sizes;
	const baseline = bottom - letter * 0.5;
	const digits = SCALE_POINTS.map((point): TextMark => ({
		...textMark('axis', String(point), axisX + length * shareOf(point), baseline, letter),
		anchor: 'middle'
	}));
	const gap: TextMark = { ...textMark('axis', 'verschil', width, baseline, letter), anchor: 'end' };
	if (bare) return [...digits, gap];
	const [low, high] = tafel.ends;
	const over = baseline - letter * 1.25;
	return [
		...digits,
		gap,
		textMark('axis', low, axisX, over, letter),
		{ ...textMark('axis', high, axisX + length, over, letter), anchor: 'end' },
		...(ruleAfterOf(tafel) < 0
			? []
			: [textMark('axis', discussedWords(tafel), 0, baseline, letter, { bold: true, colour: colours.ink })])
	];
}

export function gridMarks({ axisX, length, sizes }: AxisPlace, top: number, bottom: number): TafelMark[] {
	return SCALE_POINTS.map((point) => {
		const x = axisX + length * shareOf(point);
		return {
			...{ kind: 'line', part: 'grid', sideIndex: null, x1: x, x2: x, y1: top - 4, y2: bottom },
			...{ colour: GRID, width: Math.max(0.5, sizes.mean * 0.1), dash: [] }
		};
	});
}

/** In quiet letters, unless it says otherwise. */
export function textMark(
	part: TextMark['part'],
	text: string,
	x: number,
	baseline: number,
	size: number,
	{ bold = false, colour = colours.muted }: { bold?: boolean; colour?: string } = {}
): TextMark {
	return { kind: 'text', part, sideIndex: null, text, x, baseline, size, bold, anchor: 'start', colour };
}
