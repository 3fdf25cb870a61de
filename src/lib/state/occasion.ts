import type { Occasion } from '$lib/domain/comparison';
import { asResponse, type IndividualResponse, type Measurement } from '$lib/domain/measurement';
import { loadJointResponses } from '$lib/storage/answers';
import { loadResponses } from '$lib/storage/measurements';
import { loadQuestionnaire } from './questionnaires';

export interface LoadedOccasion extends Occasion {
	/** The individual responses as they are stored, with their notes. */
	individual: readonly IndividualResponse[];
}

/**
 * A measurement with its questionnaire and all its answers, joint and individual.
 * @throws UnknownQuestionnaireError, StorageError
 */
export async function loadOccasion(measurement: Measurement): Promise<LoadedOccasion> {
	const [questionnaire, joint, individual] = await Promise.all([
		loadQuestionnaire(measurement.questionnaire),
		loadJointResponses(measurement.id),
		loadResponses(measurement.id)
	]);
	return { measurement, questionnaire, responses: [...joint, ...individual.map(asResponse)], individual };
}
