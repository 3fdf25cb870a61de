import { readCsv } from '../spreadsheet/csv-reader';
import { readWorkbook, type ReadSheet } from '../spreadsheet/xlsx-reader';

/** A row by the names of its columns, without empty cells. */
export type ReadRow = Record<string, string | number>;

/** The rows of a table of everything, from its file alone: a CSV, or a workbook with its other sheets. Needs jsdom. */
export async function readTable(file: Blob): Promise<{ rows: ReadRow[]; sheets: ReadSheet[] }> {
	if (file.type.startsWith('text/csv')) {
		const [names = [], ...lines] = readCsv(
			new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
		);
		return { rows: lines.map((cells) => named(names, cells.map(asNumber))), sheets: [] };
	}
	const sheets = await readWorkbook(file);
	return { rows: sheets.filter(({ name }) => name.startsWith('Cijfers')).flatMap(rowsOf), sheets };
}

const asNumber = (field: string): string | number =>
	/^-?\d+(,\d+)?$/.test(field) ? Number(field.replace(',', '.')) : field;

/** Of a sheet whose first row names its columns. */
export function rowsOf({ cells }: ReadSheet): ReadRow[] {
	const found = new Map<number, ReadRow>();
	const names = new Map<string, string>();
	for (const [address, cell] of cells) {
		const [, column = '', digits = ''] = /([A-Z]+)(\d+)/.exec(address) ?? [];
		if (cell.type === 'formula') throw new Error(`a formula at ${address}`);
		if (digits === '1') names.set(column, String(cell.value));
		else found.set(Number(digits), { ...found.get(Number(digits)), [names.get(column) ?? '']: cell.value });
	}
	return [...found.values()];
}

function named(names: readonly string[], cells: readonly (string | number)[]): ReadRow {
	return Object.fromEntries(cells.flatMap((cell, index) => (cell === '' ? [] : [[names[index] ?? '', cell]])));
}
