import type { Advice } from './advice';

/** What fits the conversation about one dimension. */
export interface TopicAdvice {
	/** The question to talk about; undefined where none fits. */
	question: Extract<Advice, { kind: 'prompt' }> | undefined;
	tip: Extract<Advice, { kind: 'tip' }> | undefined;
	/** All else, in order. */
	others: readonly Advice[];
}

/**
 * The first question and the first tip for a dimension, and what else there is.
 * @param advice in the order of selectAdvice
 */
export function topicAdvice(advice: readonly Advice[], dimensionId: string): TopicAdvice {
	const own = advice.filter(({ dimension }) => dimension.id === dimensionId);
	const question = own.find((entry) => entry.kind === 'prompt');
	const tip = own.find((entry) => entry.kind === 'tip');
	return { question, tip, others: own.filter((entry) => entry !== question && entry !== tip) };
}
