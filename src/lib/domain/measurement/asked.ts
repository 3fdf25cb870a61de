import {
	dimensionsOf,
	itemsOf,
	type ClosingQuestion,
	type Questionnaire
} from '$lib/domain/questionnaire/questionnaire';

/** What a questionnaire asks. */
export interface AskedIds {
	/** All items in questionnaire order. */
	itemIds: readonly string[];
	/** All dimensions in questionnaire order. */
	dimensionIds: readonly string[];
	/** Left out: it has none. */
	closing?: Pick<ClosingQuestion, 'id' | 'max'> | undefined;
}

export function askedIn(questionnaire: Questionnaire): AskedIds {
	return {
		itemIds: itemsOf(questionnaire).map(({ id }) => id),
		dimensionIds: dimensionsOf(questionnaire).map(({ dimension }) => dimension.id),
		closing: questionnaire.closing
	};
}
