import writeExcelFile, { type Cell as WrittenCell, type CellObject } from 'write-excel-file/browser';
import { defuseFormula } from './formula-defusal';
import { headingsOf, type Cell, type Column, type WorkbookSheet } from './cells';
import { rowHeight } from './row-height';
import { sheetLayout, type LaidOutSheet } from './sheet-layout';
import { WorkbookError } from './workbook-error';

/**
 * The bytes of an .xlsx file. Import this module only when someone asks for a file: it brings its library along.
 * @throws WorkbookError when the library cannot make it, as when memory is short
 */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Blob> {
	try {
		return await writeExcelFile(sheets.map(writtenSheet), { features: [sheetLayout(sheets.map(laidOut))] }).toBlob();
	} catch (cause) {
		throw new WorkbookError({ cause });
	}
}

function laidOut(sheet: WorkbookSheet): LaidOutSheet {
	const headings = headingsOf(sheet).length;
	return {
		name: sheet.name,
		headings,
		widths: sheet.columns.map(({ width }) => width),
		labels: sheet.labels ?? 0,
		rows: headings + (sheet.laterRows ?? sheet.rows.length)
	};
}

function writtenSheet(sheet: WorkbookSheet) {
	const { name, columns, rows } = sheet;
	const headings = headingsOf(sheet);
	const widths = columns.map(({ width }) => width);
	return {
		sheet: name,
		columns: columns.map(({ width }) => ({ width })),
		orientation: 'landscape' as const,
		stickyRowsCount: headings.length,
		data: [
			...headings.map((names) => highEnough(names.map(headerCell), names, widths)),
			...rows.map((row) =>
				highEnough(
					row.map((cell, index) => writtenCell(cell, columns[index])),
					row,
					widths
				)
			)
		]
	};
}

/** The library takes the height of a row from a cell: from its first one with a text. */
function highEnough(written: WrittenCell[], row: readonly Cell[], widths: readonly number[]): WrittenCell[] {
	const texts = row.map((cell) => (typeof cell === 'string' ? cell : ''));
	const height = rowHeight(texts, widths);
	if (height === undefined) return written;
	const at = texts.findIndex((text) => text !== '');
	return written.map((cell, index) =>
		index === at && typeof cell === 'object' && cell !== null && 'value' in cell ? { ...cell, height } : cell
	);
}

function headerCell(name: string): CellObject {
	return { value: writableText(name), type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' };
}

function writtenCell(cell: Cell, column: Column | undefined): WrittenCell {
	if (cell === null || cell === '') return null;
	if (typeof cell === 'string') return { value: writableText(cell), type: String, wrap: true, alignVertical: 'top' };
	if (typeof cell === 'number')
		return { value: cell, type: Number, alignVertical: 'top', ...(column?.decimals ? { format: '0.00' } : {}) };
	return {
		value: new Date(`${cell.day}T00:00:00Z`),
		type: Date,
		format: 'dd/mm/yyyy',
		align: 'left',
		alignVertical: 'top'
	};
}

/**
 * The library looks texts up in a plain object, where «constructor» and its like are found: a space tells them apart.
 */
function writableText(text: string): string {
	const defused = defuseFormula(text);
	return defused in Object.prototype ? `${defused} ` : defused;
}
