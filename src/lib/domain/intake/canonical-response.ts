import { inKeyOrder } from '$lib/domain/text/compare-text';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';

/**
 * The same response with its answers, notes and trends in the order of their ids, as it is stored: the order in which
 * they were given would tell how it came in.
 */
export function canonicalResponse(response: IndividualResponse): IndividualResponse {
	const { id, measurementId, groupId, revision, answers, notes, trends, topics } = response;
	return {
		id,
		measurementId,
		groupId,
		revision,
		answers: inKeyOrder(answers),
		notes: inKeyOrder(notes),
		trends: inKeyOrder(trends),
		...(topics && { topics })
	};
}
