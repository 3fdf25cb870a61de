import type { Fraction } from '$lib/domain/scoring/fraction';
import { comparedThemes } from './compared-themes';
import { occasionAt } from './comparison-shifts';
import type { Comparison } from './comparison';

/** The score of a theme in two measurements of a comparison. Figures only: a verdict on a theme has no rule. */
export interface ThemeShift {
	themeId: string;
	/** How many dimensions of the theme the comparison has: those with a shared statement. */
	dimensions: number;
	together: ScoreShift;
	/** Of each group that took part in one of the two. */
	groups: readonly { groupId: string; score: ScoreShift }[];
}

export interface ScoreShift {
	before: Fraction | null;
	after: Fraction | null;
}

/**
 * The mean of the scores of the theme's dimensions in the comparison, only if all are there; each as the comparison has
 * it. In the order of the newest version.
 * @throws RangeError when the comparison has no such occasion
 */
export function themeShiftsBetween(comparison: Comparison, fromIndex: number, toIndex: number): ThemeShift[] {
	const there = [fromIndex, toIndex].flatMap((place) => occasionAt(comparison, place).groups.map(({ id }) => id));
	const shiftOf = (scores: readonly (Fraction | null)[]): ScoreShift => ({
		before: scores[fromIndex] ?? null,
		after: scores[toIndex] ?? null
	});
	return comparedThemes(comparison).map(({ themeId, compared, together, groups }) => ({
		themeId,
		dimensions: compared,
		together: shiftOf(together),
		groups: groups
			.filter(({ groupId }) => there.includes(groupId))
			.map(({ groupId, scores }) => ({ groupId, score: shiftOf(scores) }))
	}));
}
