import { colours } from '$lib/design/tokens';
import { SCALE_POINTS, shareOf } from '$lib/charts/marks/scale';
import type { TafelMark, TextMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';
import { edgeRoom, GRID, themeEdge } from '$lib/charts/tafel-marks/theme-edge';
import type { WidthOf } from '$lib/charts/tafel-marks/text-width';
import type { Tafel } from './tafel-data';

/** What stands around the rows of a sheet: the axis, its grid, and the themes. */

/** What stands over the rows to discuss. */
export const discussedWords = ({ proposal }: Pick<Tafel, 'proposal'>): string =>
	proposal ? 'Voorstel om te bespreken' : 'Dit bespreken we';

/** After which row the black rule stands: the last to discuss, where those come first; −1 without. */
export function ruleAfterOf({ order, rows }: Tafel): number {
	return order === 'talk' ? rows.filter(({ discussed }) => discussed).length - 1 : -1;
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
