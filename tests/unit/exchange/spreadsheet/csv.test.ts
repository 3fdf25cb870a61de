import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresCsv, writeCsv } from '$lib/exchange/spreadsheet/csv';
import { defuseEverywhere, defuseFormula } from '$lib/exchange/spreadsheet/formula-defusal';
import { runs } from '../../../property-runs';
import { cellsWith, cellsWithoutQuotes } from './any-csv-reader';
import { workshop } from '../../../builders/workshop';
import { readCsv } from './csv-reader';
import { inputOf } from '../../../builders/spreadsheet-input';

const room = () =>
	workshop({ basishouding: { openheid: 1 } })
		.group('gemeente', 'Gemeente "Noord"; centrum')
		.group('vereniging', '=Verenigingen()')
		.answers('Gemeente "Noord"; centrum', { openheid: [4] }, { openheid: [5] }, { openheid: [4] });

describe('the table of figures', () => {
	const rows = readCsv(figuresCsv(inputOf(room())));

	test('has a row a figure with a decimal comma, and a Belgian date', () => {
		expect(rows[0]?.join('|')).toBe('Overleg|Datum|Thema|Onderdeel|Stelling|Groep|Cijfer|Waarde|Opmerking');
		expect(rows[1]).toEqual([
			'Kermis en cultuur',
			'19/03/2026',
			'Thema basishouding',
			'Onderdeel openheid',
			'',
			'Gemeente "Noord"; centrum',
			'Score',
			'4,3333',
			''
		]);
		expect(rows.every((row) => row.length === 9)).toBe(true);
	});

	test('has the figures of items, and what is missing with its reason', () => {
		expect(rows.filter((row) => row[4] === 'Stelling 1.' && row[6] === 'Aantal keer 4')[0]?.[7]).toBe('2');
		expect(rows.filter((row) => row[5] === "'=Verenigingen()" && row[6] === 'n')[0]).toEqual(
			expect.arrayContaining(['0', 'te weinig antwoorden'])
		);
	});
});

describe('what a spreadsheet could take for a formula', () => {
	test.each([
		'=1+1',
		'+1',
		'-1',
		'@x',
		'\t=1',
		'\tx',
		'\rx',
		'\nx',
		'  =1+1',
		'\u00a0@x',
		'\u200b=1',
		'\u0000=1',
		'＝1+1'
	])('%j is defused', (text) => {
		const written = defuseFormula(text);
		expect(written).toMatch(/^'/);
		expect(readCsv(writeCsv([[text]]))).toEqual([[defuseEverywhere(text)]]);
	});

	test.each(['1+1', 'a=b', 'els@gent.be', "'s avonds", 'één – twee', '👩‍🌾', ''])('%j stays as it is', (text) => {
		expect(defuseFormula(text)).toBe(text);
	});

	test('a negative number stays a number', () => {
		expect(writeCsv([[-1.5, 2]])).toBe('\uFEFF-1,5;2\r\n');
	});
});

const COULD_BE_FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]/u;

describe.each([';', ',', '\t', '|'])('who reads the file with %j', (separator) => {
	const piece = fc.constantFrom(
		'=',
		'+1',
		'-',
		'@x',
		'＝',
		',',
		';',
		'\t',
		'|',
		'"',
		'""',
		"'",
		'\n',
		'\r\n',
		' ',
		'\u00a0',
		'\u200b',
		'a',
		'é',
		'1'
	);
	const anyText = fc.oneof(
		fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
		fc.string({ unit: 'grapheme' })
	);

	test('sees no formula, whatever people wrote', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.array(
						fc.oneof(
							{ weight: 5, arbitrary: anyText },
							{ weight: 1, arbitrary: fc.constant(null) },
							{ weight: 1, arbitrary: fc.constantFrom(4.25, 12) }
						),
						{ minLength: 1, maxLength: 4 }
					),
					{ minLength: 1, maxLength: 4 }
				),
				(table) => {
					const written = writeCsv(table);
					for (const cell of [...cellsWith(separator, written), ...cellsWithoutQuotes(separator, written)])
						expect(cell).not.toMatch(COULD_BE_FORMULA);
				}
			),
			{ numRuns: runs(500) }
		);
	});

	test.each(['a,=1+1,b', 'a;=1+1;b', '"",""=1+1', 'x,"=HYPERLINK(1)"', 'x\n=1', 'x, \u200b@y'])('nor in %j', (text) => {
		const written = writeCsv([['Els', text, 3]]);
		expect(
			[...cellsWith(separator, written), ...cellsWithoutQuotes(separator, written)].filter((cell) =>
				COULD_BE_FORMULA.test(cell)
			)
		).toEqual([]);
	});
});

test('any text comes back whole, and never begins as a formula', () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
			(table) => {
				const back = readCsv(writeCsv(table));
				expect(back).toEqual(table.map((row) => row.map(defuseEverywhere)));
				for (const field of back.flat()) expect(field).not.toMatch(/^[\s\p{C}]*[=+\-@]/u);
			}
		)
	);
});
