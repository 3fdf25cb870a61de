import type { Group, Privacy, Response, Topics } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { neededFor } from './turnout';

/** What one group surely wants to talk about: the answers to the closing question. Counts of persons, in no score. */
export interface GroupTopics {
	groupId: string;
	/** Kept back for anonymity: all counts and n are 0. */
	hidden: boolean;
	/** Individuals who answered the question, who have no preference included. */
	n: number;
	/** How many of them have no preference. */
	noPreference: number;
	/** How many of them chose each dimension, zero included: one for each, in questionnaire order. */
	chosen: readonly { dimensionId: string; count: number }[];
	/** What the side chose together, in no count; null where it did not, and in every anonymous measurement. */
	joint: Topics | null;
}

type TopicResponse = Pick<Response, 'groupId' | 'kind' | 'topics'>;

/**
 * What each group chose, in the order of the measurement; nothing where the questionnaire has no closing question. In
 * an anonymous measurement all counts of a group show from the threshold on, and like all its figures they may be asked
 * for only once they may be shown at all (`judgeShowing`). There are no totals over groups: why subtracting does not
 * help is in docs/scoring.md, «Anonymity».
 */
export function computeTopicFigures(
	questionnaire: Questionnaire,
	groups: readonly Group[],
	responses: readonly TopicResponse[],
	privacy: Privacy
): GroupTopics[] {
	if (!questionnaire.closing) return [];
	const dimensionIds = dimensionsOf(questionnaire).map(({ dimension }) => dimension.id);
	return groups.map(({ id }) => {
		const own = responses.filter(({ groupId }) => groupId === id);
		return keptBack(countTopics(id, dimensionIds, own), privacy);
	});
}

function countTopics(groupId: string, dimensionIds: readonly string[], own: readonly TopicResponse[]): GroupTopics {
	const answered = own.flatMap(({ kind, topics }) => (kind === 'individual' && topics ? [topics] : []));
	return {
		groupId,
		hidden: false,
		n: answered.length,
		noPreference: answered.filter((topics) => topics.length === 0).length,
		chosen: dimensionIds.map((dimensionId) => ({
			dimensionId,
			count: answered.filter((topics) => topics.includes(dimensionId)).length
		})),
		joint: own.find(({ kind }) => kind === 'joint')?.topics ?? null
	};
}

function keptBack(figures: GroupTopics, privacy: Privacy): GroupTopics {
	if (privacy.mode === 'open') return figures;
	if (figures.n >= neededFor(privacy)) return { ...figures, joint: null };
	const chosen = figures.chosen.map(({ dimensionId }) => ({ dimensionId, count: 0 }));
	return { groupId: figures.groupId, hidden: true, n: 0, noPreference: 0, chosen, joint: null };
}
