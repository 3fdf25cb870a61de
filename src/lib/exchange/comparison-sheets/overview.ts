import type { ComparedDimension, Comparison } from '$lib/domain/comparing/comparison';
import { shiftsBetween, sideOf, type DimensionShift } from '$lib/domain/comparing/comparison-shifts';
import type { Fraction } from '$lib/domain/scoring/fraction';
import type { Shift } from '$lib/domain/comparing/shift';
import { describeShift, occasionNames } from '$lib/domain/year-words/comparison-words';
import { sharedWords } from '$lib/domain/year-words/shift-rows';
import { togetherInShort } from '$lib/domain/year-words/together-words';
import { figureCell, type Cell, type WorkbookSheet } from '$lib/exchange/spreadsheet/cells';

/** To read: a row for each dimension and group, a column for each measurement, and what became of it at the end. */
export function comparisonOverviewSheet(comparison: Comparison): WorkbookSheet {
	const dates = occasionNames(comparison.occasions.map(({ measurement }) => measurement));
	const last = dates.length - 1;
	// Of the oldest and the newest: the measurements between have columns of their own.
	const shifts = shiftsBetween(comparison, 0, last);
	return {
		name: 'Vergelijking',
		columns: [
			{ name: 'Thema', width: 24 },
			{ name: 'Onderdeel', width: 34 },
			{ name: 'Van wie', width: 28 },
			...dates.map((name) => ({ name, width: 13, decimals: true })),
			{ name: 'Van eerste naar laatste', width: 12, decimals: true },
			{ name: 'In woorden', width: 30 },
			{ name: 'Opmerking', width: 24 }
		],
		labels: 3,
		rows: comparison.dimensions.flatMap((dimension, index) => rowsOf(comparison, dimension, shifts[index]))
	};
}

function rowsOf(comparison: Comparison, dimension: ComparedDimension, shift: DimensionShift | undefined): Cell[][] {
	const theme = comparison.questionnaire.themes.find(({ id }) => id === dimension.themeId)?.name ?? '';
	const row = (who: string, scores: readonly (Fraction | null | undefined)[], end: readonly Cell[]): Cell[] => [
		...[theme, dimension.name, who],
		...scores.map(figureCell),
		...end,
		sharedWords(dimension)
	];
	const groups = comparison.groups.map(({ id, name }) => {
		const own = shift?.groups.find(({ groupId }) => groupId === id)?.shift;
		return row(
			name,
			dimension.values.map((value) => sideOf(value, id)?.score),
			endOf(own)
		);
	});
	const scores = dimension.together.map(({ score }) => score);
	const gaps = dimension.together.map(({ gap }) => gap?.size);
	return [
		...groups,
		row(togetherInShort(comparison), scores, endOf(shift?.score)),
		row('Verschil tussen de groepen', gaps, [figureCell(shift?.gap.difference), null])
	];
}

const endOf = (shift: Shift | undefined): Cell[] =>
	shift ? [figureCell(shift.difference), describeShift(shift)] : [null, null];
