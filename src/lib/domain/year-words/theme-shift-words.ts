import type { Comparison } from '$lib/domain/comparing/comparison';
import { themeShiftsBetween, type ScoreShift } from '$lib/domain/comparing/theme-scores';
import { joinDutch } from '$lib/domain/words/counting-words';
import { formatScore } from '$lib/domain/words/score-words';
import { overDimensions } from './change-words';
import { formatDifference } from './comparison-words';
import type { ShiftCell } from './shift-rows';

/** What became of each theme between two measurements, as the table tells it. */
export interface ThemeShiftRow {
	id: string;
	name: string;
	/** Place in the questionnaire: its colour. */
	themeIndex: number;
	/** «over 2 van de 3 onderdelen», where others cannot be compared; else ''. */
	shared: string;
	together: ThemeShiftCell;
	groups: readonly (ThemeShiftCell & { groupId: string })[];
}

export type ThemeShiftCell = Pick<ShiftCell, 'before' | 'after' | 'empty' | 'difference'>;

/** In the order of the newest version. @throws RangeError when the comparison has no such occasion */
export function themeShiftRows(comparison: Comparison, from: number, to: number): ThemeShiftRow[] {
	return themeShiftsBetween(comparison, from, to).map(({ themeId, dimensions, together, groups }) => {
		const themeIndex = comparison.questionnaire.themes.findIndex(({ id }) => id === themeId);
		const theme = comparison.questionnaire.themes[themeIndex];
		const all = theme?.dimensions.length ?? dimensions;
		return {
			id: themeId,
			name: theme?.name ?? themeId,
			themeIndex: Math.max(0, themeIndex),
			shared: overDimensions({ compared: dimensions, dimensions: all }),
			together: cellOf(together, comparison.together.kind === 'none' ? 'geen samen' : NO_SCORE),
			groups: groups.map(({ groupId, score }) => ({ groupId, ...cellOf(score, NO_SCORE) }))
		};
	});
}

/** «Per thema: Basishouding van 3,1 naar 3,4 en Regierol van 2,9 naar 2,8.»; '' where no theme has both scores. */
export function themeShiftSentence(comparison: Comparison, from: number, to: number): string {
	const said = themeShiftsBetween(comparison, from, to).flatMap(({ themeId, together: { before, after } }) => {
		const name = comparison.questionnaire.themes.find(({ id }) => id === themeId)?.name ?? themeId;
		return before && after ? [`${name} van ${formatScore(before)} naar ${formatScore(after)}`] : [];
	});
	return said.length > 0 ? `Per thema: ${joinDutch(said)}.` : '';
}

const NO_SCORE = 'geen score';

function cellOf({ before, after }: ScoreShift, none: string): ThemeShiftCell {
	const shown = (score: ScoreShift['before']) => (score ? formatScore(score) : none);
	const difference = before && after ? `(${formatDifference(after.minus(before))})` : '';
	return { before: shown(before), after: shown(after), empty: !before && !after, difference };
}
