import { colours } from '$lib/design/tokens';
import { axisMarks, textMark, type AxisPlace } from '$lib/charts/tafel-marks/sheet-marks';
import type { TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { Tafel } from './tafel-data';

/** What stands over the rows to discuss. */
export const discussedWords = ({ proposal }: Pick<Tafel, 'proposal'>): string =>
	proposal ? 'Voorstel om te bespreken' : 'Dit bespreken we';

/** After which row the black rule stands: the last to discuss, where those come first; −1 without. */
export function ruleAfterOf({ order, rows }: Tafel): number {
	return order === 'talk' ? rows.filter(({ discussed }) => discussed).length - 1 : -1;
}

/** The digits of the axis above the rows, with its ends in words, and what the figures at the right are. */
export function headMarks(
	tafel: Tafel,
	place: AxisPlace & { width: number; bare?: boolean },
	bottom: number
): TafelMark[] {
	const { width, bare } = place;
	const { letter } = place.sizes;
	const baseline = bottom - letter * 0.5;
	return [
		...axisMarks(bare ? null : tafel.ends, place, bottom),
		...(tafel.rows.some(({ gapText }) => gapText !== '')
			? [{ ...textMark('axis', 'verschil', width, baseline, letter), anchor: 'end' } as const]
			: []),
		...(bare || ruleAfterOf(tafel) < 0
			? []
			: [textMark('axis', discussedWords(tafel), 0, baseline, letter, { bold: true, colour: colours.ink })])
	];
}
