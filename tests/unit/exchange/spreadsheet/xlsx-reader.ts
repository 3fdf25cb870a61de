import { inflateRawSync } from 'node:zlib';

/** An own, small reader of .xlsx files: nothing of the library that wrote them. Needs a DOMParser (jsdom). */
export interface ReadSheet {
	name: string;
	/** The first row and column that scroll: «A2» when one row is frozen. */
	frozen: string | null;
	widths: number[];
	/** The range that is filtered: «A1:C9». */
	filter: string | null;
	/** On paper: how many pages wide and high it is at most (0: any), and what comes back on each. */
	print: { orientation: string; wide: string; high: string; fits: boolean; titles: string | null };
	/** By address, such as B2. */
	cells: Map<string, ReadCell>;
}

export type ReadCell =
	{ type: 'text'; value: string } | { type: 'number'; value: number; format: string } | { type: 'formula' };

export async function readWorkbook(file: Blob): Promise<ReadSheet[]> {
	const files = unzip(Buffer.from(await file.arrayBuffer()));
	const part = (path: string) => parseXml(files.get(path) ?? fail(path));
	const strings = [...part('xl/sharedStrings.xml').querySelectorAll('si')].map((entry) => entry.textContent);
	const formats = formatsOf(part('xl/styles.xml'));
	const targets = new Map(
		[...part('xl/_rels/workbook.xml.rels').querySelectorAll('Relationship')].map((relation) => [
			relation.getAttribute('Id'),
			relation.getAttribute('Target')
		])
	);
	const book = part('xl/workbook.xml');
	return [...book.querySelectorAll('sheet')].map((sheet, index) => {
		const xml = part(`xl/${targets.get(sheet.getAttribute('r:id')) ?? ''}`);
		const pane = xml.querySelector('pane[state="frozen"]');
		const setup = xml.querySelector('pageSetup');
		const titles = book.querySelector(`definedName[name="_xlnm.Print_Titles"][localSheetId="${index}"]`);
		return {
			name: sheet.getAttribute('name') ?? '',
			filter: xml.querySelector('sheetData + autoFilter')?.getAttribute('ref') ?? null,
			print: {
				orientation: setup?.getAttribute('orientation') ?? '',
				wide: setup?.getAttribute('fitToWidth') ?? '',
				high: setup?.getAttribute('fitToHeight') ?? '',
				fits: xml.querySelector('sheetPr > pageSetUpPr[fitToPage="1"]') !== null,
				titles: titles?.textContent ?? null
			},
			frozen: pane?.getAttribute('topLeftCell') ?? null,
			widths: [...xml.querySelectorAll('col')].map((column) => Number(column.getAttribute('width'))),
			cells: new Map(
				[...xml.querySelectorAll('c')].map((cell) => [cell.getAttribute('r') ?? '', readCell(cell, strings, formats)])
			)
		};
	});
}

function readCell(cell: Element, strings: readonly string[], formats: readonly string[]): ReadCell {
	if (cell.querySelector('f')) return { type: 'formula' };
	const value = cell.querySelector('v')?.textContent ?? fail('v');
	const type = cell.getAttribute('t') ?? 'n';
	if (type === 's') return { type: 'text', value: strings[Number(value)] ?? fail(`string ${value}`) };
	if (type !== 'n' || !/^-?\d+(\.\d+)?$/.test(value)) return fail(`${type} ${value}`);
	return { type: 'number', value: Number(value), format: formats[Number(cell.getAttribute('s') ?? 0)] ?? '' };
}

/** The format of each style; built-in ones by their number. */
function formatsOf(styles: XMLDocument): string[] {
	const own = new Map(
		[...styles.querySelectorAll('numFmt')].map((entry) => [
			entry.getAttribute('numFmtId'),
			entry.getAttribute('formatCode') ?? ''
		])
	);
	return [...styles.querySelectorAll('cellXfs > xf')].map((style) => {
		const id = style.getAttribute('numFmtId');
		return own.get(id) ?? id ?? '';
	});
}

export function parseXml(text: string): XMLDocument {
	const xml = new DOMParser().parseFromString(text, 'application/xml');
	const problem = xml.querySelector('parsererror');
	if (problem) throw new Error(problem.textContent);
	return xml;
}

/** The files of a zip by its central directory. */
export function unzip(zip: Buffer): Map<string, string> {
	const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	const files = new Map<string, string>();
	let at = zip.readUInt32LE(end + 16);
	for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
		const [nameLength, extra, remark] = [
			zip.readUInt16LE(at + 28),
			zip.readUInt16LE(at + 30),
			zip.readUInt16LE(at + 32)
		];
		const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
		const local = zip.readUInt32LE(at + 42);
		const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
		files.set(name, (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
		at += 46 + nameLength + extra + remark;
	}
	return files;
}

function fail(what: string): never {
	throw new Error(`the workbook has no ${what}`);
}
