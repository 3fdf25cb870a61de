import { describe, expect, test } from 'vitest';
import { buildReport, TIGHTEST } from '$lib/report/build-report';
import type { ReportLength } from '$lib/report/model/report-model';
import { reportSource } from '../../../builders/report-source';
import { workshop, workshopWithClosing, type Workshop } from '../../../builders/workshop';

const QUESTION = 'Waarover wil je het vandaag zeker hebben?';
const plan = { basishouding: { openheid: 1, eigenheid: 1 } };
const room = () =>
	workshopWithClosing(plan)
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4] }, { openheid: [3] }, { openheid: [2] })
		.want('Gemeente', ['openheid'], ['openheid', 'eigenheid'], [])
		.answers('Verenigingen', { openheid: [2] })
		.want('Verenigingen', ['eigenheid']);

const blocksOf = (held: Workshop, length: ReportLength) => buildReport(reportSource(held), length).blocks;
const cellsOf = (held: Workshop) =>
	blocksOf(held, 'full').flatMap((block) =>
		block.kind === 'table' && block.caption.startsWith('Hoeveel mensen van een groep dit kozen')
			? block.rows.map(({ cells }) => cells.map((cell) => cell?.map(({ text }) => text).join('')))
			: []
	);
const textOf = (held: Workshop, length: ReportLength, tightness = { front: 0, summary: 0 }) =>
	JSON.stringify(buildReport(reportSource(held, { uniform }), length, tightness).blocks);
const uniform = [{ groupId: 'gemeente', count: 3 }];

describe('what people surely want to talk about', () => {
	test('stands in the full report as a table of each group', () => {
		expect(cellsOf(room())).toEqual([
			['Onderdeel openheid', '2 van 3', '0 van 1'],
			['Onderdeel eigenheid', '1 van 3', '1 van 1'],
			['Geen voorkeur', '1 van 3', '0 van 1']
		]);
	});

	test('leaves out a group that is kept back, and says so', () => {
		expect(cellsOf(room().anonymous(3)).map((cells) => cells.length)).toEqual([2, 2, 2]);
		expect(textOf(room().anonymous(3), 'full')).toContain(
			'Verenigingen: niet getoond, om niemand herkenbaar te maken.'
		);
	});

	test('is a sentence a group in the summary, which says where it is when there is no room', () => {
		expect(textOf(room(), 'summary')).toContain(
			'Gemeente: Onderdeel openheid (2 van 3) en Onderdeel eigenheid (1 van 3). Verenigingen: Onderdeel eigenheid (1 van 1).'
		);
		expect(textOf(room(), 'summary', TIGHTEST)).toContain(
			'Waarover mensen het wilden hebben, staat in het volledige verslag.'
		);
	});

	test('is nowhere when nobody was asked', () => {
		const held = workshop(plan)
			.group('gemeente', 'Gemeente')
			.answers('Gemeente', { openheid: [4] });
		for (const length of ['summary', 'full'] as const) expect(textOf(held, length)).not.toContain(QUESTION);
	});
});

test('page one says how many gave the same answer everywhere', () => {
	expect(textOf(room(), 'full')).toContain('Gemeente: 3 bladen gaven overal hetzelfde antwoord. Ze tellen gewoon mee.');
});
