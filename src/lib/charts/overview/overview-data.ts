import type { NamedLine } from '$lib/charts/marks/named-line';
import type { SidePlace } from '$lib/design/tokens';
import { joinDutch } from '$lib/domain/words/counting-words';
import type { DimensionFigures } from '$lib/domain/scoring/figures';
import type { Group } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { scoreText } from '$lib/charts/marks/scale';

/** A dimension in a chart. */
interface OverviewAxis {
	dimensionId: string;
	name: string;
	/** The name in short lines, around a radar. */
	label: string[];
	/** One word, for a narrow screen. */
	shortLabel: string;
	/** Place of the theme in the questionnaire: its colour. */
	themeIndex: number;
}

/** A dimension that can be drawn in one chart with all others, or with those of its theme. */
export interface ThemedAxis extends OverviewAxis {
	themeName: string;
}

/** A side, or a measurement when it has an age: its colour, dash and marker follow from that. */
interface OverviewSeries extends NamedLine {
	/** One value an axis, 1 to 5; null where there are too few answers, never 0. */
	values: (number | null)[];
}

/** How dimensions can be drawn beside each other. */
export type OverviewKind = 'radar' | 'bars';

/** What each is called, in a file name or before its scale. */
export const OVERVIEW_NAMES: Record<OverviewKind, string> = { radar: 'Radar', bars: 'Staven' };

/** What it has for each side or measurement. */
const drawnFor: Record<OverviewKind, string> = { radar: 'een lijn', bars: 'een staaf' };

/** Dimensions beside each other. */
export interface OverviewData {
	kind: OverviewKind;
	title: string;
	axes: OverviewAxis[];
	/** In the order in which they are drawn: the last lies on top. */
	series: OverviewSeries[];
}

/** A measurement to set beside others. */
export interface LineOfAge {
	/** Its date, and its name if it has one. */
	label: string;
	/** One value an axis; null where there are too few answers. */
	values: readonly (number | null)[];
	/** 0 for the newest, 1 for the one before, up to MOST_AGES − 1. */
	age: number;
}

/** Fewer axes make no shape; more cannot be read. */
const FEWEST_AXES = 3;
const MOST_AXES = 16;

/** A radar, or bars where there are too few dimensions for a shape. */
export const kindFor = (axes: readonly OverviewAxis[]): OverviewKind => (axes.length < FEWEST_AXES ? 'bars' : 'radar');

/** The sides of a measurement in one chart, or in one for each theme when there are many dimensions. */
export function overviewsOf(
	questionnaire: Questionnaire,
	groups: readonly Group[],
	figures: readonly DimensionFigures[],
	{ together = false }: { together?: boolean } = {}
): OverviewData[] {
	const axes = axesOf(questionnaire);
	const found = axes.map(({ dimensionId }) => figures.find((entry) => entry.dimensionId === dimensionId));
	const sides = groups.map((group, sideIndex) => ({
		name: group.name,
		sideIndex,
		values: found.map((dimension) => scoreOf(dimension, group.id))
	}));
	const all: OverviewSeries = {
		name: 'Samenwerkingsscore',
		sideIndex: 'together',
		values: found.map((dimension) => dimension?.score?.toNumber() ?? null)
	};
	return chartsOf(questionnaire.title, axes, together ? [...sides, all] : sides);
}

/**
 * Several measurements as one view sees them, oldest first so that the newest lies on top.
 * @param view the side whose scores these are, or 'together' for the samenwerkingsscore
 */
export function measurementOverviews(
	title: string,
	axes: readonly ThemedAxis[],
	view: SidePlace,
	measurements: readonly LineOfAge[]
): OverviewData[] {
	const oldestFirst = [...measurements].sort((a, b) => b.age - a.age);
	const lines = oldestFirst.map(({ label, values, age }) => ({
		name: label,
		sideIndex: view,
		age,
		values: axes.map((_, index) => values[index] ?? null)
	}));
	return chartsOf(title, axes, lines);
}

/** The dimensions of a questionnaire, in its order. */
export function axesOf(questionnaire: Questionnaire): ThemedAxis[] {
	return dimensionsOf(questionnaire).map(({ dimension, theme, themeIndex }) => ({
		dimensionId: dimension.id,
		name: dimension.name,
		label: dimension.radarLabel,
		shortLabel: dimension.shortName,
		themeIndex,
		themeName: theme.name
	}));
}

/** What a chart shows, in words: «Radar van 1 tot 5 met een lijn voor Gemeente en Verenigingen.» */
export function overviewWords({ kind, series }: OverviewData): string {
	return `${OVERVIEW_NAMES[kind]} van 1 tot 5 met ${drawnFor[kind]} voor ${joinDutch(series.map(({ name }) => name))}.`;
}

/** All figures in words: «Openheid: Gemeente 3,7, Verenigingen geen score.» */
export function overviewScores({ axes, series }: OverviewData): string {
	return axes
		.map(({ name }, index) => {
			const scores = series.map((line) => `${line.name} ${scoreText(line.values[index] ?? null)}`);
			return `${name}: ${scores.join(', ')}.`;
		})
		.join(' ');
}

function chartsOf(title: string, axes: readonly ThemedAxis[], series: readonly OverviewSeries[]): OverviewData[] {
	if (axes.length <= MOST_AXES) return axes.length === 0 ? [] : [chartOf(title, axes, series)];
	const themes = [...new Set(axes.map(({ themeIndex }) => themeIndex))];
	return themes.map((themeIndex) => {
		const isOwn = axes.map((axis) => axis.themeIndex === themeIndex);
		const own = axes.filter((_, index) => isOwn[index]);
		return chartOf(
			own[0]?.themeName ?? title,
			own,
			series.map((line) => ({ ...line, values: line.values.filter((_, index) => isOwn[index]) }))
		);
	});
}

function chartOf(title: string, axes: readonly ThemedAxis[], series: readonly OverviewSeries[]): OverviewData {
	return {
		kind: kindFor(axes),
		title,
		axes: axes.map(({ dimensionId, name, label, shortLabel, themeIndex }) => ({
			dimensionId,
			name,
			label,
			shortLabel,
			themeIndex
		})),
		series: [...series]
	};
}

function scoreOf(dimension: DimensionFigures | undefined, groupId: string): number | null {
	return dimension?.groups.find((entry) => entry.groupId === groupId)?.score?.toNumber() ?? null;
}
