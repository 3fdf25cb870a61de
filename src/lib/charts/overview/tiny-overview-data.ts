import { parseFraction } from '$lib/domain/scoring/fraction';
import type { MeasurementSummary } from '$lib/domain/scoring/summary';
import { kindFor, type OverviewData } from './overview-data';

/**
 * The picture of a measurement in a list: no names, so all dimensions fit in one, however many.
 * @returns undefined when there is no score at all
 */
export function tinyOverviewOf({ groups, dimensions }: MeasurementSummary): OverviewData | undefined {
	const series = groups.map(({ groupId }, sideIndex) => ({
		name: '',
		sideIndex,
		values: dimensions.map((dimension) => {
			const score = dimension.groups.find((group) => group.groupId === groupId)?.score;
			return score ? parseFraction(score).toNumber() : null;
		})
	}));
	if (series.every(({ values }) => values.every((value) => value === null))) return undefined;
	const axes = dimensions.map(({ dimensionId }) => ({
		dimensionId,
		name: '',
		label: [],
		shortLabel: '',
		themeIndex: 0
	}));
	return { kind: kindFor(axes), title: '', axes, series };
}
