import { colours } from '$lib/design/tokens';
import { SCALE_POINTS, shareOf } from '$lib/charts/marks/scale';
import { legendGeometry } from '$lib/charts/tafel-marks/legend-geometry';
import type { SheetGeometry } from '$lib/charts/tafel-marks/sheet-marks';
import { moved, type TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import { PAPER_SIZES, type TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';
import type { WidthOf } from '$lib/charts/tafel-marks/text-width';
import { rowGeometry } from './row-geometry';
import type { Tafel } from './tafel-data';

/** In points, for a column of a sheet of A4. */
const SIZES: TafelSizes = { ...PAPER_SIZES, letter: 8.5 };

/** The first row alone under (0, 0), beneath a heading that names it: the sides, the line, and its figures below. */
export function oneRowGeometry(
	{ sides, rows: [row] }: Tafel,
	{ width, widthOf }: { width: number; widthOf: WidthOf }
): SheetGeometry {
	const { letter, mean, person } = SIZES;
	if (!row) return { width, height: 0, marks: [] };
	const legend = legendGeometry(
		sides.map(({ sideIndex, name }) => ({ kind: 'side', sideIndex, name })),
		{ width, letter, mean: mean * 0.8, person, widthOf }
	);
	const inset = mean + 2;
	const length = width - 2 * inset;
	const drawn = rowGeometry(row, sides, length, SIZES);
	const end = legend.height + drawn.height;
	const digits = SCALE_POINTS.map((point): TafelMark => ({
		...{ kind: 'text', part: 'axis', sideIndex: null, text: String(point), x: inset + length * shareOf(point) },
		...{ baseline: end + letter, size: letter, bold: false, anchor: 'middle', colour: colours.muted }
	}));
	return {
		width,
		height: end + letter * 1.4,
		marks: [...legend.marks, ...drawn.marks.map((mark) => moved(mark, inset, legend.height)), ...digits]
	};
}
