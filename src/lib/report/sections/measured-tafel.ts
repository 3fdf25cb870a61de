import { tafelOf, type Tafel, type TafelOrder } from '$lib/charts/tafel/tafel-data';
import { PAPER_SIZES, timesSize, type TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';
import type { ReportedResult } from '$lib/report/model/report-source';

/** The picture of a result, as its screen has it. */
export function measuredTafel({ measurement, ...result }: ReportedResult, order: TafelOrder = 'talk'): Tafel {
	const { groups, privacy } = measurement;
	return tafelOf({ groups, privacy, ...result }, order);
}

/** How much of a page the picture may take: its size, of the full one, and what it leaves out. */
export interface PaperRoom {
	scale: number;
	/** Of which rows its persons are drawn. */
	persons: 'all' | 'discussed' | 'none';
	/** How many want to talk about it, at the name of each row. */
	wanted: boolean;
}

/** In points; smaller letters than this are not printed. */
const SMALLEST_LETTER = 7.5;

/** The same without how many want to talk about what: a report has that in a table as well. */
export const withoutWanted = (tafel: Tafel): Tafel => ({
	...tafel,
	rows: tafel.rows.map((row) => ({ ...row, wanted: '' }))
});

/** The sizes of its rows; those that are not to be discussed may have others. */
export function sizesOnPaper({ scale, persons }: PaperRoom): { sizes: TafelSizes; others?: TafelSizes } {
	const sizes = scaled(scale, persons !== 'none');
	return persons === 'discussed' ? { sizes, others: scaled(scale, false) } : { sizes };
}

function scaled(scale: number, persons: boolean): TafelSizes {
	const { row, letter } = PAPER_SIZES;
	const own = persons ? PAPER_SIZES : { ...PAPER_SIZES, persons, row: row * 0.75, secondLine: row * 0.6 };
	return { ...timesSize(own, scale), letter: Math.max(SMALLEST_LETTER, letter * scale) };
}
