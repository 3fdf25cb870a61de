import type { ComparedDimension, Comparison } from './comparison';
import type { Fraction } from '$lib/domain/scoring/fraction';
import { computeThemeFigures } from '$lib/domain/scoring/scoring';

/** A theme over the compared measurements. Source: docs/scoring.md, «Samen in a comparison». */
export interface ComparedTheme {
	themeId: string;
	name: string;
	/** Its place in the questionnaire: its colour. */
	themeIndex: number;
	/** How many of its dimensions can be compared, of how many it has in the newest version. */
	compared: number;
	dimensions: number;
	/** Of «samen», one for each occasion; null where a dimension has none. From 1 to 5. */
	together: readonly (Fraction | null)[];
	/** Of each group of the comparison, likewise; null as well where it took no part. */
	groups: readonly { groupId: string; scores: readonly (Fraction | null)[] }[];
}

/** The themes with a dimension that can be compared: the mean of these dimensions' scores, if all of them are there. */
export function comparedThemes(comparison: Comparison): ComparedTheme[] {
	return comparison.questionnaire.themes.flatMap(({ id, name, dimensions }, themeIndex) => {
		const own = comparison.dimensions.filter(({ themeId }) => themeId === id);
		if (own.length === 0) return [];
		return [
			{
				...{ themeId: id, name, themeIndex, compared: own.length, dimensions: dimensions.length },
				...scoresOf(id, own, comparison)
			}
		];
	});
}

function scoresOf(themeId: string, own: readonly ComparedDimension[], { groups, occasions }: Comparison) {
	const at = (place: number, of: 'values' | 'together') =>
		computeThemeFigures(
			themeId,
			groups,
			own.flatMap((dimension) => dimension[of][place] ?? [])
		);
	const figures = occasions.map((_, place) => ({ all: at(place, 'values'), together: at(place, 'together') }));
	return {
		together: figures.map(({ together }) => together.score),
		groups: groups.map(({ id }) => ({
			groupId: id,
			scores: figures.map(({ all }) => all.groups.find(({ groupId }) => groupId === id)?.score ?? null)
		}))
	};
}
