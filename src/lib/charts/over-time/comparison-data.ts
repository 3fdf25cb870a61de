import type { ComparedDimension, Comparison } from '$lib/domain/comparing/comparison';
import { sideOf } from '$lib/domain/comparing/comparison-shifts';
import { dateLabels, formatDate } from '$lib/domain/dates';
import type { Measurement } from '$lib/domain/measurement/measurement';
import { sharedWords } from '$lib/domain/year-words/shift-rows';
import type { SidePlace } from '$lib/design/tokens';
import { placesInTime, type OverTimeData, type OverTimeSeries, type TimelinePlot } from './over-time-data';
import { axesOf, measurementOverviews, type OverviewData } from '$lib/charts/overview/overview-data';

/** What the pictures of a comparison show: the charts know sides by their place, the comparison by their group. */

/** The sides of a dimension over time. */
function overTimeOf(comparison: Comparison, dimension: ComparedDimension): OverTimeData {
	const series = comparison.groups.map(({ id, name }, sideIndex): OverTimeSeries => ({
		name,
		sideIndex,
		points: dimension.values.map((value) => {
			const side = sideOf(value, id);
			return side?.score ? { value: side.score.toNumber(), joint: side.basis === 'joint' } : null;
		})
	}));
	return { ...timeOf(comparison), series };
}

/** A small plot for each dimension. */
export function timelinePlotsOf(comparison: Comparison): TimelinePlot[] {
	return comparison.dimensions.map((dimension) => ({
		dimensionId: dimension.dimensionId,
		title: nameWithShared(dimension),
		themeIndex: themeIndexOf(comparison, dimension),
		data: overTimeOf(comparison, dimension)
	}));
}

/**
 * The name of a dimension, with how many of its statements count where others are left out:
 * the figures are about those.
 */
function nameWithShared(dimension: ComparedDimension): string {
	const shared = sharedWords(dimension);
	return shared === '' ? dimension.name : `${dimension.name} (${shared})`;
}

/** The measurements over each other, as one side or all together see them. */
export function overlayOf(comparison: Comparison, view: SidePlace): OverviewData[] {
	const shared = new Set(comparison.dimensions.map(({ dimensionId }) => dimensionId));
	const axes = axesOf(comparison.questionnaire).filter(({ dimensionId }) => shared.has(dimensionId));
	const groupId = view === 'together' ? undefined : comparison.groups[view]?.id;
	const last = comparison.occasions.length - 1;
	const lines = comparison.occasions.map(({ measurement }, place) => ({
		label: labelOf(measurement),
		age: last - place,
		values: comparison.dimensions.map(({ values, together }) => {
			const value = values[place];
			const score = groupId === undefined ? together[place]?.score : value && sideOf(value, groupId)?.score;
			return score?.toNumber() ?? null;
		})
	}));
	const drawn = lines.filter(({ values }) => values.some((value) => value !== null));
	return measurementOverviews(comparison.questionnaire.title, axes, view, drawn);
}

/** The measurements that have no line there, oldest first: they have no score. */
export function withoutLine(comparison: Comparison, view: SidePlace): string[] {
	const drawn = new Set(overlayOf(comparison, view).flatMap(({ series }) => series.map(({ name }) => name)));
	return comparison.occasions.map(({ measurement }) => labelOf(measurement)).filter((label) => !drawn.has(label));
}

function labelOf({ date, name }: Measurement): string {
	return `${formatDate(date)}${name ? `, ${name}` : ''}`;
}

/** The place of a dimension's theme in the newest questionnaire: its colour. */
export function themeIndexOf({ questionnaire }: Comparison, { themeId }: Pick<ComparedDimension, 'themeId'>): number {
	return Math.max(
		0,
		questionnaire.themes.findIndex(({ id }) => id === themeId)
	);
}

/** When the measurements of a comparison were, for a plot over time. */
export function timeOf({ occasions }: Comparison): Pick<OverTimeData, 'dates' | 'at'> {
	const days = occasions.map(({ measurement }) => measurement.date);
	return { dates: dateLabels(days), at: placesInTime(days) };
}
