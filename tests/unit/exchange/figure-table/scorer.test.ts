// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreRows } from '$lib/domain/words/score-rows';
import { figureRows } from '$lib/exchange/figure-table/table-cells';
import { TableCsv } from '$lib/exchange/figure-table/table-csv';
import { TableWorkbook } from '$lib/exchange/figure-table/table-workbook';
import { figuresCsv } from '$lib/exchange/spreadsheet/csv';
import { spreadsheetOf } from '$lib/exchange/spreadsheet/model';
import { writeWorkbook } from '$lib/exchange/spreadsheet/workbook';
import { scoreTable } from '$lib/report/sections/score-table';
import { reportSource } from '../../../builders/report-source';
import { roomOf, tableInputOf } from '../../../builders/worlds/scored-world';
import { runs } from '../../../property-runs';
import { asRow, expectedRows, type ExpectedRow } from '../../../scorer/expected-rows';
import type { World } from '../../../scorer/scorer';
import { isShownAs } from '../../../scorer/shown';
import { anyWorld } from '../../../scorer/worlds';
import { readCsv } from '../spreadsheet/csv-reader';
import { readTable, type ReadRow } from './read-table';
import { readWorkbook } from '../spreadsheet/xlsx-reader';

/** What an independent scorer says, made from docs/scoring.md alone: tests/scorer/README.md. */

function assertWorlds(count: number, hold: (world: World) => Promise<void> | void) {
	return fc.assert(
		fc.asyncProperty(anyWorld, async (world) => {
			await hold(world);
		}),
		{ numRuns: runs(count) }
	);
}

const inOrder = (rows: readonly ExpectedRow[]) => [...rows].sort();
const numberOf = (cell: ReadRow[string] | undefined) => (typeof cell === 'number' ? cell : null);
const textOf = (cell: ReadRow[string] | undefined) => (cell === undefined ? '' : String(cell));
const rowOf = (row: ReadRow): ExpectedRow =>
	asRow(
		{
			group: textOf(row['Groep-id']),
			theme: textOf(row['Thema-id']),
			dimension: textOf(row['Onderdeel-id']),
			item: textOf(row['Stelling-id']),
			respondent: textOf(row['Respondent'])
		},
		textOf(row['Soort cijfer']),
		numberOf(row['Waarde']),
		numberOf(row['n']),
		row['Verborgen'] === 'ja'
	);

describe('whatever people answered, a second scorer finds the same', () => {
	test('in the one table, row by row and no row more', async () => {
		await assertWorlds(60, (world) => {
			const rows = [...figureRows(tableInputOf(world))].map((row) =>
				asRow(
					{
						group: row.groupId ?? '',
						theme: row.theme?.id ?? '',
						dimension: row.dimension?.id ?? '',
						item: row.item?.id ?? '',
						respondent: row.respondent === null ? '' : String(row.respondent)
					},
					row.kind,
					row.value,
					row.n,
					row.hidden
				)
			);
			expect(inOrder(rows)).toEqual(inOrder(expectedRows(world)));
		});
	});

	test('in the one table as a CSV and as a workbook, read again', async () => {
		await assertWorlds(3, async (world) => {
			const expected = inOrder(expectedRows(world));
			for (const writer of [new TableCsv(), await TableWorkbook.begin(200)]) {
				await writer.add(tableInputOf(world));
				const { rows } = await readTable(await writer.finish([]));
				expect(inOrder(rows.map(rowOf))).toEqual(expected);
			}
		});
	});

	test('on the screen and in the report: within what one decimal can say', async () => {
		await assertWorlds(30, (world) => {
			const input = tableInputOf(world);
			const screen = scoreRows(input);
			const { result } = reportSource(roomOf(world));
			const report = scoreTable({ ...result, agreed: input.agreed }, 'n');
			for (const [index, row] of screen.entries()) {
				const shown = [...row.sides.map(({ score }) => score), row.together.score, row.gap?.size ?? null];
				const exact = [
					...world.groups.map(({ id }) => valueOf(world, 'score van de groep', row.id, id)),
					valueOf(world, 'samenwerkingsscore', row.id),
					valueOf(world, 'verschil', row.id)
				];
				expect(shown.map(isNear(exact))).toEqual(shown.map(() => true));
				const cells = report.rows[index]?.cells.map((inlines) => inlines?.[0]?.text ?? '').slice(1, shown.length + 1);
				expect(cells?.map((text, place) => (shown[place] === null ? shown[place] : text))).toEqual(shown);
			}
		});
	});

	test('in the workbook and the CSV of one measurement', async () => {
		await assertWorlds(5, async (world) => {
			const input = { ...tableInputOf(world), commitments: [] };
			const [, dimensions, statements] = await readWorkbook(await writeWorkbook(spreadsheetOf(input)));
			const csv = readCsv(figuresCsv(input)).slice(1);
			const named = new Map(input.measurement.groups.map(({ id, name }) => [name, id]));
			const found = [...sheetFigures(dimensions, named), ...sheetFigures(statements, named)].sort();
			expect(found).toEqual(expectedFigures(world));
			const inCsv = csv.flatMap((row) => csvFigure(row, named)).sort();
			expect(inCsv).toEqual(expectedFigures(world));
		});
	});
});

function valueOf(world: World, kind: string, dimension: string, group = ''): number | null {
	const row = expectedRows(world)
		.map((text) => text.split(' | '))
		.find((cells) => cells[0] === group && cells[2] === dimension && cells[3] === '' && cells[5] === kind);
	return row === undefined || row[6] === '–' ? null : Number(row[6]);
}

const isNear =
	(exact: readonly (number | null)[]) =>
	(text: string | null, index: number): boolean => {
		const value = exact[index] ?? null;
		return text === null || value === null ? text === null && value === null : isShownAs(value, text);
	};

/** What the sheets and the CSV of one measurement call what the table has as a kind. */
const names: Readonly<Record<string, string>> = {
	Score: 'score van de groep',
	Verschil: 'verschil',
	Laagste: 'laagste score',
	Hoogste: 'hoogste score',
	Gemiddelde: 'gemiddelde van de stelling',
	'Gezamenlijke score': 'gezamenlijke score',
	'Afgesproken score': 'afgesproken score',
	'Aantal keer weet niet': 'aantal keer weet niet',
	...Object.fromEntries([1, 2, 3, 4, 5].map((point) => [`Aantal keer ${point}`, `aantal keer ${point}`])),
	'Tegenover vorige keer: beter': 'vindt het beter',
	'Tegenover vorige keer: gelijk': 'vindt het gelijk',
	'Tegenover vorige keer: minder goed': 'vindt het minder goed'
};

function figure(
	cells: Readonly<Record<string, string>>,
	column: string,
	value: number,
	groups: ReadonlyMap<string, string>
) {
	const kind = names[column];
	if (kind === undefined) return [];
	const group = groups.get(cells['Groep'] ?? '') ?? '';
	const isTogether = kind === 'score van de groep' && group === '';
	const dimension = (cells['Onderdeel'] ?? '').replace('Onderdeel ', '');
	const item = cells['Stelling'] ? `${dimension}-${/\d+/.exec(cells['Stelling'])?.[0]}` : '';
	return [[group, dimension, item, isTogether ? 'samenwerkingsscore' : kind, value].join(' | ')];
}

function sheetFigures(
	sheet: Awaited<ReturnType<typeof readWorkbook>>[number] | undefined,
	groups: ReadonlyMap<string, string>
) {
	const rows = new Map<string, Record<string, string>>();
	const columns = new Map<string, string>();
	for (const [address, cell] of sheet?.cells ?? []) {
		const [, column = '', row = ''] = /([A-Z]+)(\d+)/.exec(address) ?? [];
		const value = cell.type === 'formula' ? '' : String(cell.value);
		if (row === '1') columns.set(column, value);
		else rows.set(row, { ...rows.get(row), [columns.get(column) ?? '']: value });
	}
	return [...rows.values()].flatMap((cells) =>
		Object.entries(cells).flatMap(([column, value]) => figure(cells, column, Number(value), groups))
	);
}

function csvFigure(row: readonly string[], groups: ReadonlyMap<string, string>) {
	const [, , , dimension = '', statement = '', group = '', column = '', value = ''] = row;
	return figure(
		{ Groep: group, Onderdeel: dimension, Stelling: statement },
		column,
		Number(value.replace(',', '.')),
		groups
	);
}

/** Of the kinds that those files have, what is not hidden and has a value. */
function expectedFigures(world: World): string[] {
	const known = new Set([...Object.values(names), 'samenwerkingsscore']);
	return expectedRows(world)
		.map((text) => text.split(' | '))
		.filter(([, , , , , kind = '', value]) => known.has(kind) && value !== '–')
		.map(([group, , dimension, item, , kind, value]) => [group, dimension, item, kind, value].join(' | '))
		.sort();
}
