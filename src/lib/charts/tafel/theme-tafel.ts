import type { Group } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { MeasurementFigures } from '$lib/domain/scoring/figures';
import { NO_THEME_SCORE } from '$lib/domain/words/score-rows';
import { formatScore } from '$lib/domain/words/score-words';
import type { Tafel, TafelRowSide } from './tafel-data';

interface Source {
	questionnaire: Questionnaire;
	groups: readonly Group[];
	figures: MeasurementFigures;
}

/**
 * The same picture with a line for each theme, in the order of the questionnaire: the means of the sides, and nothing
 * that is not said of a theme — no persons, no gap, nothing to discuss («theme score» in docs/scoring.md).
 */
export function themeTafelOf({ questionnaire, groups, figures }: Source): Tafel {
	const [lowest = ''] = questionnaire.scale.points;
	const scored = questionnaire.themes.flatMap((theme, themeIndex) => {
		const found = figures.themes.find(({ themeId }) => themeId === theme.id);
		return found ? [{ theme, themeIndex, found }] : [];
	});
	return {
		order: 'questionnaire',
		sides: groups.map(({ id, name }, sideIndex) => ({ groupId: id, name, sideIndex, personsHidden: false })),
		rows: scored.map(({ theme, themeIndex, found }) => ({
			dimensionId: theme.id,
			name: theme.name,
			shortName: theme.name,
			themeIndex,
			place: themeIndex,
			sides: groups.map((group, sideIndex) => sideOf(group, sideIndex, found.groups)),
			...{ gap: null, gapText: '', bars: [], agreed: null, wanted: '', wantedBy: [], discussed: false }
		})),
		themes: [],
		proposal: false,
		ends: [lowest.toLowerCase(), (questionnaire.scale.points.at(-1) ?? '').toLowerCase()]
	};
}

function sideOf(
	{ id: groupId, name }: Group,
	sideIndex: number,
	scores: Source['figures']['themes'][number]['groups']
): TafelRowSide {
	const score = scores.find((one) => one.groupId === groupId)?.score ?? null;
	return {
		...{ groupId, name, sideIndex, joint: null, jointText: '', persons: [] },
		mean: score?.toNumber() ?? null,
		meanText: score ? formatScore(score) : '',
		hidden: score ? 'none' : 'side',
		why: score ? '' : NO_THEME_SCORE
	};
}
