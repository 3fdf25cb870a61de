import { PERSONS_FROM_THRESHOLDS } from './anonymity-limits';
import type { Group, IndividualResponse, Privacy, Trend } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/**
 * What respondents of one group say of a dimension set beside the last time. Counts of persons; never part of a score.
 */
export interface GroupTrend {
	groupId: string;
	/** Kept back for anonymity: counts and n are 0. */
	hidden: boolean;
	counts: Readonly<Record<Trend, number>>;
	/** Respondents who chose one of the three; who left it open is not in it. */
	n: number;
}

export interface DimensionTrend {
	dimensionId: string;
	/** One for each group, in the order of the measurement. */
	groups: readonly GroupTrend[];
}

type TrendResponse = Pick<IndividualResponse, 'groupId' | 'trends'>;

/**
 * How often «beter», «gelijk» and «minder goed» were chosen, per dimension and group, in questionnaire order. Of an
 * anonymous measurement a group's counts show only from twice the threshold on, and like all its figures they may be
 * asked for only once they may be shown at all (`judgeShowing`). There are no totals over groups or dimensions: why
 * subtracting does not help is in docs/scoring.md, «Anonymity».
 */
export function computeTrendFigures(
	questionnaire: Questionnaire,
	groups: readonly Group[],
	responses: readonly TrendResponse[],
	privacy: Privacy
): DimensionTrend[] {
	const byGroup = groups.map(({ id }) => ({
		groupId: id,
		responses: responses.filter(({ groupId }) => groupId === id)
	}));
	return dimensionsOf(questionnaire).map(({ dimension }) => ({
		dimensionId: dimension.id,
		groups: byGroup.map((side) => keptBack(countTrends(side.groupId, dimension.id, side.responses), privacy))
	}));
}

function countTrends(groupId: string, dimensionId: string, responses: readonly TrendResponse[]): GroupTrend {
	const counts: Record<Trend, number> = { better: 0, same: 0, worse: 0 };
	let n = 0;
	for (const { trends } of responses) {
		const trend = Object.hasOwn(trends, dimensionId) ? trends[dimensionId] : undefined;
		if (trend === undefined) continue;
		counts[trend] += 1;
		n += 1;
	}
	return { groupId, hidden: false, counts, n };
}

function keptBack(figures: GroupTrend, privacy: Privacy): GroupTrend {
	if (privacy.mode === 'open' || figures.n >= PERSONS_FROM_THRESHOLDS * privacy.threshold) return figures;
	return { groupId: figures.groupId, hidden: true, counts: { better: 0, same: 0, worse: 0 }, n: 0 };
}
