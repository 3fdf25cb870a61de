import { isDay } from '$lib/domain/dates';
import type { Fraction } from '$lib/domain/scoring/fraction';

/** What stands in a cell: text, a real number, a real day, or nothing. */
export type Cell = string | number | Day | null;

/** A day without a time: ISO, yyyy-mm-dd. */
interface Day {
	day: string;
}

export interface Column {
	name: string;
	/** In characters of a digit's width. */
	width: number;
	/** Shown with two decimals; the number itself has up to four. */
	decimals?: boolean;
	/** What a program knows the column by; see headingsOf. */
	id?: string;
}

/** A sheet of a workbook: the names of the columns are its first row; its headings stay in view. */
export interface WorkbookSheet {
	/** At most 31 characters, none of \ / ? * [ ] : */
	name: string;
	columns: readonly Column[];
	/** How many columns on the left say what a row is about; left out: none that paper has to repeat. */
	labels?: number;
	/** Where its rows come later: how many there will be below the headings. */
	laterRows?: number;
	rows: readonly (readonly Cell[])[];
}

/** The rows on top: the names of the columns, and below them their ids where they have any. At least one row. */
export function headingsOf({ columns }: WorkbookSheet): string[][] {
	const names = columns.map(({ name }) => name);
	const ids = columns.map(({ id }) => id ?? '');
	return ids.some((id) => id !== '') ? [names, ids] : [names];
}

/** A figure rounded to at most four decimals, half of the last one up; an empty cell when there is none. */
export function figureCell(figure: Fraction | null | undefined): number | null {
	if (!figure) return null;
	// In whole numbers: 1.09875 is not a number of a computer, and would go down.
	const twice = 2n * figure.denominator;
	const raised = 2n * ONE * figure.numerator + figure.denominator;
	const rest = ((raised % twice) + twice) % twice;
	return Number((raised - rest) / twice) / Number(ONE);
}

/** As many of the smallest step make one. */
const ONE = 10_000n;

/** A real day for an ISO date; text that is no day stays text, and nothing stays nothing. */
export function dayCell(isoDate: string): Cell {
	if (isoDate === '') return null;
	return isDay(isoDate) && isoDate >= FIRST_DAY ? { day: isoDate } : isoDate;
}

/** Spreadsheets count wrongly before this day: theirs has a 29 February 1900. */
const FIRST_DAY = '1900-03-01';
