import { describe, expect, test } from 'vitest';
import type { SheetCell } from '$lib/domain/drafting/sheet-cell';
import { sheetColumns } from '$lib/domain/drafting/sheet-columns';
import { draftFromSheet } from '$lib/domain/drafting/sheet-draft';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { questionnaireTemplate } from '$lib/exchange/questionnaire-sheet/questionnaire-template';

let digits = 0;
const chance = () => (digits++).toString(16).padStart(10, '0');
const headings = sheetColumns.map(({ name }) => name);
const read = (...rows: SheetCell[][]) => draftFromSheet([headings, ...rows], chance);

function goodOf(...rows: SheetCell[][]) {
	const outcome = read(...rows);
	if (outcome.kind === 'refused') throw new Error(outcome.problems.join('\n'));
	return outcome.content;
}

function problemsOf(...rows: SheetCell[][]) {
	const outcome = read(...rows);
	return outcome.kind === 'refused' ? outcome.problems : [];
}

describe('the rows of a workbook', () => {
	test('become themes, dimensions, statements and tips; an empty name is the one above', () => {
		const content = goodOf(
			[
				'Feest',
				'Vooraf',
				'We bellen.',
				'Bijvoorbeeld: elke week.',
				'Bel op.',
				'Neem de lijst.',
				'Verslag',
				'Punt 1',
				'Het.'
			],
			[null, null, 'We mailen.', 'Bijvoorbeeld: samen.'],
			[null, null, null, null, 'Schrijf op.', null, 'Verslag'],
			[null, null, null, null],
			[null, 'Achteraf', 'We ruimen op.']
		);

		const dimensions = dimensionsOf(content).map(({ dimension, theme }) => [theme.name, dimension.name]);
		expect(dimensions).toEqual([
			['Feest', 'Vooraf'],
			['Feest', 'Achteraf']
		]);
		expect(itemsOf(content).map(({ statement }) => statement)).toEqual(['We bellen.', 'We mailen.', 'We ruimen op.']);
		const tips = content.themes[0]?.dimensions[0]?.tips ?? [];
		expect(tips.map(({ action, citations }) => [action, citations[0]?.source])).toEqual([
			['Bel op.', content.sources[0]?.id],
			['Schrijf op.', content.sources[0]?.id]
		]);
		expect(content.sources.map(({ shortTitle }) => shortTitle)).toEqual(['Verslag']);
	});

	test('those of the template itself are read', () => {
		const [sheet] = questionnaireTemplate();
		const rows = sheet?.rows.map((row) => row.map((cell) => (typeof cell === 'string' && cell !== '' ? cell : null)));

		expect(itemsOf(goodOf(...(rows ?? [])))).toHaveLength(3);
	});
});

describe('the language', () => {
	const statement = ['Feest', 'Vooraf', 'We bellen.', null, null, null, null, null, null];
	const inLanguage = (...cells: SheetCell[]) =>
		cells.map((cell, index) => [...statement.with(2, `We bellen ${index} keer.`), cell]);

	test.each([
		['Frans', 'fr', 'Pas du tout vrai'],
		[' ENGELS ', 'en', 'Not true at all'],
		['fr', 'fr', 'Pas du tout vrai'],
		['Nederlands', undefined, 'Klopt helemaal niet'],
		[null, undefined, 'Klopt helemaal niet']
	])('%s: the words that the questionnaire begins with are in it', (cell, language, point) => {
		const content = goodOf(...inLanguage(cell, null));

		expect(content.language).toBe(language);
		expect(content.scale.points[0]).toBe(point);
	});

	test('is found in any row, also one in which nothing else stands, and may stand in all', () => {
		expect(goodOf(...inLanguage(null), [...statement.map(() => null), 'Frans']).language).toBe('fr');
		expect(goodOf(...inLanguage('Frans', 'fr')).language).toBe('fr');
	});

	test('a workbook made before there was a column for it is in Dutch', () => {
		const outcome = draftFromSheet([headings.slice(0, -1), statement], chance);
		expect(outcome.kind === 'good' && 'language' in outcome.content).toBe(false);
	});

	test('a wrong one names its cell, beside all else that is wrong', () => {
		const long = 'De taal van iedereen die hier woont';
		expect(
			problemsOf(...inLanguage('Duits', 12, 'Frans', 'nl', long), [null, null, null, 'Bijvoorbeeld: zo.'])
		).toEqual([
			'rij 2, kolom Taal: «Duits» kennen we niet. Vul Nederlands, Frans of Engels in.',
			'rij 3, kolom Taal: hier hoort tekst, en er staat een getal.',
			'rij 5, kolom Taal: Nederlands, en in rij 4 staat Frans. Kies één taal.',
			'rij 6, kolom Taal: «De taal van iedereen die hier …» kennen we niet. Vul Nederlands, Frans of Engels in.',
			'rij 7, kolom Stelling: leeg. Vul een stelling of een tip in.',
			'rij 7, kolom Voorbeeld: er staat geen stelling bij dit voorbeeld.'
		]);
	});
});

describe('wrong cells', () => {
	test('are named all at once, each with its row and column', () => {
		expect(
			problemsOf(
				[null, 'Vooraf', 'We bellen.'],
				['Feest', null, 'We mailen.', 12],
				['Feest', 'Vooraf', 'x'.repeat(301)],
				['Feest', 'Vooraf', null, 'Bijvoorbeeld: zo.'],
				['Feest', 'Vooraf', 'we bellen.'],
				['Feest', 'Vooraf', 'Een \u202E stelling']
			)
		).toEqual([
			'rij 3, kolom Voorbeeld: hier hoort tekst, en er staat een getal.',
			'rij 4, kolom Stelling: 301 tekens, en hoogstens 300.',
			'rij 7, kolom Stelling: er zit een onzichtbaar teken in (U+202E). Typ de tekst opnieuw.',
			'rij 2, kolom Thema: leeg, en erboven staat er geen.',
			'rij 3, kolom Onderdeel: leeg, en erboven staat er geen van dit thema.',
			'rij 5, kolom Stelling: leeg. Vul een stelling of een tip in.',
			'rij 5, kolom Voorbeeld: er staat geen stelling bij dit voorbeeld.',
			'rij 6, kolom Stelling: dezelfde als in rij 2.'
		]);
	});

	test('headings that are missing or unknown come first', () => {
		const outcome = draftFromSheet([['Thema', 'Onderwerp', 'stelling ', 'Voorbeeld']], chance);

		expect(outcome).toEqual({
			kind: 'refused',
			problems: [
				'rij 1: de kolom «Onderdeel» ontbreekt.',
				'rij 1: de kolom «Tip» ontbreekt.',
				'rij 1: de kolom «Onderwerp» kennen we niet, of ze staat er twee keer.'
			]
		});
		expect(read()).toEqual({ kind: 'refused', problems: ['Er staat nog niets onder de koppen.'] });
	});

	test('more statements than a questionnaire may have', () => {
		const rows = Array.from({ length: 501 }, (_, index) => ['Feest', 'Vooraf', `Stelling ${index}`]);
		expect(problemsOf(...rows)).toEqual(['Dit zijn 501 stellingen; hoogstens 500.']);
	});
});
