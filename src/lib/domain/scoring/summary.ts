import type { MeasurementFigures } from './figures';
import { type Fraction, fractionText, type FractionText } from './fraction';
import type { Measurement, Response } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** What lists of measurements and the view beside others need of one measurement, without any answer; plain data. */
export interface MeasurementSummary {
	groups: readonly GroupSummary[];
	/** In questionnaire order. */
	dimensions: readonly DimensionSummary[];
}

interface GroupSummary {
	groupId: string;
	/** Individual responses. */
	responses: number;
	/** Whether the group gave joint answers. */
	joint: boolean;
}

/** The visible scores of a dimension; null where there is none, or where it is kept back for anonymity. */
export interface DimensionSummary {
	dimensionId: string;
	/** What the scores are made of, in questionnaire order. */
	itemIds: readonly string[];
	/** Samenwerkingsscore. */
	score: FractionText | null;
	groups: readonly { groupId: string; score: FractionText | null }[];
}

/**
 * The summary of a measurement whose figures were shown (hasShownFigures).
 * @param figures with everything hidden that must be: nothing else than these figures goes in
 * @param responses only counted
 */
export function summariseMeasurement(
	questionnaire: Questionnaire,
	groups: Measurement['groups'],
	figures: MeasurementFigures,
	responses: readonly Pick<Response, 'groupId' | 'kind'>[]
): MeasurementSummary {
	const byDimension = new Map(figures.dimensions.map((dimension) => [dimension.dimensionId, dimension]));
	return {
		groups: groups.map(({ id: groupId }) => {
			const own = responses.filter((response) => response.groupId === groupId);
			const individuals = own.filter(({ kind }) => kind === 'individual').length;
			return { groupId, responses: individuals, joint: individuals < own.length };
		}),
		dimensions: dimensionsOf(questionnaire).map(({ dimension }) => {
			const known = byDimension.get(dimension.id);
			return {
				dimensionId: dimension.id,
				itemIds: dimension.items.map((item) => item.id),
				score: textOf(known?.score),
				groups: groups.map(({ id: groupId }) => ({
					groupId,
					score: textOf(known?.groups.find((group) => group.groupId === groupId)?.score)
				}))
			};
		})
	};
}

function textOf(score: Fraction | null | undefined): FractionText | null {
	return score ? fractionText(score) : null;
}
