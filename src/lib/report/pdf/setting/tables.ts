import type { StructureElement } from 'pdfkit';
import { colours, themeColour } from '$lib/design/tokens';
import { muted, plain, strong, type Table, type TableRow } from '$lib/report/model/report-model';
import { baselineIn, type Pen } from './pen';
import { drawLines, type Frame } from './text-blocks';
import type { Line } from './typesetting';

const cellStyle = { size: 8.75, lineHeight: 11.5, before: 0, after: 0 };
const captionStyle = { size: 8.75, lineHeight: 11.75, before: 0, after: 3 };
const PADDING = { top: 2.5, bottom: 3, between: 8 };
const THEME_BAR = 3;
const THEME_INDENT = 8;
/** A place to write on is as high as handwriting. */
const WRITING_HEIGHT = 22;
const TABLE_AFTER = 7;
const WIDEST_WORD = 90;

interface Column extends Frame {
	title: Line[];
}

interface Row {
	source: TableRow;
	/** Lines of each cell; null is a place to write on. */
	cells: readonly (Line[] | null)[];
	height: number;
}

export function tableHeight(pen: Pen, table: Table, frame: Frame): number {
	const columns = columnsOf(pen, table, frame);
	const rows = rowsOf(pen, table, columns);
	return captionHeight(pen, table, frame) + headerHeight(columns) + sumOf(rows) + TABLE_AFTER;
}

/** The least height to begin a table with: its caption, its header and a row. */
export function tableStart(pen: Pen, table: Table, frame: Frame): number {
	const columns = columnsOf(pen, table, frame);
	const [first] = rowsOf(pen, { ...table, rows: table.rows.slice(0, 1) }, columns);
	return captionHeight(pen, table, frame) + headerHeight(columns) + (first?.height ?? 0);
}

/** Draws a table on as many pages as it needs; no row is split unless it is higher than a page. */
export function drawTable(pen: Pen, table: Table, frame: Frame, parent: StructureElement): void {
	const columns = columnsOf(pen, table, frame);
	const element = pen.child(parent, 'Table', { title: table.caption });
	if (table.captionShown) {
		drawLines(pen, captionLines(pen, table, frame), captionStyle, frame.x, pen.child(element, 'Caption'), 'Caption');
		pen.down(captionStyle.after);
	}
	drawHeader(pen, columns, frame, element);
	const rows = rowsOf(pen, table, columns);
	rows.forEach((row, index) => {
		// The last row does not go to the next page alone.
		const needed = index === rows.length - 2 ? sumOf(rows.slice(index)) : row.height;
		drawRow(pen, row, needed <= pen.pageHeight / 2 ? needed : row.height, columns, frame, element);
	});
	pen.down(TABLE_AFTER);
}

function columnsOf(pen: Pen, table: Table, frame: Frame): Column[] {
	const indent = table.rows.some(({ themeIndex }) => themeIndex !== null) ? THEME_INDENT : 0;
	const shares = table.columns.map(({ share }) => share);
	const rowHeads = table.rows.map(({ cells: [head] }) => head?.map(({ text }) => text).join('') ?? '').join(' ');
	const least = table.columns.map(
		({ title }, index) => longestWord(pen, index === 0 ? `${title} ${rowHeads}` : title) + PADDING.between
	);
	const widths = shareOut(frame.width - indent, shares, least);
	let x = frame.x + indent;
	return table.columns.map(({ title }, index) => {
		const width = widths[index] ?? 0;
		const column = {
			x,
			width: width - PADDING.between,
			title: pen.set([strong(title)], cellStyle.size, width - PADDING.between)
		};
		x += width;
		return column;
	});
}

/** So that no word of a header, of the table or of its rows, is broken, unless it is very long. */
function longestWord(pen: Pen, title: string): number {
	const words = title.split(/[\s-]+/).map((word) => pen.oneLine(strong(word), cellStyle.size).width);
	return Math.min(WIDEST_WORD, Math.ceil(Math.max(...words)) + 1);
}

/** Widths by share; a column that would be narrower than its least takes from those that have more. */
function shareOut(width: number, shares: readonly number[], least: readonly number[]): number[] {
	const total = shares.reduce((sum, share) => sum + share, 0);
	const wished = shares.map((share) => (width * share) / total);
	const short = wished.map((wish, index) => Math.max(0, (least[index] ?? 0) - wish));
	const spare = wished.map((wish, index) => Math.max(0, wish - (least[index] ?? 0)));
	const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
	const taken = Math.min(1, sum(short) / Math.max(1, sum(spare)));
	const given = sum(short) === 0 ? 0 : Math.min(1, sum(spare) / sum(short));
	return wished.map((wish, index) => wish + (short[index] ?? 0) * given - (spare[index] ?? 0) * taken);
}

function rowsOf(pen: Pen, table: Table, columns: readonly Column[]): Row[] {
	return table.rows.map((source) => {
		const cells = columns.map((column, index) => {
			const text = source.cells[index] ?? null;
			return text && pen.set(text, cellStyle.size, column.width);
		});
		const texts = Math.max(0, ...cells.map((lines) => (lines ? linesHeight(lines.length) : WRITING_HEIGHT)));
		return { source, cells, height: texts + PADDING.top + PADDING.bottom };
	});
}

const linesHeight = (count: number) => count * cellStyle.lineHeight;
const sumOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.height, 0);

function headerHeight(columns: readonly Column[]): number {
	return linesHeight(Math.max(...columns.map(({ title }) => title.length))) + PADDING.top + PADDING.bottom;
}

const captionLines = (pen: Pen, table: Table, frame: Frame) =>
	pen.set([muted(table.caption)], captionStyle.size, frame.width);

function captionHeight(pen: Pen, table: Table, frame: Frame): number {
	if (!table.captionShown) return 0;
	return captionLines(pen, table, frame).length * captionStyle.lineHeight + captionStyle.after;
}

function drawHeader(pen: Pen, columns: readonly Column[], frame: Frame, table: StructureElement): void {
	const row = pen.child(table, 'TR');
	for (const column of columns) {
		const cell = pen.child(row, 'TH', { scope: 'Column' });
		pen.tagged(cell, 'TH', () => drawCell(pen, column.title, column.x));
	}
	endRow(pen, frame, headerHeight(columns), 1);
}

/** On a later page the header is there for the eye only: the table has it once. */
function repeatHeader(pen: Pen, columns: readonly Column[], frame: Frame): void {
	pen.artifact(() => {
		for (const column of columns) drawCell(pen, column.title, column.x);
	}, 'Pagination');
	endRow(pen, frame, headerHeight(columns), 1);
}

/** @param needed the room that must be left to begin with it */
function drawRow(
	pen: Pen,
	row: Row,
	needed: number,
	columns: readonly Column[],
	frame: Frame,
	table: StructureElement
): void {
	if (needed > pen.room && !pen.atTop) {
		pen.newPage();
		repeatHeader(pen, columns, frame);
	}
	const element = pen.child(table, 'TR');
	const cells = columns.map((_, index) =>
		index === 0 ? pen.child(element, 'TH', { scope: 'Row' }) : pen.child(element, 'TD')
	);
	const longest = Math.max(1, ...row.cells.map((lines) => lines?.length ?? 0));
	for (let done = 0; done < longest;) {
		// Only a row higher than a page goes on on the next one.
		if (done > 0) {
			pen.newPage();
			repeatHeader(pen, columns, frame);
		}
		const fitting = Math.max(1, Math.floor((pen.room - PADDING.top - PADDING.bottom) / cellStyle.lineHeight));
		const height = Math.min(row.height, pen.room);
		row.cells.forEach((lines, index) => {
			const column = columns[index];
			const cell = cells[index];
			if (!column || !cell) return;
			if (lines === null) return drawPlaceToWrite(pen, cell, index, column, row.height);
			const part = lines.slice(done, done + fitting);
			if (part.length > 0) pen.tagged(cell, index === 0 ? 'TH' : 'TD', () => drawCell(pen, part, column.x));
		});
		done += fitting;
		const drawn = done < longest ? height : linesLeftHeight(row, done - fitting);
		drawThemeBar(pen, row.source.themeIndex, frame, drawn);
		endRow(pen, frame, drawn, 0.5);
	}
}

function linesLeftHeight(row: Row, from: number): number {
	if (from === 0) return row.height;
	const left = Math.max(...row.cells.map((lines) => (lines?.length ?? 0) - from));
	return linesHeight(left) + PADDING.top + PADDING.bottom;
}

function drawCell(pen: Pen, lines: readonly Line[], x: number): void {
	lines.forEach((line, index) => {
		pen.line(line, x, pen.y + PADDING.top + index * cellStyle.lineHeight + baselineIn(cellStyle), cellStyle.size);
	});
}

/** A dotted line; who listens hears that it is still open. */
function drawPlaceToWrite(pen: Pen, cell: StructureElement, index: number, column: Column, height: number): void {
	const [empty] = pen.set(plain(' '), cellStyle.size, column.width);
	if (empty) pen.tagged(cell, index === 0 ? 'TH' : 'TD', () => drawCell(pen, [empty], column.x));
	pen.artifact(() => {
		const y = pen.y + height - PADDING.bottom - 3;
		pen.doc.strokeColor(colours.rule).lineWidth(0.7).dash([1.5, 2], { phase: 0 });
		pen.doc
			.moveTo(column.x, y)
			.lineTo(column.x + column.width, y)
			.stroke();
	});
}

function drawThemeBar(pen: Pen, themeIndex: number | null, frame: Frame, height: number): void {
	if (themeIndex === null) return;
	pen.artifact(() => pen.doc.fillColor(themeColour(themeIndex).edge).rect(frame.x, pen.y, THEME_BAR, height).fill());
}

function endRow(pen: Pen, frame: Frame, height: number, thickness: number): void {
	pen.artifact(() => {
		pen.doc.strokeColor(colours.rule).lineWidth(thickness);
		pen.doc
			.moveTo(frame.x, pen.y + height)
			.lineTo(frame.x + frame.width, pen.y + height)
			.stroke();
	});
	pen.down(height);
}
