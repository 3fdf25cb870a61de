import type { SidePlace } from '$lib/design/tokens';
import type { DimensionFigures } from '$lib/domain/figures';
import type { Group } from '$lib/domain/measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire';

export interface RadarAxis {
	dimensionId: string;
	/** The name in short lines. */
	label: string[];
	/** One word, for a narrow screen. */
	shortLabel: string;
	/** Place of the theme in the questionnaire: its colour. */
	themeIndex: number;
}

export interface RadarSeries {
	name: string;
	/** Place of the side in the measurement: its colour, dash and marker. */
	sideIndex: SidePlace;
	/** One value an axis, 1 to 5; null where there are too few answers, never 0. */
	values: (number | null)[];
}

export interface RadarData {
	title: string;
	axes: RadarAxis[];
	series: RadarSeries[];
}

export const RADAR_MIN = 1;
export const RADAR_MAX = 5;
/** Fewer axes make no shape; more cannot be read. */
const FEWEST_AXES = 3;
const MOST_AXES = 16;

/** One radar, one for each theme when there are many dimensions, or none when there are too few for a shape. */
export function radarsOf(
	questionnaire: Questionnaire,
	groups: readonly Group[],
	figures: readonly DimensionFigures[],
	{ together = false }: { together?: boolean } = {}
): RadarData[] {
	const all = dimensionsOf(questionnaire);
	const parts =
		all.length > MOST_AXES
			? questionnaire.themes.map((theme) => ({ title: theme.name, part: all.filter((entry) => entry.theme === theme) }))
			: [{ title: questionnaire.title, part: all }];
	return parts
		.filter(({ part }) => part.length >= FEWEST_AXES)
		.map(({ title, part }) => ({
			title,
			axes: part.map(({ dimension, themeIndex }) => ({
				dimensionId: dimension.id,
				label: dimension.radarLabel,
				shortLabel: dimension.shortName,
				themeIndex
			})),
			series: [
				...groups.map((group, sideIndex) => ({
					name: group.name,
					sideIndex,
					values: part.map(({ dimension }) => scoreOf(figures, dimension.id, group.id))
				})),
				...(together
					? [
							togetherSeries(
								part.map(({ dimension }) => dimension.id),
								figures
							)
						]
					: [])
			]
		}));
}

/** The samenwerkingsscore as a line of its own. */
function togetherSeries(dimensionIds: readonly string[], figures: readonly DimensionFigures[]): RadarSeries {
	const scoreAt = (id: string) => figures.find((entry) => entry.dimensionId === id)?.score?.toNumber() ?? null;
	return { name: 'Samenwerkingsscore', sideIndex: 'together', values: dimensionIds.map(scoreAt) };
}

function scoreOf(figures: readonly DimensionFigures[], dimensionId: string, groupId: string): number | null {
	const dimension = figures.find((entry) => entry.dimensionId === dimensionId);
	const side = dimension?.groups.find((entry) => entry.groupId === groupId);
	return side?.score?.toNumber() ?? null;
}
