import { loadQuestionnaire } from '$lib/content/questionnaires';
import { selectAdvice, type Advice } from '$lib/domain/advice';
import type { MeasurementFigures } from '$lib/domain/figures';
import type { ItemNote, Measurement, Partnership } from '$lib/domain/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire';
import { computeFigures } from '$lib/domain/scoring';
import { loadJointResponses, loadNotes } from '$lib/storage/answers';
import { loadMeasurement, loadPartnership } from '$lib/storage/partnerships';
import { NotFoundError } from './not-found-error';

/** Everything the result page shows. */
export interface Result {
	partnership: Partnership;
	measurement: Measurement;
	questionnaire: Questionnaire;
	figures: MeasurementFigures;
	advice: Advice[];
	notes: ItemNote[];
}

/** @throws NotFoundError, UnknownQuestionnaireError, StorageError */
export async function loadResult(measurementId: string): Promise<Result> {
	const measurement = await loadMeasurement(measurementId);
	const partnership = measurement && (await loadPartnership(measurement.partnershipId));
	if (!partnership) throw new NotFoundError();
	const [questionnaire, responses, notes] = await Promise.all([
		loadQuestionnaire(measurement.questionnaire),
		loadJointResponses(measurementId),
		loadNotes(measurementId)
	]);
	const figures = computeFigures(questionnaire, measurement.groups, responses);
	return {
		partnership,
		measurement,
		questionnaire,
		figures,
		advice: selectAdvice(questionnaire, measurement.groups, figures),
		notes
	};
}
