import type { IndividualResponse } from '$lib/domain/measurement/measurement';

/**
 * The same response with its answers, notes and trends in the order of their ids, as it is stored: the order in which
 * they were given would tell how it came in.
 */
export function canonicalResponse(response: IndividualResponse): IndividualResponse {
	const { id, measurementId, groupId, revision, answers, notes, trends } = response;
	return {
		id,
		measurementId,
		groupId,
		revision,
		answers: inOrder(answers),
		notes: inOrder(notes),
		trends: inOrder(trends)
	};
}

export function inOrder<T>(record: Readonly<Record<string, T>>): Record<string, T> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}

/** By code unit: the same on every device, whatever its language. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
