import type { MeasurementFigures } from '$lib/domain/scoring/figures';
import { computeFigures } from '$lib/domain/scoring/scoring';
import { computeTopicFigures, type GroupTopics } from '$lib/domain/scoring/topic-figures';
import { computeTrendFigures, type DimensionTrend } from '$lib/domain/scoring/trend-figures';
import { computeUniformSheets, type UniformSheets } from '$lib/domain/scoring/uniform-sheets';
import type { AnsweredMeasurement } from './answered-measurement';

/** All figures of one measurement that may show, whoever shows them. */
export interface MeasuredFigures {
	figures: MeasurementFigures;
	/** How participants find that each dimension goes beside last time; empty where that was not asked. */
	trends: readonly DimensionTrend[];
	/** What each group surely wants to talk about; empty under a questionnaire without a closing question. */
	topics: readonly GroupTopics[];
	/** Groups of which some gave the same answer everywhere. */
	uniform: readonly UniformSheets[];
	/** Individual responses a group. */
	counts: { groupId: string; responses: number }[];
}

export function measuredFigures({
	measurement,
	questionnaire,
	responses,
	individual
}: AnsweredMeasurement): MeasuredFigures {
	const { groups, privacy } = measurement;
	const figures = computeFigures(questionnaire, groups, responses, privacy);
	return {
		figures,
		trends: measurement.asksTrend ? computeTrendFigures(questionnaire, groups, individual, privacy) : [],
		topics: computeTopicFigures(questionnaire, groups, responses, privacy),
		uniform: computeUniformSheets(questionnaire, groups, responses, privacy, figures),
		counts: groups.map((group) => ({
			groupId: group.id,
			responses: individual.filter((response) => response.groupId === group.id).length
		}))
	};
}
