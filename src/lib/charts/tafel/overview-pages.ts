import { OVERVIEW_SIZES, type TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';
import type { Tafel } from './tafel-data';

/** So many rows are as high as they like on one page of the big screen, and so many at most. */
const AT_EASE = 12;
const MOST = 16;
/** With three or four sides a row has two lines. */
const MOST_OF_TWO_LINES = 7;

/** How large the marks are in an overview of so many rows. */
export function overviewSizes({ rows, sides }: Tafel): TafelSizes {
	if (sides.length > 2) return { ...OVERVIEW_SIZES, mean: 8, row: 34, secondLine: 34 };
	return rows.length > AT_EASE ? { ...OVERVIEW_SIZES, mean: 7.5, bar: 6, row: 32 } : OVERVIEW_SIZES;
}

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
