import { describe, expect, test } from 'vitest';
import { HIDDEN_WORDS } from '$lib/domain/words/side-words';
import { figuresCsv } from '$lib/exchange/spreadsheet/csv';
import { spreadsheetOf } from '$lib/exchange/spreadsheet/model';
import { inputOf, rowsOf, sheetNamed } from '../../../builders/spreadsheet-input';
import { workshop, workshopWithClosing, type Workshop } from '../../../builders/workshop';
import { readCsv } from './csv-reader';

const plan = { basishouding: { openheid: 1, eigenheid: 1 } };
const rows = (room: Workshop, name: string) => rowsOf(sheetNamed(spreadsheetOf(inputOf(room)), name));

/** Two of the municipality chose openheid, one of them eigenheid as well, one nothing; the associations together. */
const open = () =>
	workshopWithClosing(plan)
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4] }, { openheid: [3] }, { openheid: [2] }, { openheid: [1] })
		.want('Gemeente', ['openheid'], ['openheid', 'eigenheid'], [], undefined)
		.answersTogether('Verenigingen', { openheid: [2] })
		.wantTogether('Verenigingen', ['eigenheid']);

describe('the closing question', () => {
	test('has a sheet of its own: each group on each dimension, and no preference', () => {
		const counts = { Groep: 'Gemeente', 'Van hoeveel mensen': 3 };
		const together = (said: string) => ({ Groep: 'Verenigingen', 'Samen gekozen': said });
		expect(rows(open(), 'Slotvraag')).toEqual([
			{ Onderdeel: 'Onderdeel openheid', ...counts, 'Gekozen door': 2 },
			{ Onderdeel: 'Onderdeel openheid', ...together('nee') },
			{ Onderdeel: 'Onderdeel eigenheid', ...counts, 'Gekozen door': 1 },
			{ Onderdeel: 'Onderdeel eigenheid', ...together('ja') },
			{ Onderdeel: 'Geen voorkeur', ...counts, 'Gekozen door': 1 },
			{ Onderdeel: 'Geen voorkeur', ...together('nee') }
		]);
		expect(rows(open(), 'Uitleg').map((row) => row['Wat'])).toContain('Blad Slotvraag');
	});

	test('of a group that answered nothing else together has its row', () => {
		const room = workshopWithClosing(plan).group('gemeente', 'Gemeente').group('vereniging', 'Verenigingen');
		room
			.answers('Gemeente', { openheid: [4] })
			.answersTogether('Verenigingen', {})
			.wantTogether('Verenigingen', ['openheid']);

		expect(rows(room, 'Antwoorden').at(-1)).toMatchObject({
			Groep: 'Verenigingen',
			Soort: 'gezamenlijk',
			'Waarover wil je het vandaag zeker hebben?': 'Onderdeel openheid'
		});
	});

	test('stands with each response of an open measurement, and with what a group answered together', () => {
		const chosen = rows(open(), 'Antwoorden').map((row) => row['Waarover wil je het vandaag zeker hebben?']);

		expect(chosen).toHaveLength(5);
		expect(new Set(chosen)).toEqual(
			new Set([
				'Onderdeel openheid',
				'Onderdeel openheid; Onderdeel eigenheid',
				'geen voorkeur',
				undefined,
				'Onderdeel eigenheid'
			])
		);
		expect(chosen.at(-1)).toBe('Onderdeel eigenheid');
	});

	test('is in the long table as well', () => {
		const found = readCsv(figuresCsv(inputOf(open()))).filter((row) => row.includes('Gekozen door'));

		expect(found.map((row) => [row[3], row[5], row[7]])).toEqual([
			['Onderdeel openheid', 'Gemeente', '2'],
			['Onderdeel eigenheid', 'Gemeente', '1'],
			['Geen voorkeur', 'Gemeente', '1']
		]);
	});

	test('has no number of a group that is kept back, and no response', () => {
		const room = open().anonymous(5);

		expect(rows(room, 'Slotvraag')).toEqual([
			{ Groep: 'Gemeente', Opmerking: HIDDEN_WORDS },
			{ Groep: 'Verenigingen', Opmerking: HIDDEN_WORDS }
		]);
		expect(rows(room, 'Antwoorden').some((row) => 'Waarover wil je het vandaag zeker hebben?' in row)).toBe(false);
	});

	test('has no sheet where nobody was asked', () => {
		const room = workshop(plan)
			.group('gemeente', 'Gemeente')
			.answers('Gemeente', { openheid: [4] });

		expect(spreadsheetOf(inputOf(room)).map(({ name }) => name)).not.toContain('Slotvraag');
	});
});

test('who gave the same answer everywhere is counted in the overview, without the answer', () => {
	const sheets = spreadsheetOf(inputOf(open(), { uniform: [{ groupId: 'gemeente', count: 3 }] }));

	expect(rowsOf(sheetNamed(sheets, 'Overzicht'))).toContainEqual({
		Gegeven: 'Overal hetzelfde antwoord: Gemeente',
		Waarde: 3,
		Toelichting: 'bladen met één antwoord op elke stelling; ze tellen gewoon mee'
	});
});
