import { describe, expect, test } from 'vitest';
import { buildComparisonReport } from '$lib/report/build-comparison-report';
import { comparisonSpreadsheet } from '$lib/exchange/comparison-sheets/comparison';
import type { Block, List, Report, Table } from '$lib/report/model/report-model';
import { makeComparisonPdf } from '$lib/report/pdf/report-pdf';
import { writeWorkbook } from '$lib/exchange/spreadsheet/workbook';
import { comparisonSource } from '../../builders/comparison-source';
import { commitment } from '../../builders/report-source';
import { compared, Workshop, workshop, type Mark } from '../../builders/workshop';
import { ofRole, readPdf } from '../../pdf-reader';
import { nextVersion } from '../domain/comparing/versions';
import { fonts } from './pdf/report-fonts';

const { questionnaire } = workshop({ basishouding: { openheid: 2, eigenheid: 1 }, regierol: { draagvlak: 1 } });
/** One statement of openheid is another. */
const newer = nextVersion(questionnaire, '1.1.0', { replace: { 'openheid-2': 'openheid-nieuw' } });

/** Each group by name, and the one point that its four people give everywhere. */
function year(date: string, sides: Readonly<Record<string, Mark>>, version = questionnaire) {
	const held = new Workshop(version);
	for (const [name, mark] of Object.entries(sides)) {
		held.group(name === 'Bestuur' ? 'gemeente' : 'vereniging', name);
		const sheet = { openheid: [mark, mark], eigenheid: [mark], draagvlak: [mark] };
		held.answers(name, sheet, sheet, sheet, sheet);
	}
	return held.occasion(date);
}

const comparison = compared(
	year('2023-09-01', { Bestuur: 3, Verenigingen: 2, Scholen: 5 }),
	year('2024-03-01', { Bestuur: 4, Verenigingen: 2, Scholen: 5 }),
	year('2026-03-01', { Bestuur: 4, Verenigingen: 3, Jeugdhuis: 1 }, newer)
);
const made = [
	commitment({ id: 'c1', measurementId: 'meting-2024-03-01', what: 'Samen de agenda maken', status: 'done' }),
	commitment({ id: 'c2', measurementId: 'meting-2024-03-01', what: 'Een vast aanspreekpunt', status: 'dropped' }),
	commitment({ id: 'c3', measurementId: 'meting-2026-03-01', what: 'Pas nu afgesproken' })
];
const source = comparisonSource(comparison, { from: 1, commitments: made });

const after = ({ blocks }: Report, heading: string): readonly Block[] =>
	blocks.slice(blocks.findIndex((block) => block.kind === 'heading' && block.text === heading) + 1);
const tableAfter = (report: Report, heading: string) =>
	after(report, heading).find((block): block is Table => block.kind === 'table');
const listAfter = (report: Report, heading: string) => {
	const [first] = after(report, heading);
	return first?.kind === 'list'
		? (first satisfies List).items.map((item) => item.map(({ text }) => text).join(''))
		: [];
};
const rowsOf = (table: Table | undefined) =>
	(table?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.map(({ text }) => text).join('') ?? ''));

describe('the report of a comparison', () => {
	const report = buildComparisonReport(source);
	const words = JSON.stringify(report.blocks);

	test('names its measurements, and the groups that «samen» is over', () => {
		expect(report.title).toBe('Vergelijking: Overleg aan de beek · 1 september 2023, 1 maart 2024 en 1 maart 2026');
		expect(words).toContain('Samen is hier over de groepen die er elke keer bij waren: Bestuur en Verenigingen.');
		expect(tableAfter(report, 'Alle cijfers')?.columns[1]?.title).toBe('Samen (Bestuur en Verenigingen)');
		expect(words).not.toContain('«Samen» is de samenwerkingsscore');
	});

	test('says what rose, fell and stayed low, with both figures', () => {
		// Bestuur 4 and 4, verenigingen 2 and 3: samen 3 and 3,5, with 4 × 4 × (1/4/4) / 4 = 1/4 against 1/4.
		expect(listAfter(report, 'Gestegen')[0]).toBe(
			'Onderdeel openheid: samen van 3,0 naar 3,5; Verenigingen van 2,0 naar 3,0.'
		);
		expect(after(report, 'Gedaald')[0]).toMatchObject({ kind: 'paragraph' });
		const low = buildComparisonReport(
			comparisonSource(
				compared(
					year('2025-03-01', { Bestuur: 3, Verenigingen: 2 }),
					year('2026-03-01', { Bestuur: 2, Verenigingen: 2 })
				)
			)
		);
		expect(listAfter(low, 'Gedaald')[1]).toBe('Onderdeel eigenheid: samen van 2,5 naar 2,0; Bestuur van 3,0 naar 2,0.');
		expect(listAfter(low, 'Laag gebleven')[1]).toBe('Onderdeel eigenheid: Verenigingen twee keer 2,0.');
	});

	test('tells of every agreement of the older measurements whether it was kept', () => {
		expect(words).toContain('Gemaakt bij de metingen van 1 september 2023 en 1 maart 2024: 1 gedaan en 1 vervallen');
		expect(rowsOf(tableAfter(report, 'Afspraken')).map(([what, status]) => [what, status])).toEqual([
			['Samen de agenda maken (Zoë)', 'gedaan'],
			['Een vast aanspreekpunt (Zoë)', 'vervallen']
		]);
		expect(words).not.toContain('Pas nu afgesproken');
		expect(JSON.stringify(buildComparisonReport(comparisonSource(comparison)).blocks)).toContain(
			'staan er geen afspraken op dit toestel'
		);
	});

	test('has the themes over the years, of samen and of each group', () => {
		expect(rowsOf(tableAfter(report, "Thema's over de jaren"))).toContainEqual([
			'Thema basishouding',
			'Samen (Bestuur en Verenigingen)',
			...['2,5', '3,0', '3,5']
		]);
		expect(rowsOf(tableAfter(report, "Thema's over de jaren"))).toContainEqual([
			'Thema regierol',
			'Jeugdhuis',
			'–',
			'–',
			'1,0'
		]);
	});

	test('shows at a glance which group came and which left', () => {
		expect(rowsOf(tableAfter(report, 'Wie deed mee?'))).toEqual([
			['Bestuur', '4 bladen', '4 bladen', '4 bladen'],
			['Verenigingen', '4 bladen', '4 bladen', '4 bladen'],
			['Jeugdhuis', 'deed niet mee', 'deed niet mee', '4 bladen'],
			['Scholen', '4 bladen', '4 bladen', 'deed niet mee']
		]);
	});

	test('says below each picture over which statements it is, and has the time to scale', () => {
		const lines = report.blocks.filter(
			(block) =>
				block.kind === 'paragraph' &&
				block.text[0]?.text === 'Alleen over de 3 stellingen die in elke vergeleken meting staan.'
		);
		expect(lines).toHaveLength(3);
		const plots = report.blocks.find((block) => block.kind === 'figure' && block.chart.kind === 'timelines');
		// 182 days, and 730 more.
		expect(plots).toMatchObject({ chart: { data: [{ data: { at: [0, 182 / 912, 1] } }, {}, {}] } });
		expect(listAfter(report, 'Over welke stellingen')).toEqual([]);
		expect(words).toContain('Gedeeltelijk te vergelijken: 2 stellingen tellen niet mee');
	});

	test('is a tagged file in which everything is read, also with page one too full for its picture', async () => {
		const { bytes } = await makeComparisonPdf(source, fonts, new Date('2026-03-20T10:00:00Z'));
		const pdf = await readPdf(bytes);
		expect([pdf.untagged, pdf.rasterImages, pdf.language]).toEqual([0, 0, 'nl-BE']);
		expect(ofRole(pdf.elements, 'Figure').every(({ alt }) => alt !== '')).toBe(true);
		expect(ofRole(pdf.elements, 'Figure')[0]?.alt).toContain('Van 2024 naar 2026');
		expect(pdf.pageTexts[0]).toContain('Wat steeg, wat daalde, wat bleef laag');
		expect(pdf.pageTexts[1]).toContain('Afspraken');
		const tight = buildComparisonReport(source, 2);
		expect(JSON.stringify(tight.blocks)).toContain('Het beeld begint op de volgende bladzijde.');
	}, 30_000);
});

describe('the workbook of a comparison', () => {
	const sheets = comparisonSpreadsheet(comparison);
	const sheet = (name: string) => {
		const found = sheets.find((one) => one.name === name);
		if (!found) throw new Error(`no sheet ${name}`);
		const names = found.columns.map((column) => column.name);
		return found.rows.map((row) => Object.fromEntries(row.map((cell, index) => [names[index] ?? '', cell])));
	};

	test('has one row a figure, with its measurement, ids and a number', () => {
		const figures = sheet('Cijfers');
		const samen = figures.filter((row) => row['Soort'] === 'samen' && row['Onderdeel-id'] === 'eigenheid');
		expect(samen.map((row) => [row['Meting-id'], row['Waarde']])).toEqual([
			['meting-2023-09-01', 2.5],
			['meting-2024-03-01', 3],
			['meting-2026-03-01', 3.5]
		]);
		const score = figures.find((row) => row['Soort'] === 'score' && row['Groep-id'] === 'jeugdhuis');
		expect(score).toMatchObject({
			'Meting-id': 'meting-2026-03-01',
			Datum: { day: '2026-03-01' },
			Waarde: 1,
			n: 4,
			'Gebaseerd op': 'personen'
		});
		expect(figures.every((row) => row['Waarde'] === null || typeof row['Waarde'] === 'number')).toBe(true);
		expect(figures.filter((row) => row['Soort'] === 'themascore samen')).toHaveLength(6);
	});

	test('has one row a statement and measurement, and says which count', () => {
		const statements = sheet('Stellingen');
		expect(statements).toHaveLength(12);
		const counting = statements.filter((row) => row['Onderdeel-id'] === 'openheid' && row['Telt mee'] === 'ja');
		expect(counting.map((row) => row['Stelling-id'])).toEqual(['openheid-1', 'openheid-1', 'openheid-1']);
	});

	test('has a sheet to read, with a column a measurement and what became of it', () => {
		expect(sheet('Vergelijking').filter((row) => row['Onderdeel'] === 'Onderdeel eigenheid')).toEqual([
			expect.objectContaining({
				'Van wie': 'Bestuur',
				'1 september 2023': 3,
				'1 maart 2026': 4,
				'In woorden': 'beter'
			}),
			expect.objectContaining({ 'Van wie': 'Verenigingen', '1 maart 2026': 3, 'Van eerste naar laatste': 1 }),
			expect.objectContaining({ 'Van wie': 'Jeugdhuis', '1 september 2023': null, '1 maart 2026': 1 }),
			expect.objectContaining({ 'Van wie': 'Scholen', '1 maart 2026': null }),
			expect.objectContaining({ 'Van wie': 'Samen (Bestuur en Verenigingen)', '1 maart 2026': 3.5 }),
			expect.objectContaining({ 'Van wie': 'Verschil tussen de groepen', '1 september 2023': 1, '1 maart 2026': 1 })
		]);
	});

	test('is a file that the app can write', async () => {
		expect((await writeWorkbook(sheets)).size).toBeGreaterThan(3000);
	});

	test('shows no figure that is kept back', () => {
		const few = () => {
			const held = new Workshop(questionnaire).anonymous(5).group('gemeente', 'Bestuur').group('vereniging', 'Clubs');
			held.answers('Bestuur', ...Array.from({ length: 2 }, () => ({ openheid: [4, 4] as const })));
			return held.answers('Clubs', ...Array.from({ length: 6 }, () => ({ openheid: [2, 2] as const })));
		};
		const hidden = compared(few().occasion('2025-01-01'), few().occasion('2026-01-01'));
		const [, figures] = comparisonSpreadsheet(hidden);
		const told = (figures?.rows ?? []).filter((row) => row.includes('bestuur') || row.includes('samen'));
		expect(told.length).toBeGreaterThan(0);
		expect(told.every((row) => row[12] === null && row[13] === null)).toBe(true);
	});
});
