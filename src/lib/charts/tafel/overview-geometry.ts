import { OVERVIEW_SIZES, type TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';
import { aboutWidth } from '$lib/charts/tafel-marks/text-width';
import { sheetGeometry } from './sheet-geometry';
import type { SheetGeometry } from '$lib/charts/tafel-marks/sheet-marks';
import type { Tafel } from './tafel-data';

/** So many rows are as high as they like on one page of the big screen, and so many at most. */
const AT_EASE = 12;
const MOST = 16;
/** With three or four sides a row has two lines. */
const MOST_OF_TWO_LINES = 7;
/** What a page may take between its title and its buttons, in units of which the screen is 720 high. */
export const OVERVIEW_HEIGHT = 548;

/** The rows of an overview on as many pages as they take, about equally many on each; one page as a rule. */
export function overviewPages(tafel: Tafel): Tafel[] {
	const most = tafel.sides.length > 2 ? MOST_OF_TWO_LINES : MOST;
	const pages = Math.max(1, Math.ceil(tafel.rows.length / most));
	const each = Math.ceil(tafel.rows.length / pages);
	return Array.from({ length: pages }, (_, page) => ({
		...tafel,
		rows: tafel.rows.slice(page * each, (page + 1) * each)
	}));
}

/**
 * One page of it, its rows as high as there is room for: never higher than OVERVIEW_HEIGHT.
 * @param width in the same units
 */
export function overviewGeometry(tafel: Tafel, width: number): SheetGeometry {
	const sizes = overviewSizes(tafel);
	const sheet = { width, widthOf: aboutWidth, bare: true, short: tafel.rows.length > AT_EASE };
	const drawn = sheetGeometry(tafel, { ...sheet, sizes });
	const over = drawn.height - OVERVIEW_HEIGHT;
	if (over <= 0) return drawn;
	const lines = sizes.row + (tafel.sides.length > 2 ? sizes.secondLine : 0);
	const by = 1 - over / (lines * tafel.rows.length);
	return sheetGeometry(tafel, {
		...sheet,
		sizes: { ...sizes, mean: Math.min(sizes.mean, 7.5), row: sizes.row * by, secondLine: sizes.secondLine * by }
	});
}

function overviewSizes({ rows, sides }: Tafel): TafelSizes {
	if (sides.length > 2) return { ...OVERVIEW_SIZES, mean: 8, row: 40, secondLine: 30 };
	return rows.length > AT_EASE ? { ...OVERVIEW_SIZES, mean: 7.5, bar: 6, row: 32 } : OVERVIEW_SIZES;
}
