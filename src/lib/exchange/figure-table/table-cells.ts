import type { Cell } from '$lib/exchange/spreadsheet/cells';
import { countRows } from './count-rows';
import { personRows } from './person-rows';
import { scoreRows } from './score-rows';
import { TABLE_COLUMNS } from './table-columns';
import type { TableInput, TableRow } from './table-row';

/** Every figure of a measurement, one a row; none of an anonymous one that its own result does not show. */
export function* figureRows(input: TableInput): Generator<TableRow> {
	yield* countRows(input);
	yield* scoreRows(input);
	yield* personRows(input);
}

/** The same as the cells of a sheet: one for each column of the table, none of them a list. */
export function* tableCells(input: TableInput): Generator<readonly Cell[]> {
	const fixed = TABLE_COLUMNS.map(({ of }) => (of.kind === 'measurement' ? of.cell(input) : null));
	for (const row of figureRows(input))
		yield TABLE_COLUMNS.map(({ of }, index) => (of.kind === 'row' ? of.cell(row, input) : (fixed[index] ?? null)));
}
