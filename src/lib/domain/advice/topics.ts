import type { DimensionFigures } from '$lib/domain/scoring/figures';
import type { GeneralPrompt } from '$lib/domain/questionnaire/questionnaire';

/** A question about what the documents hardly speak of, such as a conflict, with the dimensions where it fits. */
type TopicPrompt = Extract<GeneralPrompt, { when: 'topic' }>;

/** Where the question about a topic is shown. */
export interface PlacedTopic {
	dimensionId: string;
	prompt: TopicPrompt;
}

/**
 * Each topic once in a result, at the first dimension by rank that one of its questions names and that has a level
 * which is not high. No document says so: it keeps the same question from standing everywhere.
 * @param general in the order of the file; of two questions on one topic at one dimension the first is taken
 * @param ranked by rank, highest first
 */
export function placeTopics(
	general: readonly GeneralPrompt[],
	ranked: readonly Pick<DimensionFigures, 'dimensionId' | 'level'>[]
): PlacedTopic[] {
	const prompts = general.filter((prompt) => prompt.when === 'topic');
	const open = ranked.filter(({ level }) => level === 'low' || level === 'middling');
	return [...new Set(prompts.map(({ topic }) => topic))].flatMap((topic) => {
		const about = prompts.filter((prompt) => prompt.topic === topic);
		const [first] = open.flatMap(({ dimensionId }) =>
			about.filter(({ dimensions }) => dimensions.includes(dimensionId)).map((prompt) => ({ dimensionId, prompt }))
		);
		return first ? [first] : [];
	});
}
