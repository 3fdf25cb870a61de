import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell } from '$lib/exchange/spreadsheet/cells';
import { WorkbookError } from '$lib/exchange/spreadsheet/workbook-error';
import { BlobParts } from './blob-parts';
import { codebookSheets, type LeftOut } from './codebook';
import { rowXml, SharedTexts } from './row-xml';
import { tableCells } from './table-cells';
import { makeFrame, TEXTS_PATH, type TableFrame } from './table-frame';
import type { TableInput } from './table-row';
import type { TableWriter } from './table-writer';

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A sheet of Excel has no more, the headings included. */
const MOST_ROWS = 2 ** 20;
/** In characters: what is packed at once. */
const PIECE = 250_000;
/** Of 0 to 9: quick, as these rows repeat themselves. */
const PACKING = 1;

/** The table as a workbook: rows go packed to the browser as they come, on as many sheets as they need. */
export class TableWorkbook implements TableWriter {
	rows = 0;
	readonly #file = new BlobParts<Uint8Array<ArrayBuffer>>();
	readonly #zip: Zip;
	/** Rows below the headings, a sheet each. */
	readonly #rowsOfSheets: number[] = [];
	readonly #texts: SharedTexts;
	#part: ZipDeflate | undefined;
	#xml = '';

	/** @param frame of two sheets: the first one is selected, and the others are as the second */
	private constructor(
		private readonly frame: TableFrame,
		private readonly mostRows: number
	) {
		this.#texts = new SharedTexts(frame.texts.length);
		this.#zip = new Zip((error, chunk) => {
			if (error) throw error;
			this.#file.add(chunk);
		});
		this.#beginSheet();
	}

	/**
	 * @param mostRows on one sheet, headings included, at least 2
	 * @throws WorkbookError
	 */
	static async begin(mostRows = MOST_ROWS): Promise<TableWorkbook> {
		return new TableWorkbook(await makeFrame([1, 1], []), mostRows);
	}

	async add(input: TableInput): Promise<void> {
		await orWorkbookError(async () => {
			for (const cells of tableCells(input)) {
				if (this.#rowsHere + 1 >= this.mostRows) {
					await this.#endSheet();
					this.#beginSheet();
				}
				this.#addRow(cells);
			}
		});
	}

	finish(leftOut: readonly LeftOut[]): Promise<Blob> {
		return orWorkbookError(async () => {
			await this.#endSheet();
			const { parts, texts, sheets } = await makeFrame(this.#rowsOfSheets, codebookSheets(leftOut));
			const own = new Set(sheets.map(({ path }) => path));
			for (const [path, xml] of parts) {
				if (own.has(path) || path === TEXTS_PATH) continue;
				this.#beginPart(path);
				this.#write(path.startsWith('xl/worksheets/sheet') ? this.#withPlacesBehind(xml) : xml);
				this.#endPart();
			}
			this.#writeTexts(texts);
			this.#zip.end();
			return this.#file.finish(WORKBOOK_TYPE);
		});
	}

	get #rowsHere(): number {
		return this.#rowsOfSheets.at(-1) ?? 0;
	}

	#sheet(index: number): TableFrame['sheets'][number] {
		const sheet = this.frame.sheets[Math.min(index, this.frame.sheets.length - 1)];
		if (!sheet) throw new Error('the frame has no sheet');
		return sheet;
	}

	#beginSheet(): void {
		const index = this.#rowsOfSheets.length;
		this.#rowsOfSheets.push(0);
		this.#beginPart(`xl/worksheets/sheet${index + 1}.xml`);
		this.#write(this.#sheet(index).head);
	}

	#addRow(cells: readonly Cell[]): void {
		const index = this.#rowsOfSheets.length - 1;
		const below = this.#rowsHere + 1;
		this.#rowsOfSheets[index] = below;
		this.rows += 1;
		this.#write(rowXml(cells, { number: below + 1, dayStyle: this.#sheet(index).dayStyle, texts: this.#texts }));
	}

	/** Its filter says how many rows there are. */
	async #endSheet(): Promise<void> {
		const { sheets } = await makeFrame([this.#rowsHere], []);
		this.#write(sheets[0]?.tail ?? '');
		this.#endPart();
	}

	/** The texts of the rows come between those of the headings and those of the other sheets. */
	#writeTexts(texts: readonly string[]): void {
		this.#beginPart(TEXTS_PATH);
		this.#write('<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">');
		const ofHeadings = this.frame.texts.length;
		for (const text of texts.slice(0, ofHeadings)) this.#write(text);
		for (const text of this.#texts.xml()) this.#write(text);
		for (const text of texts.slice(ofHeadings)) this.#write(text);
		this.#write('</sst>');
		this.#endPart();
	}

	/** A sheet whose texts are told by their place before those of the rows came. */
	#withPlacesBehind(xml: string): string {
		const moved = (place: number) => (place < this.frame.texts.length ? place : place + this.#texts.size);
		return xml.replace(/(t="s"[^>]*><v>)(\d+)/g, (_, before: string, place: string) => before + moved(Number(place)));
	}

	#beginPart(path: string): void {
		this.#part = new ZipDeflate(path, { level: PACKING });
		this.#zip.add(this.#part);
	}

	#write(xml: string): void {
		this.#xml += xml;
		if (this.#xml.length >= PIECE) this.#push(false);
	}

	#endPart(): void {
		this.#push(true);
	}

	#push(isLast: boolean): void {
		this.#part?.push(strToU8(this.#xml), isLast);
		this.#xml = '';
	}
}

async function orWorkbookError<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (cause) {
		throw cause instanceof WorkbookError ? cause : new WorkbookError({ cause });
	}
}
