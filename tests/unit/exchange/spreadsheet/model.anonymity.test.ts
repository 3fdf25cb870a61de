import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MeasurementFigures } from '$lib/domain/scoring/figures';
import { Fraction } from '$lib/domain/scoring/fraction';
import type { Score, Threshold } from '$lib/domain/measurement/measurement';
import { figuresCsv } from '$lib/exchange/spreadsheet/csv';
import { figureCell } from '$lib/exchange/spreadsheet/cells';
import { spreadsheetOf } from '$lib/exchange/spreadsheet/model';
import { workshop, type Mark, type Sheet as Answers, type Workshop } from '../../../builders/workshop';
import { readCsv } from './csv-reader';
import { inputOf } from '../../../builders/spreadsheet-input';

const mark = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom<Mark[]>(1, 2, 3, 4, 5) },
	{ weight: 1, arbitrary: fc.constantFrom<Mark[]>('?', null) }
);
const answers: fc.Arbitrary<Answers> = fc.record({
	openheid: fc.array(mark, { minLength: 3, maxLength: 3 }),
	regie: fc.array(mark, { minLength: 2, maxLength: 2 })
});
const room = fc
	.tuple(
		fc.constantFrom<Threshold[]>(3, 4, 5),
		fc.array(answers, { maxLength: 9 }),
		fc.array(answers, { maxLength: 9 }),
		fc.option(answers)
	)
	.map(([threshold, first, second, joint]) => {
		const made = workshop({ basishouding: { openheid: 3 }, regierol: { regie: 2 } })
			.anonymous(threshold)
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answers('Gemeente', ...first)
			.answers('Verenigingen', ...second);
		return joint ? made.answersTogether('Gemeente', joint) : made;
	});

/** Every number in figures, rounded as in a sheet. */
function numbersIn(found: unknown): number[] {
	if (found instanceof Fraction) return [figureCell(found) ?? Number.NaN];
	if (typeof found === 'number') return [found];
	return found !== null && typeof found === 'object' ? Object.values(found).flatMap(numbersIn) : [];
}

const withoutResponses = (made: Workshop, figures: MeasurementFigures) => inputOf(made, { figures, responses: [] });

test('every number is one of the suppressed figures, a count of responses, or the number of an item', () => {
	fc.assert(
		fc.property(room, (made) => {
			const input = inputOf(made);
			const allowed = new Set([...numbersIn(input.figures), ...numbersIn(input.counts), 1, 2, 3, 4, 5]);
			const sheets = spreadsheetOf(input);
			for (const sheet of sheets)
				for (const row of sheet.rows)
					for (const cell of row) if (typeof cell === 'number') expect(allowed).toContain(cell);
			for (const row of readCsv(figuresCsv(input)).slice(1)) {
				const value = row[7] ?? '';
				if (/^-?\d+(,\d+)?$/.test(value)) expect(allowed).toContain(Number(value.replace(',', '.')));
			}
		})
	);
});

test('the responses change nothing: with others, or none, every cell and letter is the same', () => {
	fc.assert(
		fc.property(room, fc.constantFrom<Score[]>(1, 2, 3, 4, 5), (made, point) => {
			const input = inputOf(made);
			const responses = input.responses.map((response) => ({ ...response, answers: { 'openheid-1': point } }));
			const sheets = spreadsheetOf(input);

			expect(spreadsheetOf({ ...input, responses })).toEqual(sheets);
			expect(spreadsheetOf(withoutResponses(made, input.figures))).toEqual(sheets);
			expect(figuresCsv({ ...input, responses })).toBe(figuresCsv(input));
		})
	);
});

test('a hidden group or item has no number at all in its rows', () => {
	fc.assert(
		fc.property(room, (made) => {
			const input = inputOf(made);
			const sheets = spreadsheetOf(input);
			const rowsAbout = (sheet: string, group: string, about: string) =>
				(sheets.find(({ name }) => name === sheet)?.rows ?? []).filter(
					(row) => row.includes(group) && row.includes(about)
				);
			for (const dimension of input.figures.dimensions)
				for (const side of dimension.groups) {
					const group = made.nameOf(side.groupId);
					const [row] = rowsAbout('Onderdelen', group, `Onderdeel ${dimension.dimensionId}`);
					if (side.hidden) expect(row?.filter((cell) => typeof cell === 'number')).toEqual([]);
					side.items.forEach((item, index) => {
						const about = (sheet: string) =>
							rowsAbout(sheet, group, `Onderdeel ${dimension.dimensionId}`).filter((cells) =>
								cells.includes(`Stelling ${index + 1}.`)
							);
						if (!item.hidden) return;
						for (const cells of [...about('Stellingen'), ...about('Antwoorden')])
							expect(cells.filter((cell) => typeof cell === 'number')).toHaveLength(1);
					});
				}
		})
	);
});
