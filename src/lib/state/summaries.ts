import type { Measurement } from '$lib/domain/measurement';
import { computeFigures } from '$lib/domain/scoring';
import { summariseMeasurement, type MeasurementSummary } from '$lib/domain/summary';
import { hasShownFigures } from '$lib/domain/suppression';
import { loadSummaries } from '$lib/storage/summaries';
import type { KnownQuestionnaires } from './known-questionnaires';

/**
 * The summaries of these measurements, by measurement id; none where figures were not shown yet, or where this app lacks
 * the version of the questionnaire. Answers are read only where no summary is stored.
 * @throws StorageError
 */
export function loadSummariesOf(
	measurements: readonly Measurement[],
	questionnaireOf: KnownQuestionnaires
): Promise<ReadonlyMap<string, MeasurementSummary>> {
	const shown = measurements.filter(
		(measurement) => hasShownFigures(measurement) && questionnaireOf(measurement.questionnaire)
	);
	return loadSummaries(
		shown.map(({ id }) => id),
		(measurement, responses) => {
			const questionnaire = questionnaireOf(measurement.questionnaire);
			// As it is now in the database: it may have changed since it was read.
			if (!questionnaire || !hasShownFigures(measurement)) return undefined;
			const { groups, privacy } = measurement;
			const figures = computeFigures(questionnaire, groups, responses, privacy);
			return summariseMeasurement(questionnaire, groups, figures, responses);
		}
	);
}
