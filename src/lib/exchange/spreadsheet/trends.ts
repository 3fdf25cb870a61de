import { trendWord } from '$lib/domain/measurement/measurement';
import { HIDDEN_WORDS } from '$lib/domain/words/side-words';
import type { GroupTrend } from '$lib/domain/scoring/trend-figures';
import { TRENDS } from '$lib/domain/year-words/trend-words';
import type { Cell, Column } from './cells';
import type { SpreadsheetInput } from './input';

/** Columns with how often participants chose better, same and worse than last time; none where it was not asked. */
export function trendColumns({ measurement }: SpreadsheetInput): readonly Column[] {
	if (!measurement.asksTrend) return [];
	return TRENDS.map((trend) => ({ name: `Tegenover vorige keer: ${trendWord(trend)}`, width: 32 }));
}

/** The counts of one group on one dimension, a cell a column: empty where they are kept back, and without a group. */
export function trendCells(input: SpreadsheetInput, dimensionId: string, groupId: string | null): Cell[] {
	if (!input.measurement.asksTrend) return [];
	const side = trendOf(input, dimensionId, groupId);
	return TRENDS.map((trend) => (!side || side.hidden ? null : side.counts[trend]));
}

/** That the counts are kept back, when they are. */
export function trendRemarks(input: SpreadsheetInput, dimensionId: string, groupId: string): string[] {
	return trendOf(input, dimensionId, groupId)?.hidden ? [`tegenover vorige keer: ${HIDDEN_WORDS}`] : [];
}

function trendOf({ trends }: SpreadsheetInput, dimensionId: string, groupId: string | null): GroupTrend | undefined {
	return trends.find((entry) => entry.dimensionId === dimensionId)?.groups.find((side) => side.groupId === groupId);
}
