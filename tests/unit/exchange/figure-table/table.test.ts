// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { codebookCsv } from '$lib/exchange/figure-table/codebook';
import { FIGURE_KINDS } from '$lib/exchange/figure-table/figure-kinds';
import { TABLE_COLUMNS } from '$lib/exchange/figure-table/table-columns';
import { TableCsv } from '$lib/exchange/figure-table/table-csv';
import { TableWorkbook } from '$lib/exchange/figure-table/table-workbook';
import type { TableInput } from '$lib/exchange/figure-table/table-row';
import { aPartnership } from '../../../builders/records';
import { inputOf } from '../../../builders/spreadsheet-input';
import { workshop, type Mark } from '../../../builders/workshop';
import { readCsv } from '../spreadsheet/csv-reader';
import { readTable, type ReadRow } from './read-table';

/** A measurement of a partnership: what each side answered about openheid. */
function measured(
	partnership: string,
	date: string,
	marks: Readonly<Record<'Gemeente' | 'Verenigingen', readonly Mark[]>>,
	changes: { id?: string; name?: string; threshold?: 3; groupName?: string } = {}
): TableInput {
	const room = workshop({ basishouding: { openheid: 1 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen');
	for (const side of ['Gemeente', 'Verenigingen'] as const)
		room.answers(side, ...marks[side].map((mark) => ({ openheid: [mark] })));
	if (changes.threshold) room.anonymous(changes.threshold);
	const groups = room.groups.map((group) =>
		group.id === 'gemeente' && changes.groupName ? { ...group, name: changes.groupName } : group
	);
	return inputOf(room, {
		partnership: aPartnership({ id: `id-${partnership}`, name: partnership }),
		measurement: room.measurement({
			id: changes.id ?? `${partnership}-${date}`,
			date,
			name: changes.name ?? '',
			groups
		})
	});
}

const two = { Gemeente: [4, 2], Verenigingen: [2, 2] } as const;
const better = { Gemeente: [5, 4], Verenigingen: [3, 4] } as const;

async function workbook(inputs: readonly TableInput[], mostRows?: number) {
	const writer = await TableWorkbook.begin(mostRows);
	for (const input of inputs) await writer.add(input);
	return readTable(await writer.finish([]));
}

async function csv(inputs: readonly TableInput[]): Promise<ReadRow[]> {
	const writer = new TableCsv();
	for (const input of inputs) await writer.add(input);
	return (await readTable(await writer.finish())).rows;
}

/** What a pivot does: the mean of the values, for each combination of these columns. */
function pivot(rows: readonly ReadRow[], kind: string, ...by: string[]): Record<string, number> {
	const cells = new Map<string, number[]>();
	for (const row of rows) {
		const value = row['Waarde'];
		if (row['Soort cijfer'] !== kind || typeof value !== 'number') continue;
		const key = by.map((name) => String(row[name] ?? '')).join(' · ');
		cells.set(key, [...(cells.get(key) ?? []), value]);
	}
	return Object.fromEntries([...cells].map(([key, all]) => [key, all.reduce((a, b) => a + b, 0) / all.length]));
}

describe('the table of everything', () => {
	test('makes a pivot without any cleaning: the mean of each dimension by year and role', async () => {
		const inputs = [
			measured('Beek', '2025-03-01', two),
			measured('Beek', '2026-03-01', better),
			measured('Dorp', '2026-05-01', two)
		];
		const expected = {
			'Onderdeel openheid · 2025 · gemeente': 3,
			'Onderdeel openheid · 2025 · vereniging': 2,
			// Beek 4.5 and Dorp 3; Beek 3.5 and Dorp 2.
			'Onderdeel openheid · 2026 · gemeente': 3.75,
			'Onderdeel openheid · 2026 · vereniging': 2.75
		};
		const by = ['score van de groep', 'Onderdeel', 'Jaar', 'Rol'] as const;

		expect(pivot((await workbook(inputs)).rows, ...by)).toEqual(expected);
		expect(pivot(await csv(inputs), ...by)).toEqual(expected);
	});

	test('keeps two measurements of one day apart, and a group that got another name together', async () => {
		const inputs = [
			measured('Beek', '2026-03-01', two, { id: 'eerste' }),
			measured('Beek', '2026-03-01', better, { id: 'tweede', groupName: 'Stad' })
		];
		const { rows } = await workbook(inputs);

		expect(pivot(rows, 'samenwerkingsscore', 'Meting-id')).toEqual({ eerste: 2.5, tweede: 4 });
		expect(pivot(rows, 'score van de groep', 'Groep-id')).toEqual({ gemeente: 3.75, verenigingen: 2.75 });
		expect(Object.keys(pivot(rows, 'score van de groep', 'Groep'))).toEqual(['Gemeente', 'Verenigingen', 'Stad']);
	});

	test('numbers people anew in each measurement, by a code of chance, and never of an anonymous one', async () => {
		const people = { Gemeente: [5, 4, 1], Verenigingen: [2, 2, 2] } as const;
		const rows = await csv([
			measured('Beek', '2025-03-01', people),
			measured('Beek', '2026-03-01', people),
			measured('Dorp', '2026-03-01', people, { threshold: 3 })
		]);
		const answers = rows.filter((row) => row['Soort cijfer'] === 'antwoord');

		expect(answers.map((row) => [row['Jaar'], row['Respondent'], row['Waarde']])).toEqual([
			// The builder gives a lower code the later someone came: the last one comes first.
			...[2025, 2026].flatMap((year) => [2, 2, 2, 1, 4, 5].map((value, index) => [year, index + 1, value]))
		]);
		expect(rows.filter((row) => row['Overleg'] === 'Dorp' && row['Respondent'] !== undefined)).toEqual([]);
	});

	test('says of a figure that is kept back that it is, and has no value there', async () => {
		const rows = await csv([
			measured('Dorp', '2026-03-01', { Gemeente: [5, 4, 1], Verenigingen: [2, 2] }, { threshold: 3 })
		]);
		const scores = rows.filter((row) => row['Soort cijfer'] === 'score van de groep');

		expect(scores).toMatchObject([
			{ Groep: 'Gemeente', Waarde: 3.3333, n: 3, Verborgen: 'nee' },
			{ Groep: 'Verenigingen', Verborgen: 'ja' }
		]);
		expect(rows.filter((row) => row['Verborgen'] === 'ja' && (row['Waarde'] ?? row['n']) !== undefined)).toEqual([]);
		expect(rows.find((row) => row['Soort cijfer'] === 'samenwerkingsscore')).toMatchObject({ Verborgen: 'ja' });
	});

	test('has no formula in it, whatever people called something', async () => {
		const hostile = '=HYPERLINK("http://x");+1';
		const inputs = [measured(hostile, '2026-03-01', two, { name: '@som', groupName: "-1'<&>" })];
		const { rows } = await workbook(inputs);

		expect(rows[0]).toMatchObject({ Overleg: `'${hostile}`, Meting: "'@som", Groep: "'-1'<&>" });
		expect((await csv(inputs))[0]).toMatchObject({ Overleg: `'=HYPERLINK("http://x");'+1`, Meting: "'@som" });
	});

	test('goes on on a next sheet with the same headings, each filtered and printed as the first', async () => {
		const { rows, sheets } = await workbook([measured('Beek', '2026-03-01', two)], 20);
		const of = sheets.filter(({ name }) => name.startsWith('Cijfers'));

		expect(rows).toEqual(await sorted());
		expect(of.map(({ name }) => name).slice(0, 2)).toEqual(['Cijfers', 'Cijfers 2']);
		expect(of[0]?.filter).toBe('A1:Y20');
		for (const { cells, frozen, print, widths } of of) {
			expect(TABLE_COLUMNS.map((_, index) => cells.get(`${String.fromCharCode(65 + index)}1`))).toEqual(
				TABLE_COLUMNS.map(({ name }) => ({ type: 'text', value: name }))
			);
			expect(frozen).toBe('A2');
			expect(widths).toEqual(TABLE_COLUMNS.map(({ width }) => width));
			expect(print).toMatchObject({ orientation: 'landscape', fits: true });
		}

		/** The same rows on one sheet. */
		async function sorted() {
			return (await workbook([measured('Beek', '2026-03-01', two)])).rows;
		}
	});

	test('explains each column and kind, and names what is not in it', async () => {
		const writer = await TableWorkbook.begin();
		await writer.add(measured('Beek', '2026-03-01', two));
		const leftOut = [
			{
				partnership: { name: 'Dorp' },
				measurement: { id: 'm', name: 'Voorjaar', date: '2026-04-02' },
				why: 'anoniem en nog open'
			}
		];
		const { sheets } = await readTable(await writer.finish(leftOut));
		const told = (name: string) =>
			[...(sheets.find((sheet) => sheet.name === name)?.cells ?? [])].map(([, cell]) => 'value' in cell && cell.value);

		expect(sheets.map(({ name }) => name)).toEqual(['Cijfers', 'Codeboek', 'Soorten', 'Niet in de tabel']);
		expect(told('Codeboek')).toEqual(expect.arrayContaining(TABLE_COLUMNS.map(({ name }) => name)));
		expect(told('Soorten')).toEqual(expect.arrayContaining(Object.entries(FIGURE_KINDS).flat()));
		expect(told('Niet in de tabel').slice(3)).toEqual(['Dorp', 'Voorjaar, 2 april 2026', 'anoniem en nog open']);
		const names = readCsv(codebookCsv()).map(([, name]) => name);
		expect(names).toEqual(
			expect.arrayContaining([...TABLE_COLUMNS.map(({ name }) => name), ...Object.keys(FIGURE_KINDS)])
		);
	});
});
