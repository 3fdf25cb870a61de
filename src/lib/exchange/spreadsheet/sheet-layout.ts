import type { Feature } from 'write-excel-file/browser';

/** What the library may put in a file in a browser. */
type FileContent = File | Blob | ArrayBuffer;

/** How a sheet is filtered and printed; see sheetLayout. */
export interface LaidOutSheet {
	name: string;
	/** The rows with headings on top, at least 1: they stay in view and come back on every printed page. */
	headings: number;
	/** In characters of a digit's width; at least one. */
	widths: readonly number[];
	/** How many columns on the left say what a row is about: they come back on each page of a sheet wider than one. */
	labels: number;
	/** Of the whole sheet, headings included. */
	rows: number;
}

/** So many characters of a digit's width are read well beside each other on landscape A4. */
const PAGE_WIDTH = 180;

/** As in the files for Word: every machine has it, or one of the same measures. */
const LETTER = '<sz val="10"/><name val="Arial"/>';

/**
 * What the library leaves to a «feature» of one's own: its letter, a filter on the lowest row of headings, and a
 * print on landscape A4 of as few pages wide as can be read, with the headings on top of each. The order of elements:
 * ECMA-376 part 1, § 18.3.1.99 and § 18.2.27.
 * @param sheets in the order of the workbook
 */
export function sheetLayout(sheets: readonly LaidOutSheet[]): Feature<FileContent> {
	return {
		files: {
			transform: {
				'xl/worksheets/sheet{id}.xml': {
					transformElementAttributes: (tagName, attributes, _index, _options, { sheetIndex }) => {
						const sheet = tagName === 'pageSetup' ? sheets[sheetIndex] : undefined;
						return sheet ? { ...attributes, fitToWidth: pagesWide(sheet), fitToHeight: 0 } : attributes;
					},
					transform: (xml, _options, { sheetIndex }) => {
						const sheet = sheets[sheetIndex];
						if (!sheet) return xml;
						return (
							xml
								.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
								// As high as it is at first: it grows with what people write in it.
								.replaceAll(/(<row [^>]*) customHeight="1"/g, '$1')
								.replace('</sheetData>', `$&<autoFilter ref="${filterRange(sheet)}"/>`)
						);
					}
				},
				'xl/styles.xml': {
					// Named: where a letter has none, each program takes another one, also for the headings.
					transform: (xml) =>
						xml.replaceAll('<font><family val="2"/><scheme val="minor"/>', `<font>${LETTER}<family val="2"/>`)
				},
				'xl/workbook.xml': {
					transform: (xml) =>
						xml.replace('<definedNames/>', `<definedNames>${sheets.map(definedNames).join('')}</definedNames>`)
				}
			}
		}
	};
}

function definedNames(sheet: LaidOutSheet, index: number): string {
	const name = `'${sheet.name.replaceAll("'", "''")}'`;
	const names = [
		['_xlnm._FilterDatabase', `${name}!${filterRange(sheet).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`],
		[
			'_xlnm.Print_Titles',
			[...labelColumns(sheet), `$1:$${sheet.headings}`].map((range) => `${name}!${range}`).join(',')
		]
	];
	return names
		.map(([kind, range = ''], place) => {
			const hidden = place === 0 ? ' hidden="1"' : '';
			return `<definedName name="${kind}" localSheetId="${index}"${hidden}>${escapeXml(range)}</definedName>`;
		})
		.join('');
}

function pagesWide({ widths }: LaidOutSheet): number {
	return Math.ceil(widths.reduce((total, width) => total + width, 0) / PAGE_WIDTH);
}

function labelColumns(sheet: LaidOutSheet): string[] {
	return sheet.labels > 0 && pagesWide(sheet) > 1 ? [`$A:$${columnLetters(sheet.labels - 1)}`] : [];
}

function filterRange({ headings, widths, rows }: LaidOutSheet): string {
	return `A${headings}:${columnLetters(widths.length - 1)}${Math.max(rows, headings)}`;
}

/** @param index from 0: A, …, Z, AA */
export function columnLetters(index: number): string {
	const last = String.fromCharCode(65 + (index % 26));
	return index < 26 ? last : `${columnLetters(Math.floor(index / 26) - 1)}${last}`;
}

/** As text of an element or within double quotes. */
export function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
