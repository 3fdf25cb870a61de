import { mean, type Fraction } from '$lib/domain/scoring/fraction';
import { shiftsBetween } from './comparison-shifts';
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
	const shifts = shiftsBetween(comparison, fromIndex, toIndex);
	return comparison.questionnaire.themes.flatMap(({ id: themeId }) => {
		const ids = comparison.dimensions.filter((one) => one.themeId === themeId).map(({ dimensionId }) => dimensionId);
		const own = shifts.filter(({ dimensionId }) => ids.includes(dimensionId));
		const [first] = own;
		if (!first) return [];
		return [
			{
				themeId,
				dimensions: own.length,
				together: meansOf(own.map(({ score }) => score)),
				groups: first.groups.map(({ groupId }, place) => ({
					groupId,
					score: meansOf(own.map(({ groups }) => groups[place]?.shift ?? NOTHING))
				}))
			}
		];
	});
}

const NOTHING: ScoreShift = { before: null, after: null };

function meansOf(scores: readonly ScoreShift[]): ScoreShift {
	return { before: meanIfAll(scores.map(({ before }) => before)), after: meanIfAll(scores.map(({ after }) => after)) };
}

function meanIfAll(scores: readonly (Fraction | null)[]): Fraction | null {
	const there = scores.filter((score) => score !== null);
	return there.length === scores.length ? mean(there) : null;
}
