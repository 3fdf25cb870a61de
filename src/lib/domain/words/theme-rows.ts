import type { MeasurementFigures } from '$lib/domain/scoring/figures';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { formatScore } from './score-words';

/** What a measurement found, theme by theme. */
export interface ThemeRow {
	id: string;
	name: string;
	/** Place in the questionnaire: its colour. */
	themeIndex: number;
	/** «3,7», in the order of the groups; null where not every dimension of the theme has a score. */
	sides: readonly (string | null)[];
	/** The mean of the samenwerkingsscores of its dimensions. */
	together: string | null;
}

/** In the order of the questionnaire. */
export function themeRows({
	questionnaire,
	figures
}: {
	questionnaire: Questionnaire;
	figures: MeasurementFigures;
}): ThemeRow[] {
	return questionnaire.themes.flatMap(({ id, name }, themeIndex) => {
		const own = figures.themes.find(({ themeId }) => themeId === id);
		if (!own) return [];
		const sides = own.groups.map(({ score }) => score && formatScore(score));
		return [{ id, name, themeIndex, sides, together: own.score && formatScore(own.score) }];
	});
}

/** Why a theme has no score, where it has none. */
export const NO_THEME_SCORE = 'niet elk onderdeel heeft een score';

/** «Basishouding: samen 3,4 (Gemeente 3,9; Verenigingen 2,9)», or why there is no score. @param groups their names */
export function themeLine({ name, sides, together }: ThemeRow, groups: readonly string[]): string {
	const there = sides.flatMap((score, index) => (score === null ? [] : [`${groups[index] ?? ''} ${score}`]));
	if (together === null && there.length === 0) return `${name}: geen score, want ${NO_THEME_SCORE}`;
	const beside = there.join('; ');
	if (together === null) return `${name}: geen score samen; ${beside}`;
	return `${name}: samen ${together}${beside === '' ? '' : ` (${beside})`}`;
}
