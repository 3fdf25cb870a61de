import { colours } from '$lib/design/tokens';
import { SCALE_POINTS, shareOf } from '$lib/charts/marks/scale';
import type { TafelMark, TextMark } from './tafel-marks';
import type { TafelSizes } from './tafel-sizes';
import type { WidthOf } from './text-width';
import { edgeRoom, GRID, themeEdge } from './theme-edge';

/** What stands around the rows of any sheet with rows on one axis: the axis, its grid, and the themes. */

/** Everything of a sheet, in the order in which it lies on each other. */
export interface SheetGeometry {
	width: number;
	height: number;
	marks: TafelMark[];
}

export interface AxisPlace {
	axisX: number;
	length: number;
	sizes: Pick<TafelSizes, 'letter' | 'mean'>;
}

/** The themes, each named once beside its edge, under (0, 0). */
export function themeMarks(
	themes: readonly { name: string; themeIndex: number }[],
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

/** The digits of the axis, and over them its ends in words; null: without those. */
export function axisMarks(
	ends: readonly [string, string] | null,
	{ sizes: { letter }, axisX, length }: AxisPlace,
	bottom: number
): TafelMark[] {
	const baseline = bottom - letter * 0.5;
	const over = baseline - letter * 1.25;
	const digits = SCALE_POINTS.map((point): TextMark => ({
		...textMark('axis', String(point), axisX + length * shareOf(point), baseline, letter),
		anchor: 'middle'
	}));
	if (!ends) return digits;
	return [
		...digits,
		textMark('axis', ends[0], axisX, over, letter),
		{ ...textMark('axis', ends[1], axisX + length, over, letter), anchor: 'end' }
	];
}

/** From the axis down to the foot of the rows. */
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
