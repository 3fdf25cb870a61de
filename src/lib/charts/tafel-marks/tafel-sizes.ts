/** How large the marks of a tafel are, in the units of the drawing (px on a screen). */
export interface TafelSizes {
	/** The radius of a mean. */
	mean: number;
	/** How far a person reaches from side to side. */
	person: number;
	/** Between two persons of one stack. */
	gap: number;
	/** How thick the bar between two means is, and the line that is the table. */
	bar: number;
	table: number;
	/** A row is at least so high, and a second line at least so far below the first. */
	row: number;
	secondLine: number;
	letter: number;
	/** A stack has at most so many marks: then its total. */
	cap: number;
	/** Persons, and boxes where they are kept back, are drawn. */
	persons: boolean;
}

const page = { table: 1.5, row: 56, secondLine: 76, letter: 18, cap: 6, persons: true };

/** Names beside their lines. */
export const PAGE_SIZES: TafelSizes = { ...page, mean: 8.5, person: 7, gap: 1, bar: 6 };
/** Names above their lines, which leaves them all the width. */
export const TALL_SIZES: TafelSizes = { ...page, mean: 12, person: 9, gap: 2, bar: 8 };
/** On a sheet of A4, in points. */
export const PAPER_SIZES: TafelSizes = {
	mean: 5.5,
	person: 4.2,
	gap: 0.8,
	bar: 3.8,
	table: 1,
	row: 30,
	secondLine: 40,
	letter: 10,
	cap: 6,
	persons: true
};
/** Many rows on the big screen, in units of which the screen is 720 high. */
export const OVERVIEW_SIZES: TafelSizes = {
	mean: 10,
	person: 0,
	gap: 0,
	bar: 8,
	table: 1.5,
	row: 40,
	secondLine: 40,
	letter: 28,
	cap: 6,
	persons: false
};
/** One row on the big screen, in the same units. */
export const HALL_SIZES: TafelSizes = {
	mean: 22,
	person: 18,
	gap: 3,
	bar: 18,
	table: 8,
	row: 200,
	secondLine: 180,
	letter: 28,
	cap: 6,
	persons: true
};

/** The same marks with larger letters, for who enlarges the text. */
export const withLetter = (sizes: TafelSizes, letter: number): TafelSizes => ({ ...sizes, letter });

/** All lengths times this; letters stay as they are. */
export function timesSize(sizes: TafelSizes, factor: number): TafelSizes {
	const { mean, person, gap, bar, row, secondLine } = sizes;
	return {
		...sizes,
		mean: mean * factor,
		person: person * factor,
		gap: gap * factor,
		bar: bar * factor,
		row: row * factor,
		secondLine: secondLine * factor
	};
}
