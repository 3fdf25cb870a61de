import { Paragraph, Table as WordTable, TableCell, TableLayoutType, TableRow as WordRow, WidthType } from 'docx';
import { plain, type Table, type TableRow, type Text } from '$lib/report/model/report-model';
import { TEXT_WIDTH } from './word-styles';
import { runsOf } from './word-text';

/** Of a row to write on, in twentieths of a point. */
const ROOM_TO_WRITE = 520;

/** A table under its caption; its heads are said anew on each page, and no row is split over two. */
export function wordTable({ caption, captionShown, columns, rows }: Table): (Paragraph | WordTable)[] {
	const total = columns.reduce((sum, { share }) => sum + share, 0);
	const columnWidths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / total));
	const table = new WordTable({
		style: 'TableGrid',
		layout: TableLayoutType.FIXED,
		width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
		columnWidths,
		tableLook: { firstRow: true, firstColumn: true, noVBand: true },
		rows: [headRow(columns.map(({ title }) => title)), ...rows.map(bodyRow)]
	});
	// Two tables under each other would become one.
	const after = new Paragraph({ style: 'Small' });
	return [
		...(captionShown ? [new Paragraph({ style: 'Caption', children: runsOf(plain(caption)) })] : []),
		table,
		after
	];
}

function headRow(titles: readonly string[]): WordRow {
	return new WordRow({
		...{ tableHeader: true, cantSplit: true },
		children: titles.map((title) => cellOf(plain(title), 'TableHeading'))
	});
}

function bodyRow({ cells }: TableRow): WordRow {
	return new WordRow({
		cantSplit: true,
		...(cells.includes(null) && { height: { value: ROOM_TO_WRITE, rule: 'atLeast' as const } }),
		children: cells.map((cell) => cellOf(cell ?? [], 'TableText'))
	});
}

const cellOf = (text: Text, style: string) =>
	new TableCell({ children: [new Paragraph({ style, children: runsOf(text) })] });
