import { unzipSync } from 'fflate';
import type { WorkbookSheet } from '$lib/exchange/spreadsheet/cells';
import { loadWorkbook } from '$lib/exchange/spreadsheet/load-workbook';
import { columnAt, TABLE_COLUMNS } from './table-columns';

/**
 * The workbook around the rows: everything that the library of the other workbooks makes, headings, styles, filter and
 * print, with one row in each sheet of figures that shows how a day looks. The real rows come in its place.
 */
export interface TableFrame {
	/** The text of each part, by its path in the file. */
	parts: ReadonlyMap<string, string>;
	/** What stands before and behind the rows, a sheet of figures each. */
	sheets: readonly { path: string; head: string; tail: string; dayStyle: string }[];
	/** The shared texts, each as its element. */
	texts: readonly string[];
}

/**
 * @param rowsOfSheets how many rows each sheet of figures has below its headings
 * @param others what comes behind them
 * @throws WorkbookError
 */
export async function makeFrame(
	rowsOfSheets: readonly number[],
	others: readonly WorkbookSheet[]
): Promise<TableFrame> {
	const sheets = rowsOfSheets.map(figureSheet);
	const { writeWorkbook } = await loadWorkbook();
	const file = await writeWorkbook([...sheets, ...others]);
	const decoder = new TextDecoder();
	const unzipped = Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())));
	const parts = new Map(unzipped.map(([path, bytes]) => [path, decoder.decode(bytes)]));
	return {
		parts,
		sheets: sheets.map((_, index) => splitSheet(parts, `xl/worksheets/sheet${index + 1}.xml`)),
		texts: (parts.get(TEXTS_PATH) ?? '').match(/<si>.*?<\/si>/gs) ?? []
	};
}

export const TEXTS_PATH = 'xl/sharedStrings.xml';

function figureSheet(laterRows: number, index: number): WorkbookSheet {
	const dayAt = columnAt('Datum');
	return {
		name: index === 0 ? 'Cijfers' : `Cijfers ${index + 1}`,
		columns: TABLE_COLUMNS.map(({ name, width }) => ({ name, width })),
		laterRows,
		rows: [TABLE_COLUMNS.map((_, place) => (place === dayAt ? { day: '2000-01-01' } : null))]
	};
}

const SAMPLE = /<row r="2".*?<\/row>/s;

function splitSheet(parts: ReadonlyMap<string, string>, path: string): TableFrame['sheets'][number] {
	const xml = parts.get(path) ?? '';
	const sample = SAMPLE.exec(xml);
	const dayStyle = / s="(\d+)"/.exec(sample?.[0] ?? '')?.[1];
	if (!sample || dayStyle === undefined) throw new Error(`${path} has no row that shows how a day looks`);
	return { path, head: xml.slice(0, sample.index), tail: xml.slice(sample.index + sample[0].length), dayStyle };
}
