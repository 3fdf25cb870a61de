import type { MeasurementFigures } from './figures';
import { asResponse, type IndividualResponse, type Measurement } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { computeFigures } from './scoring';
import { computeTopicFigures } from './topic-figures';
import { computeTrendFigures, type DimensionTrend } from './trend-figures';

/**
 * Whether showing an anonymous measurement would show anything of what people answered: a score, a mean, persons, a
 * count or a choice of topics. Where it would not, it is not sealed: an evening that was closed too early goes on.
 */
export function anythingShows(
	questionnaire: Questionnaire,
	{ groups, privacy }: Pick<Measurement, 'groups' | 'privacy'>,
	individual: readonly IndividualResponse[]
): boolean {
	const responses = individual.map(asResponse);
	return (
		someFigure(computeFigures(questionnaire, groups, responses, privacy)) ||
		someTrend(computeTrendFigures(questionnaire, groups, individual, privacy)) ||
		computeTopicFigures(questionnaire, groups, responses, privacy).some(({ hidden }) => !hidden)
	);
}

function someFigure({ dimensions }: MeasurementFigures): boolean {
	return dimensions.some((dimension) =>
		dimension.groups.some((side) => !side.hidden || side.items.some((item) => !item.hidden))
	);
}

function someTrend(trends: readonly DimensionTrend[]): boolean {
	return trends.some(({ groups }) => groups.some(({ hidden }) => !hidden));
}
