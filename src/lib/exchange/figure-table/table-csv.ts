import { csvField, csvLine, CSV_START } from '$lib/exchange/spreadsheet/csv';
import type { Cell } from '$lib/exchange/spreadsheet/cells';
import { BlobParts } from './blob-parts';
import { tableCells } from './table-cells';
import { TABLE_COLUMNS } from './table-columns';
import type { TableInput } from './table-row';
import type { TableWriter } from './table-writer';

/** The table as CSV, written as every CSV of the app is: `writeCsv` of exchange/spreadsheet/csv.ts. */
export class TableCsv implements TableWriter {
	rows = 0;
	readonly #file = new BlobParts<string>();

	constructor() {
		this.#file.add(CSV_START + csvLine(TABLE_COLUMNS.map(({ name }) => csvField(name))));
	}

	add(input: TableInput): Promise<void> {
		// The same few texts come back in every row.
		const known = new Map<Cell, string>();
		const field = (cell: Cell) => {
			const made = known.get(cell) ?? csvField(cell);
			known.set(cell, made);
			return made;
		};
		for (const cells of tableCells(input)) {
			this.#file.add(csvLine(cells.map(field)));
			this.rows += 1;
		}
		return Promise.resolve();
	}

	finish(): Promise<Blob> {
		return Promise.resolve(this.#file.finish('text/csv;charset=utf-8'));
	}
}
