// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { WorkbookSheet } from '$lib/exchange/spreadsheet/cells';
import { spreadsheetOf } from '$lib/exchange/spreadsheet/model';
import { writeWorkbook } from '$lib/exchange/spreadsheet/workbook';
import { workshop, type Sheet as Answers } from '../../../builders/workshop';
import { commitment, inputOf } from '../../../builders/spreadsheet-input';
import { readWorkbook, type ReadCell } from './xlsx-reader';

const room = (people = 3) =>
	workshop({ basishouding: { openheid: 3 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', ...Array.from({ length: people }, (): Answers => ({ openheid: [4, 4, 3] })));

const oneColumn = (...rows: WorkbookSheet['rows'][number]): WorkbookSheet => ({
	name: 'Blad',
	columns: [{ name: 'Kop', width: 20, decimals: true }],
	rows: rows.map((cell) => [cell])
});

async function cellsOf(sheet: WorkbookSheet): Promise<(ReadCell | undefined)[]> {
	const [read] = await readWorkbook(await writeWorkbook([sheet]));
	return sheet.rows.map((_, index) => read?.cells.get(`A${index + 2}`));
}

describe('the workbook, read by another reader', () => {
	test('has every cell of the model: text as text, numbers as numbers, days as days', async () => {
		const sheets = spreadsheetOf(inputOf(room(), { commitments: [commitment(), commitment({ by: '2027-01-31' })] }));
		const read = await readWorkbook(await writeWorkbook(sheets));

		expect(read.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
		sheets.forEach(({ columns, rows }, index) => {
			const found = read[index];
			const ids = columns.map(({ id }) => id ?? null);
			const headings = [columns.map(({ name }) => name), ...(ids.some((id) => id !== null) ? [ids] : [])];
			expect(found?.frozen).toBe(`A${headings.length + 1}`);
			expect(found?.widths).toEqual(columns.map(({ width }) => width));
			const expected = [...headings, ...rows];
			expected.forEach((row, rowIndex) =>
				row.forEach((cell, columnIndex) => {
					const address = `${String.fromCharCode(65 + columnIndex)}${rowIndex + 1}`;
					const there = found?.cells.get(address);
					if (cell === null || cell === '') expect(there).toBeUndefined();
					else if (typeof cell === 'string') expect(there).toEqual({ type: 'text', value: cell });
					else if (typeof cell === 'number') expect(there).toMatchObject({ type: 'number', value: cell });
					else expect(there).toMatchObject({ type: 'number', format: 'dd/mm/yyyy' });
				})
			);
		});
	});

	test('can be filtered and printed at once, sheet by sheet', async () => {
		const sheets = spreadsheetOf(inputOf(room(), { commitments: [commitment()] }));
		const read = await readWorkbook(await writeWorkbook(sheets));

		for (const { print } of read) expect(print).toMatchObject({ orientation: 'landscape', fits: true, high: '0' });
		// On one page of paper the columns of a wide sheet could not be read.
		expect(read.map(({ print }) => print.wide)).toEqual(['1', '3', '2', '1', '2', '1']);
		expect(read.map(({ name, filter, print }) => [name, filter, print.titles])).toEqual([
			['Overzicht', 'A1:C13', "'Overzicht'!$1:$1"],
			['Onderdelen', 'A1:T4', "'Onderdelen'!$A:$C,'Onderdelen'!$1:$1"],
			['Stellingen', 'A1:P7', "'Stellingen'!$1:$1"],
			// The lowest of two rows with headings: its ids.
			['Antwoorden', 'A2:F5', "'Antwoorden'!$1:$2"],
			['Afspraken', 'A1:F2', "'Afspraken'!$1:$1"],
			['Uitleg', expect.stringMatching(/^A1:B\d+$/), "'Uitleg'!$1:$1"]
		]);
	});

	test('counts days as a spreadsheet does', async () => {
		expect(await cellsOf(oneColumn({ day: '1900-03-01' }, { day: '2026-03-19' }, { day: '2024-02-29' }))).toMatchObject(
			[{ value: 61 }, { value: 46_100 }, { value: 45_351 }]
		);
	});

	test('shows two decimals of a figure that has four', async () => {
		expect(await cellsOf(oneColumn(3.6667, -1))).toMatchObject([
			{ value: 3.6667, format: '0.00' },
			{ value: -1, format: '0.00' }
		]);
	});

	test('has no formula in it, whatever the text begins with', async () => {
		const texts = ['=1+1', '+1', '-1', '@x', '\t=1', '\rx', '  =HYPERLINK("http://x")', '\u0000=1+1'];
		const cells = await cellsOf(oneColumn(...texts));

		for (const cell of cells) expect(cell).toMatchObject({ type: 'text', value: expect.stringMatching(/^'/) });
	});

	test('keeps hostile and rare text whole', async () => {
		const texts = ['<script>&"\']]>', 'Één ë 👩‍🌾', 'constructor', '__proto__', 'toString', 'a\nb', 'x'.repeat(5000)];
		const cells = await cellsOf(oneColumn(...texts, 'half \ud83d sign', 'bel \u0007'));

		expect(cells.map((cell) => (cell?.type === 'text' ? cell.value.trimEnd() : cell))).toEqual([
			...texts,
			'half  sign',
			'bel'
		]);
	});

	test('has a row for each of sixty responses', async () => {
		const read = await readWorkbook(await writeWorkbook(spreadsheetOf(inputOf(room(60)))));

		expect(read[3]?.cells.get('A62')).toMatchObject({ type: 'text' });
		expect(read[3]?.cells.get('D62')).toMatchObject({ type: 'number', value: 4 });
	});
});
