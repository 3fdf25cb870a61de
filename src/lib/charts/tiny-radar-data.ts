import { parseFraction } from '$lib/domain/fraction-text';
import type { MeasurementSummary } from '$lib/domain/summary';
import type { RadarData } from './radar-data';

/** Fewer axes make no shape. */
const FEWEST_AXES = 3;

/**
 * The shape of a measurement in a list: no names, so all dimensions fit in one, however many.
 * @returns undefined when there is no shape: too few dimensions, or no score at all
 */
export function tinyRadarOf({ groups, dimensions }: MeasurementSummary): RadarData | undefined {
	if (dimensions.length < FEWEST_AXES) return undefined;
	const series = groups.map(({ groupId }, sideIndex) => ({
		name: '',
		sideIndex,
		values: dimensions.map((dimension) => {
			const score = dimension.groups.find((group) => group.groupId === groupId)?.score;
			return score ? parseFraction(score).toNumber() : null;
		})
	}));
	if (series.every(({ values }) => values.every((value) => value === null))) return undefined;
	const axes = dimensions.map(({ dimensionId }) => ({ dimensionId, label: [], shortLabel: '', themeIndex: 0 }));
	return { title: '', axes, series };
}
