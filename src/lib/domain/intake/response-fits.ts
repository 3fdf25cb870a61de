import type { AskedIds } from '$lib/domain/measurement/asked';
import type { IndividualResponse, Measurement, Topics } from '$lib/domain/measurement/measurement';
import type { Terms } from '$lib/domain/measurement/terms';

/**
 * Whether a response fits a measurement and its questionnaire: one rule, however it came in. What is said of it differs
 * with who reads it, so the words are with whoever asks.
 */

/** It is of another measurement or group, or has notes where all is anonymous, or trends that were not asked. */
export type MeasurementMisfit = 'measurement' | 'group' | 'notes' | 'trends';

/**
 * It says something of an item or a dimension that is not in the questionnaire, or has topics that are no answer to
 * its closing question.
 */
export type QuestionnaireMisfit = 'item' | 'dimension' | 'topics';

/** @returns the first that does not fit, undefined when all does */
export function measurementMisfit(
	response: IndividualResponse,
	measurement: Pick<Measurement, 'id' | 'privacy' | 'asksTrend'> & Pick<Terms, 'groups'>
): MeasurementMisfit | undefined {
	if (response.measurementId !== measurement.id) return 'measurement';
	if (!measurement.groups.some((group) => group.id === response.groupId)) return 'group';
	if (measurement.privacy.mode === 'anoniem' && hasAny(response.notes)) return 'notes';
	return !measurement.asksTrend && hasAny(response.trends) ? 'trends' : undefined;
}

/** @returns the first that does not fit, undefined when all does */
export function questionnaireMisfit(
	{ answers, notes, trends, topics }: Pick<IndividualResponse, 'answers' | 'notes' | 'trends' | 'topics'>,
	asked: AskedIds
): QuestionnaireMisfit | undefined {
	if (!holdsAll(asked.itemIds, [...Object.keys(answers), ...Object.keys(notes)])) return 'item';
	if (!holdsAll(asked.dimensionIds, Object.keys(trends))) return 'dimension';
	return topics === undefined || answersClosing(topics, asked) ? undefined : 'topics';
}

/** Whether these answer the closing question: no more than it allows, each once and in questionnaire order. */
export function answersClosing(topics: Topics, { dimensionIds, closing }: Omit<AskedIds, 'itemIds'>): boolean {
	const known = dimensionIds.filter((id) => topics.includes(id));
	return closing !== undefined && topics.length <= closing.max && JSON.stringify(known) === JSON.stringify(topics);
}

/** Whether each of these is one of the known ids. */
export function holdsAll(known: readonly string[], named: readonly string[]): boolean {
	const ids = new Set(known);
	return named.every((id) => ids.has(id));
}

function hasAny(record: Readonly<Record<string, unknown>>): boolean {
	return Object.keys(record).length > 0;
}
