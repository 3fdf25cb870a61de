import { describe, expect, test } from 'vitest';
import { HIDDEN_WORDS } from '$lib/domain/words/side-words';
import { computeTrendFigures } from '$lib/domain/scoring/trend-figures';
import { figuresCsv } from '$lib/exchange/spreadsheet/csv';
import { spreadsheetOf } from '$lib/exchange/spreadsheet/model';
import { workshop, type Sheet as Answers } from '../../../builders/workshop';
import { aFrame } from '../../../builders/frame';
import { readCsv } from './csv-reader';
import { commitment, inputOf, rowsOf, sheetNamed } from '../../../builders/spreadsheet-input';

/** Gemeente: 4, 11/3 and 8/3, so 31/9. Verenigingen answered together: 2. */
const open = () =>
	workshop({ basishouding: { openheid: 3 } })
		.group('gemeente', 'Gemeente')
		.group('vereniging', 'Verenigingen')
		.answers('Gemeente', { openheid: [4, 4, 4] }, { openheid: [5, 3, 3] }, { openheid: [3, 3, 2] })
		.answersTogether('Verenigingen', { openheid: [2, '?', 2] });

const rows = (room: ReturnType<typeof workshop>, name: string, change = {}) =>
	rowsOf(sheetNamed(spreadsheetOf(inputOf(room, change)), name));

describe('an open measurement', () => {
	test('has the six sheets in order, each row as wide as its columns', () => {
		const sheets = spreadsheetOf(inputOf(open(), { commitments: [commitment()] }));

		expect(sheets.map((sheet) => sheet.name)).toEqual([
			'Overzicht',
			'Onderdelen',
			'Stellingen',
			'Antwoorden',
			'Afspraken',
			'Uitleg'
		]);
		for (const { columns, rows: cells } of sheets) {
			expect(cells.length).toBeGreaterThan(0);
			expect(cells.every((row) => row.length === columns.length)).toBe(true);
		}
	});

	test('says once what people answered about, in the words of each group', () => {
		const frame = aFrame();
		const room = open();
		const told = rows(room, 'Uitleg', { questionnaire: { ...room.questionnaire, frame } });

		expect(told).toContainEqual({ Wat: 'Vraag boven de stellingen', Uitleg: `${frame.question} ${frame.period}` });
		expect(told).toContainEqual({ Wat: 'Woorden voor Gemeente', Uitleg: frame.terms[0]?.text });
		expect(told).toContainEqual({ Wat: 'Woorden voor Verenigingen', Uitleg: frame.terms[1]?.text });
		expect(told).toContainEqual({ Wat: 'Middelste antwoord', Uitleg: frame.partly });
		expect(told).toContainEqual({ Wat: 'Antwoord naast de schaal', Uitleg: frame.unknown });
		expect(rows(room, 'Uitleg').map((row) => row['Wat'])).not.toContain('Vraag boven de stellingen');
	});

	test('says who measured, when and how many answered', () => {
		const overview = rows(open(), 'Overzicht');

		expect(overview).toContainEqual({ Gegeven: 'Overleg', Waarde: 'Kermis en cultuur' });
		expect(overview).toContainEqual({ Gegeven: 'Datum', Waarde: { day: '2026-03-19' } });
		expect(overview).toContainEqual({ Gegeven: 'Bladen van Gemeente', Waarde: 3 });
		expect(overview).toContainEqual({ Gegeven: 'Bladen van Verenigingen', Waarde: 0 });
		expect(overview).toContainEqual({ Gegeven: 'Thema basishouding: Gemeente', Waarde: 3.4444 });
		expect(overview).toContainEqual({ Gegeven: 'Thema basishouding: samenwerkingsscore', Waarde: 2.7222 });
	});

	test('has the figures of a dimension a group, worked out by hand', () => {
		const agreed = [{ measurementId: 'm', dimensionId: 'openheid', score: 3 as const, note: 'Na een lang gesprek' }];
		const start = { Thema: 'Thema basishouding', Onderdeel: 'Onderdeel openheid' };

		expect(rows(open(), 'Onderdelen', { agreed })).toEqual([
			{
				...start,
				Groep: 'Gemeente',
				Score: 3.4444,
				'Gebaseerd op': 'personen',
				n: 3,
				Laagste: 2.6667,
				Hoogste: 4,
				// Items: 4, 5, 3 → 2/3; 4, 3, 3 → 4/9; 4, 3, 2 → 2/3; their mean 16/27.
				Spreiding: 0.5926,
				Verdeeld: 'nee',
				'Gegeven antwoorden': 9,
				'Waarvan weet niet': 0,
				'Scores van personen': '2,6667 (1 ×); 3,6667 (1 ×); 4 (1 ×)'
			},
			{
				...start,
				Groep: 'Verenigingen',
				Score: 2,
				'Gebaseerd op': 'gezamenlijk antwoord',
				n: 0,
				'Gegeven antwoorden': 0,
				'Waarvan weet niet': 0,
				'Gezamenlijke score': 2
			},
			{
				...start,
				Groep: 'Samen (alle groepen)',
				Score: 2.7222,
				Niveau: 'midden',
				Verschil: 1.4444,
				'Verschil in woorden': 'groot verschil',
				'Gebaseerd op': 'gemiddelde van de groepen',
				'Afgesproken score': 3,
				'Notitie bij het gesprek': 'Na een lang gesprek'
			}
		]);
	});

	test('has the figures of an item a group', () => {
		const [first, second] = rows(open(), 'Stellingen');

		expect(first).toEqual({
			Thema: 'Thema basishouding',
			Onderdeel: 'Onderdeel openheid',
			Nummer: 1,
			Stelling: 'Stelling 1.',
			Groep: 'Gemeente',
			Gemiddelde: 4,
			n: 3,
			Spreiding: 0.6667,
			'Aantal keer 1': 0,
			'Aantal keer 2': 0,
			'Aantal keer 3': 1,
			'Aantal keer 4': 1,
			'Aantal keer 5': 1,
			'Aantal keer weet niet': 0
		});
		expect(second).toMatchObject({ Groep: 'Verenigingen', n: 0, 'Gezamenlijk antwoord': 2 });
	});

	test('has a row a response by id and not by arrival, and one for a joint answer', () => {
		const answers = rows(open(), 'Antwoorden');

		const ids = answers.flatMap(({ Blad: id }) => (typeof id === 'string' ? [id] : []));
		expect(ids).toHaveLength(3);
		expect(ids).toEqual([...ids].sort());
		expect(answers.map((row) => row['1. Stelling 1.'])).toEqual([3, 5, 4, 2]);
		expect(answers.at(-1)).toEqual({
			Groep: 'Verenigingen',
			Soort: 'gezamenlijk',
			'1. Stelling 1.': 2,
			'2. Stelling 2.': 'Weet niet',
			'3. Stelling 3.': 2
		});
	});

	test('has how each dimension goes beside last time, where that was asked', () => {
		const { measurement, responses } = inputOf(open());
		const change = {
			measurement: { ...measurement, asksTrend: true },
			responses: responses.map((response) => ({ ...response, trends: { openheid: 'worse' as const } }))
		};
		const column = 'Tegenover vorige keer: Onderdeel openheid';
		const told = (answers: ReturnType<typeof rows>) => answers.map((row) => row[column]);

		expect(told(rows(open(), 'Antwoorden', change))).toEqual(['minder goed', 'minder goed', 'minder goed', undefined]);
		expect(told(rows(open(), 'Antwoorden'))).toEqual([undefined, undefined, undefined, undefined]);
	});

	test('has the commitments with a real day', () => {
		const commitments = [commitment(), commitment({ by: '', who: '', dimensionId: null, status: 'done' })];

		expect(rows(open(), 'Afspraken', { commitments })).toEqual([
			{
				Wat: 'Samen koffie drinken',
				Wie: 'Jan en Els',
				'Tegen wanneer': { day: '2026-06-01' },
				Status: 'bezig',
				Onderdeel: 'Onderdeel openheid'
			},
			{ Wat: 'Samen koffie drinken', Status: 'gedaan' }
		]);
	});

	test.each(['2026-02-30', '1899-12-31', 'volgende week'])(
		'keeps %s as text, which is no day of a spreadsheet',
		(by) => {
			expect(rows(open(), 'Afspraken', { commitments: [commitment({ by })] })[0]?.['Tegen wanneer']).toBe(by);
		}
	);
});

describe('how it goes beside last time', () => {
	const columns = ['beter', 'gelijk', 'minder goed'].map((word) => `Tegenover vorige keer: ${word}`);

	/** Gemeente: four people chose better, better, same and nothing; of Verenigingen two chose something. */
	function asked(change: (room: ReturnType<typeof workshop>) => unknown = () => undefined) {
		const room = workshop({ basishouding: { openheid: 1 } })
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answers('Gemeente', ...[4, 3, 4, 5].map((mark) => ({ openheid: [mark as 3 | 4 | 5] })))
			.answers('Verenigingen', ...[4, 3, 4].map((mark) => ({ openheid: [mark as 3 | 4] })));
		change(room);
		const input = inputOf(room);
		const chosen = ['better', 'better', 'same', null, 'worse', 'worse', null] as const;
		const responses = input.responses.map((response, index) => {
			const trend = chosen[index];
			return { ...response, trends: trend ? { openheid: trend } : {} };
		});
		return {
			...input,
			responses,
			measurement: { ...input.measurement, asksTrend: true },
			trends: computeTrendFigures(room.questionnaire, room.groups, responses, room.privacy)
		};
	}
	const counted = (input: ReturnType<typeof asked>) =>
		rowsOf(sheetNamed(spreadsheetOf(input), 'Onderdelen')).map((row) => columns.map((name) => row[name]));

	test('is counted per dimension and group, and not over groups', () => {
		const input = asked();

		expect(counted(input)).toEqual([
			[2, 1, 0],
			[0, 0, 2],
			[undefined, undefined, undefined]
		]);
		const { columns: all, rows: cells } = sheetNamed(spreadsheetOf(input), 'Onderdelen');
		expect(cells.every((row) => row.length === all.length)).toBe(true);
		expect(rowsOf(sheetNamed(spreadsheetOf(input), 'Uitleg')).map((row) => row['Wat'])).toContain(
			'Tegenover vorige keer'
		);
	});

	test('is in the CSV as well', () => {
		const told = readCsv(figuresCsv(asked())).filter((row) => row[6]?.startsWith('Tegenover'));

		expect(told.map((row) => [row[5], row[6], row[7]])).toEqual([
			...columns.map((name, index) => ['Gemeente', name, ['2', '1', '0'][index]]),
			...columns.map((name, index) => ['Verenigingen', name, ['0', '0', '2'][index]])
		]);
	});

	test('is left empty, with the word, where too few of an anonymous group chose something', () => {
		const input = asked((room) => room.anonymous(3));

		expect(counted(input)).toEqual([
			[undefined, undefined, undefined],
			[undefined, undefined, undefined],
			[undefined, undefined, undefined]
		]);
		const [, hidden] = rowsOf(sheetNamed(spreadsheetOf(input), 'Onderdelen'));
		expect(hidden?.['Opmerking']).toContain(`tegenover vorige keer: ${HIDDEN_WORDS}`);
		const answers = JSON.stringify(sheetNamed(spreadsheetOf(input), 'Antwoorden'));
		expect(answers).not.toContain('vorige keer');
	});

	test('has no columns where it was not asked', () => {
		const [row] = sheetNamed(spreadsheetOf(inputOf(open())), 'Onderdelen').columns.slice(-1);

		expect(row?.name).toBe('Opmerking');
		expect(JSON.stringify(spreadsheetOf(inputOf(open())))).not.toContain('vorige keer');
	});
});

describe('an anonymous measurement', () => {
	const sheet = (points: Answers[string]): Answers => ({ openheid: points });
	/** Gemeente shows means; of Verenigingen two have a score, but the first item has three answers. */
	const anonymous = () =>
		workshop({ basishouding: { openheid: 3 } })
			.anonymous(3)
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answers('Gemeente', sheet([4, 4, 4]), sheet([5, 3, 3]), sheet([3, 3, 2]))
			.answers('Verenigingen', sheet([1, 1, 1]), sheet([1, 2, null]), sheet([2, null, null]));

	test('leaves the figures of a hidden group empty, with the word', () => {
		const [shown, hidden, together] = rows(anonymous(), 'Onderdelen');

		expect(shown).toMatchObject({ Groep: 'Gemeente', Score: 3.4444, n: 3 });
		expect(hidden).toEqual({
			Thema: 'Thema basishouding',
			Onderdeel: 'Onderdeel openheid',
			Groep: 'Verenigingen',
			Opmerking: HIDDEN_WORDS
		});
		expect(together).not.toHaveProperty('Score');
		expect(together).not.toHaveProperty('Niveau');
	});

	test('shows the means of a group that answered all, and of the other nothing', () => {
		const items = rows(anonymous(), 'Stellingen');
		const [shown] = items.filter((row) => row['Groep'] === 'Gemeente');
		const [hidden] = items.filter((row) => row['Groep'] === 'Verenigingen');

		expect(shown).toMatchObject({
			Gemiddelde: 4,
			n: 3,
			Opmerking: `aantallen per antwoord en spreiding: ${HIDDEN_WORDS}`
		});
		expect(shown).not.toHaveProperty('Spreiding');
		expect(hidden).toEqual({
			Thema: 'Thema basishouding',
			Onderdeel: 'Onderdeel openheid',
			Nummer: 1,
			Stelling: 'Stelling 1.',
			Groep: 'Verenigingen',
			Opmerking: HIDDEN_WORDS
		});
	});

	test('has counts from four times the threshold, and no rows of respondents, even when responses are handed to it', () => {
		const twelve = Array.from({ length: 4 }, () => [sheet([4, 4, 4]), sheet([5, 3, 3]), sheet([3, 3, 2])]).flat();
		const input = inputOf(anonymous().answers('Gemeente', ...twelve.slice(3)));
		const answers = rowsOf(sheetNamed(spreadsheetOf(input), 'Antwoorden'));

		expect(answers[2]).toEqual({
			Onderdeel: 'Onderdeel openheid',
			Nummer: 1,
			Stelling: 'Stelling 1.',
			'Stelling-id': 'openheid-1',
			Groep: 'Gemeente',
			Antwoord: '3 · 3',
			Aantal: 4
		});
		expect(answers.filter((row) => row['Opmerking'] === HIDDEN_WORDS)).toHaveLength(3);
		const everything = JSON.stringify(spreadsheetOf(input));
		for (const { id } of input.responses) expect(everything).not.toContain(id);
	});

	test('says how many left something open and are in none of the figures', () => {
		const six = Array.from({ length: 6 }, () => sheet([4, 4, 4]));
		const room = workshop({ basishouding: { openheid: 3 } })
			.anonymous(3)
			.group('gemeente', 'Gemeente')
			.answers('Gemeente', ...six, sheet([1, null, 1]));
		expect(rows(room, 'Onderdelen')[0]).toMatchObject({
			Score: 4,
			n: 6,
			Opmerking: `aantallen per antwoord en spreiding: ${HIDDEN_WORDS}; wie iets open liet, telt hier niet mee: 1`
		});
	});

	test('says which figures of a shown score are kept back', () => {
		const room = workshop({ basishouding: { openheid: 3 } })
			.anonymous(3)
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answers('Gemeente', sheet([4, 4, 4]), sheet([5, 3, null]), sheet([3, 3, 2]));

		const [side] = rows(room, 'Onderdelen');
		expect(side).toMatchObject({
			n: 3,
			Opmerking: `laagste, hoogste en scores van personen: ${HIDDEN_WORDS}; stellingen en spreiding: ${HIDDEN_WORDS}`
		});
		for (const name of ['Laagste', 'Hoogste', 'Scores van personen', 'Spreiding', 'Verdeeld'])
			expect(side).not.toHaveProperty(name);
	});
});
