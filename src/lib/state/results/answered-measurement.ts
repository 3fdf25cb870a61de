import type { Occasion } from '$lib/domain/comparing/comparison';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { namedForResult } from '$lib/domain/questionnaire/questionnaire';
import { loadForFigures, type ForFigures } from '$lib/storage/records/for-figures';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';

export interface AnsweredMeasurement extends Occasion {
	/** The individual responses as they are stored, with their notes. */
	individual: readonly IndividualResponse[];
}

export type AnsweredOutcome = { kind: 'show'; answered: AnsweredMeasurement } | Exclude<ForFigures, { kind: 'show' }>;

/**
 * A measurement with its questionnaire, in the names of a result, and all its answers, joint and individual; or why no
 * figures show of it. All figures of a whole measurement are made of this.
 * @returns undefined when it is not on this device
 * @throws UnknownQuestionnaireError, StorageError
 */
export async function loadAnswered(measurementId: string): Promise<AnsweredOutcome | undefined> {
	const found = await loadForFigures(measurementId);
	if (found?.kind !== 'show') return found;
	const { measurement, responses, individual } = found;
	const questionnaire = namedForResult(await loadQuestionnaire(measurement.questionnaire));
	return { kind: 'show', answered: { measurement, questionnaire, responses, individual } };
}
