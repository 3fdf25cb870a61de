// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeComparison } from '$lib/domain/comparing/comparison';
import { comparisonSpreadsheet } from '$lib/exchange/comparison-sheets/comparison';
import { writeWorkbook } from '$lib/exchange/spreadsheet/workbook';
import { occasionOf, whoOf } from '../../../builders/worlds/compared-world';
import { runs } from '../../../property-runs';
import { comparedFacts, shiftFacts, type ComparedFacts, type Year } from '../../../scorer/comparing';
import { subtract, toCell, type Rational } from '../../../scorer/rational';
import { anyYears } from '../../../scorer/years';
import { readWorkbook } from '../spreadsheet/xlsx-reader';
import { rowsOf, type ReadRow } from '../figure-table/read-table';

/** What an independent scorer says of a comparison, made from docs/scoring.md alone: tests/scorer/README.md. */

test('a second scorer finds every figure and every change of the workbook of a comparison', async () => {
	await fc.assert(
		fc.asyncProperty(anyYears, async (years) => {
			const facts = comparedFacts(years);
			const outcome = computeComparison(years.map(occasionOf));
			expect(outcome.kind).toBe(facts ? 'compared' : 'none');
			if (!facts || outcome.kind === 'none') return;
			const [overview, figures] = await readWorkbook(await writeWorkbook(comparisonSpreadsheet(outcome)));
			if (!overview || !figures) throw new Error('sheets are missing');
			const whoseId = whoOf(outcome, years);
			expect(
				rowsOf(figures)
					.flatMap((row) => figureOf(row, whoseId))
					.sort()
			).toEqual(expectedFigures(facts, years));
			const changes = rowsOf(overview).map((row) => changeOf(row, whoseId));
			expect(changes.sort()).toEqual(expectedChanges(facts, years));
		}),
		{ numRuns: runs(4), endOnFailure: true }
	);
});

const cell = (value: Rational | null | undefined) => (value ? toCell(value) : '–');
const line = (...cells: readonly (string | number | null | undefined)[]) => cells.map((one) => one ?? '').join(' | ');

/** A row with a value: what is hidden or not there has none. */
function figureOf(row: ReadRow, who: ReadonlyMap<string, string>): string[] {
	if (row['Waarde'] === undefined) return [];
	const { Datum: date, Soort: kind, n } = row;
	const group = row['Groep-id'] === undefined ? '' : who.get(String(row['Groep-id']));
	const item = row['Stelling-id'];
	return [line(date, row['Thema-id'], row['Onderdeel-id'], item, group, kind, row['Waarde'], n)];
}

/** Excel's own number of a day. */
const dayNumber = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569;

function expectedFigures({ dimensions, themes }: ComparedFacts, years: readonly Year[]): string[] {
	const rows: string[] = [];
	const add = (...[value, ...about]: [Rational | null, number, ...(string | number | null | undefined)[]]) => {
		const [place, theme, dimension, item, group, kind, n] = about;
		const date = dayNumber(years[place]?.date ?? '');
		if (value) rows.push(line(date, theme, dimension, item, group, kind, toCell(value), n));
	};
	for (const { id, theme, years: own } of dimensions)
		for (const [place, { sides, together, gap }] of own.entries()) {
			for (const [one, side] of sides) {
				if (!side) continue;
				add(side.score, place, theme, id, '', one, 'score', side.basis === 'personen' ? side.n : null);
				for (const [item, found] of side.items) {
					if (!found) continue;
					if (found.mean) add(found.mean, place, theme, id, item, one, 'stelling', found.n);
					else if (typeof found.joint === 'number')
						add({ top: BigInt(found.joint), bottom: 1n }, place, theme, id, item, one, 'stelling', null);
				}
			}
			add(together, place, theme, id, '', '', 'samen');
			add(gap, place, theme, id, '', '', 'verschil');
		}
	for (const { id, years: own } of themes)
		for (const [place, { scores, together }] of own.entries()) {
			for (const [one, score] of scores) add(score, place, id, '', '', one, 'themascore');
			add(together, place, id, '', '', '', 'themascore samen');
		}
	return rows.sort();
}

const VERDICT = /^(beter|minder goed|niet te onderscheiden)( \(gerekend met spreiding 1\))?$/;

function changeOf(row: ReadRow, whoseName: ReadonlyMap<string, string>): string {
	const of = String(row['Van wie']);
	const who = of.startsWith('Samen') ? 'samen' : of === 'Verschil tussen de groepen' ? 'verschil' : whoseName.get(of);
	const first = row['1 maart 2020'] ?? '–';
	const words = VERDICT.test(String(row['In woorden'])) ? row['In woorden'] : '';
	return line(String(row['Onderdeel']), who, first, row['Van eerste naar laatste'] ?? '–', words);
}

function expectedChanges({ everyone, stayed, dimensions }: ComparedFacts, years: readonly Year[]): string[] {
	return dimensions
		.flatMap(({ id, years: own }) => {
			const [first, last] = [own[0], own.at(-1)];
			const inEither = (one: string) =>
				[years[0], years.at(-1)].some((year) => year && Object.values(year.who).includes(one));
			const change = (who: string, members: readonly string[]) => {
				const { before, difference, verdict, assumed } = shiftFacts(first, last, members);
				const words = verdict ? `${verdict}${assumed ? ' (gerekend met spreiding 1)' : ''}` : '';
				return line(`Onderdeel ${id}`, who, cell(before), cell(difference), words);
			};
			const scored = (of: typeof first) => stayed.filter((one) => of?.scores.get(one)).join();
			const closer = scored(first) === scored(last) && first?.gap && last?.gap ? subtract(last.gap, first.gap) : null;
			return [
				...everyone.map((one) => change(one, inEither(one) ? [one] : [])),
				change('samen', stayed.length > 1 ? stayed : []),
				line(`Onderdeel ${id}`, 'verschil', cell(first?.gap), cell(closer), '')
			];
		})
		.sort();
}
