import type { Dimension, Item, Theme } from '$lib/domain/questionnaire/questionnaire';
import type { Fraction } from '$lib/domain/scoring/fraction';
import { figureCell } from '$lib/exchange/spreadsheet/cells';
import type { SpreadsheetInput } from '$lib/exchange/spreadsheet/input';
import type { FigureKind } from './figure-kinds';

/** What the rows of one measurement are made of. */
export type TableInput = Omit<SpreadsheetInput, 'commitments'>;

/** What a figure is about; null where it is about all of them. */
export interface About {
	theme: Theme | null;
	dimension: Dimension | null;
	item: Item | null;
	groupId: string | null;
	/** A number within this measurement only, from 1; of an open one alone. */
	respondent: number | null;
}

/** One figure. */
export interface TableRow extends About {
	kind: FigureKind;
	/** Null where it is kept back, and where there are too few answers for it. */
	value: number | null;
	/** How many people it rests on. */
	n: number | null;
	basis: 'personen' | 'gezamenlijk antwoord' | null;
	/** Kept back so that nobody can be known by it. */
	hidden: boolean;
}

export const ABOUT_ALL: About = { theme: null, dimension: null, item: null, groupId: null, respondent: null };

type Figure = Pick<TableRow, 'kind' | 'value'> & Partial<Pick<TableRow, 'n' | 'basis'>>;

/** A figure that stands there, also when there are too few answers for it. */
export function shown(about: About, { kind, value, n = null, basis = null }: Figure): TableRow {
	return { ...about, kind, value, n, basis, hidden: false };
}

export function hidden(about: About, kind: FigureKind): TableRow {
	return { ...about, kind, value: null, n: null, basis: null, hidden: true };
}

/** The figure, when there is one. */
export function* ifThere(
	about: About,
	{ kind, figure, n = null }: { kind: FigureKind; figure: Fraction | number | null | undefined; n?: number | null }
): Generator<TableRow> {
	const value = typeof figure === 'number' ? figure : figureCell(figure);
	if (value !== null) yield shown(about, { kind, value, n });
}
