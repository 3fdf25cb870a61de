import type { Fraction } from '$lib/domain/scoring/fraction';
import type { DimensionFigures } from '$lib/domain/scoring/figures';
import { computeThemeFigures } from '$lib/domain/scoring/scoring';
import { shiftsBetween, valueAt } from './comparison-shifts';
import type { ComparedDimension, Comparison } from './comparison';

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
	const groupIds = shiftsBetween(comparison, fromIndex, toIndex)[0]?.groups.map(({ groupId }) => groupId) ?? [];
	return comparison.questionnaire.themes.flatMap(({ id: themeId }) => {
		const own = comparison.dimensions.filter((dimension) => dimension.themeId === themeId);
		if (own.length === 0) return [];
		const between = (of: (place: number) => Fraction | null): ScoreShift => ({
			before: of(fromIndex),
			after: of(toIndex)
		});
		const figures = (values: (dimension: ComparedDimension, place: number) => DimensionFigures[]) => (place: number) =>
			computeThemeFigures(
				themeId,
				groupIds.map((id) => ({ id })),
				own.flatMap((dimension) => values(dimension, place))
			);
		const ofAll = figures(({ together }, place) => [together[place]].filter((value) => value !== undefined));
		const ofGroups = figures((dimension, place) => [valueAt(dimension, place)]);
		return [
			{
				themeId,
				dimensions: own.length,
				together: between((place) => ofAll(place).score),
				groups: groupIds.map((groupId, index) => ({
					groupId,
					score: between((place) => ofGroups(place).groups[index]?.score ?? null)
				}))
			}
		];
	});
}
