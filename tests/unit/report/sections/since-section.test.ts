import { describe, expect, test } from 'vitest';
import { computeComparison } from '$lib/domain/comparing/comparison';
import { buildReport } from '$lib/report/build-report';
import type { Block, Table } from '$lib/report/model/report-model';
import type { Previous } from '$lib/report/model/report-source';
import { workshop } from '../../../builders/workshop';
import { commitment, reportSource } from '../../../builders/report-source';

const plan = { basishouding: { openheid: 1, eigenheid: 1 } };
const year = (gemeente: 1 | 2 | 3 | 4 | 5) =>
	workshop(plan)
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answersTogether('Gemeente', { openheid: [gemeente], eigenheid: [3] })
		.answersTogether('Verenigingen', { openheid: [3], eigenheid: [3] });

const before = year(2);
const now = year(5);
const previous: Previous = {
	date: '2025-03-20',
	skipped: [],
	ids: ['vorige'],
	comparison: computeComparison([before.occasion('2025-03-20'), now.occasion('2026-03-19')]),
	overTime: null
};

const textOf = (block: Block): string => JSON.stringify(block);
const tableAfter = (blocks: readonly Block[], heading: string): Table | undefined => {
	const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
	return blocks.slice(start).find((block): block is Table => block.kind === 'table');
};
const words = (cells: Table['rows'][number]['cells']) =>
	cells.map((cell) => cell?.map(({ text }) => text).join('') ?? '');

describe('the page «Sinds de vorige meting»', () => {
	const reviewed = commitment({
		id: 'oud',
		measurementId: 'vorige',
		what: 'Samen koffie drinken',
		status: 'done',
		note: 'Elke maand.'
	});
	const report = buildReport(reportSource(now, { previous, commitments: [reviewed] }), 'full');

	test('gives each score then and now, and says once that joint answers get no verdict', () => {
		const table = tableAfter(report.blocks, 'Sinds de vorige meting');
		expect(table?.caption).toContain('Gezamenlijke antwoorden krijgen cijfers en geen oordeel');
		// Gemeente 2 then 5, Verenigingen 3 both times: together 2,5 then 4.
		expect(words(table?.rows[0]?.cells ?? [])).toEqual([
			'Onderdeel openheid',
			'2,5 naar 4,0 (+1,5)',
			'2,0 naar 5,0 (+3,0)',
			'3,0 naar 3,0 (0)'
		]);
	});

	test('has the picture of both measurements, with the same words for who cannot see it', () => {
		const picture = report.blocks.find((block) => block.kind === 'figure' && block.chart.kind === 'shift');
		expect(picture).toMatchObject({
			chart: { data: { before: '2025', after: '2026' } },
			description: expect.stringContaining('Onderdeel openheid: Gemeente van 2,0 naar 5,0, samen geantwoord')
		});
	});

	test('has no picture where every score is kept back', () => {
		const few = () =>
			workshop(plan)
				.group('gemeente', 'Gemeente')
				.answers('Gemeente', { openheid: [3], eigenheid: [3] })
				.anonymous(5);
		const comparison = computeComparison([few().occasion('2025-03-20'), few().occasion('2026-03-19')]);
		const kept = buildReport(reportSource(few(), { previous: { ...previous, comparison } }), 'full');
		expect(kept.blocks.map(textOf).join(' ')).toContain('Sinds de vorige meting');
		expect(kept.blocks.some((block) => block.kind === 'figure' && block.chart.kind === 'shift')).toBe(false);
	});

	test('tells what became of what was agreed, and does not list that again', () => {
		const table = tableAfter(report.blocks, 'Wat werd er van de afspraken?');
		expect(words(table?.rows[0]?.cells ?? [])).toEqual(['Samen koffie drinken (Zoë)', 'gedaan', 'Elke maand.']);
		expect(report.blocks.filter((block) => textOf(block).includes('Samen koffie drinken'))).toHaveLength(1);
	});

	test('stands in a summary as a sentence', () => {
		const summary = buildReport(reportSource(now, { previous }), 'summary').blocks.map(textOf).join(' ');
		expect(summary).toContain('Sinds de meting van 20 maart 2025.');
		expect(summary).toContain('Onderdeel openheid');
	});

	test('is not there at a first measurement', () => {
		const first = buildReport(reportSource(now), 'full').blocks.map(textOf).join(' ');
		expect(first).not.toContain('Sinds de vorige meting');
	});

	test('says so when the previous measurement had another questionnaire', () => {
		const other = { ...previous, skipped: ['2025-03-20'], comparison: null };
		const text = buildReport(reportSource(now, { previous: other }), 'full')
			.blocks.map(textOf)
			.join(' ');
		expect(text).toContain(
			'De vorige meting was op 20 maart 2025. De meting van 20 maart 2025 vergelijken we niet: ze heeft een andere vragenlijst'
		);
	});
});
