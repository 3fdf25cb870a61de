import { OVERVIEW_SIZES, type TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';
import { aboutWidth } from '$lib/charts/tafel-marks/text-width';
import { sheetGeometry } from './sheet-geometry';
import type { SheetGeometry } from '$lib/charts/tafel-marks/sheet-marks';
import type { Tafel } from './tafel-data';

/** So many rows have their whole name on a page, and so many are on one at most. */
const AT_EASE = 12;
const MOST = 16;
/** With three or four sides a row has two lines. */
const MOST_OF_TWO_LINES = 7;
/** Letters of one row would touch those of the next on lines that are nearer, of one and of two lines together. */
const LEAST = { row: 31, twoLines: 62 };

/** What a page of the overview has, in units of which the screen is 720 high. */
export interface OverviewRoom {
	width: number;
	height: number;
}

/** A page of the overview as it is drawn, and what is on it. */
export interface OverviewPage {
	tafel: Tafel;
	sheet: SheetGeometry;
}

/** The rows of an overview on as few pages as have room for them, about equally many on each: one as a rule. */
export function overviewPages(tafel: Tafel, room: OverviewRoom): OverviewPage[] {
	const most = tafel.sides.length > 2 ? MOST_OF_TWO_LINES : MOST;
	for (let count = Math.max(1, Math.ceil(tafel.rows.length / most)); ; count += 1) {
		const pages = pagesOf(tafel, count).map((page) => ({ tafel: page, sheet: overviewGeometry(page, room) }));
		const fit = pages.every(({ sheet }) => sheet.height <= room.height + 0.01);
		if (fit || count >= tafel.rows.length) return pages;
	}
}

function pagesOf(tafel: Tafel, count: number): Tafel[] {
	const each = Math.ceil(tafel.rows.length / count);
	return Array.from({ length: count }, (_, page) => ({
		...tafel,
		rows: tafel.rows.slice(page * each, (page + 1) * each)
	})).filter(({ rows }, page) => page === 0 || rows.length > 0);
}

/** One page of it, its rows as high as there is room for; letters stay as large as they are. */
function overviewGeometry(tafel: Tafel, { width, height }: OverviewRoom): SheetGeometry {
	const sizes = overviewSizes(tafel);
	const sheet = { width, widthOf: aboutWidth, bare: true, short: tafel.rows.length > AT_EASE };
	const drawn = sheetGeometry(tafel, { ...sheet, sizes });
	const over = drawn.height - height;
	if (over <= 0) return drawn;
	const isTwo = tafel.sides.length > 2;
	const lines = sizes.row + (isTwo ? sizes.secondLine : 0);
	const by = Math.max(1 - over / (lines * tafel.rows.length), (isTwo ? LEAST.twoLines : LEAST.row) / lines);
	return sheetGeometry(tafel, {
		...sheet,
		sizes: { ...sizes, mean: Math.min(sizes.mean, 7.5), row: sizes.row * by, secondLine: sizes.secondLine * by }
	});
}

function overviewSizes({ rows, sides }: Tafel): TafelSizes {
	if (sides.length > 2) return { ...OVERVIEW_SIZES, mean: 8, row: 40, secondLine: 30 };
	return rows.length > AT_EASE ? { ...OVERVIEW_SIZES, mean: 7.5, bar: 6, row: 32 } : OVERVIEW_SIZES;
}
