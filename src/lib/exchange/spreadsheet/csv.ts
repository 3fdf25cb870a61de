import { slashedDate } from '$lib/domain/dates';
import { withComma } from '$lib/domain/words/counting-words';
import { defuseEverywhere } from './formula-defusal';
import type { Cell, WorkbookSheet } from './cells';
import { dimensionSheet } from './dimensions';
import type { SpreadsheetInput } from './input';
import { itemSheet } from './items';
import { topicSheets } from './topics';

const columns = ['Overleg', 'Datum', 'Thema', 'Onderdeel', 'Stelling', 'Groep', 'Cijfer', 'Waarde', 'Opmerking'];

/**
 * One long table of all figures, one figure a row, so that files of several measurements can be put under each other.
 * A row of which everything is kept back says so, without a figure.
 */
export function figuresCsv(input: SpreadsheetInput): string {
	const { partnership, measurement } = input;
	const start = [partnership.name, slashedDate(measurement.date)];
	return writeCsv([
		columns,
		...[dimensionSheet(input), itemSheet(input), ...topicSheets(input)].flatMap((sheet) => figureRows(sheet, start))
	]);
}

/** What a row is about, and what is said of it; every other column is a figure. */
const notFigures = ['Thema', 'Onderdeel', 'Nummer', 'Stelling', 'Groep', 'Opmerking'];

function figureRows({ columns: names, rows }: WorkbookSheet, start: readonly Cell[]): Cell[][] {
	return rows.flatMap((row) => {
		const of = (name: string) => row[names.findIndex((column) => column.name === name)] ?? null;
		const about = [...start, of('Thema'), of('Onderdeel'), of('Stelling'), of('Groep')];
		const figures = names.flatMap(({ name }, index): Cell[][] => {
			const value = row[index] ?? null;
			return notFigures.includes(name) || value === null || value === '' ? [] : [[name, value]];
		});
		return (figures.length > 0 ? figures : [[null, null]]).map((figure) => [...about, ...figure, of('Opmerking')]);
	});
}

/**
 * As a Belgian Excel expects it: UTF-8 with a byte order mark, semicolons, decimal commas, days as dd/mm/yyyy, CRLF.
 * Every text is quoted, and text that could be a formula is defused, also for who reads the file with other
 * separators; numbers stay numbers.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
	return CSV_START + rows.map((row) => csvLine(row.map(csvField))).join('');
}

/** The byte order mark. */
export const CSV_START = '\uFEFF';

/** @param fields as csvField makes them */
export function csvLine(fields: readonly string[]): string {
	return `${fields.join(';')}\r\n`;
}

export function csvField(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return withComma(String(cell));
	if (typeof cell === 'object') return slashedDate(cell.day);
	return `"${defuseEverywhere(cell).replaceAll('"', '""')}"`;
}
