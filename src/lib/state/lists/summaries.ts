import type { Measurement, Response } from '$lib/domain/measurement/measurement';
import { computeFigures } from '$lib/domain/scoring/scoring';
import { summariseMeasurement, type MeasurementSummary } from '$lib/domain/scoring/summary';
import { hasShownFigures } from '$lib/domain/scoring/anonymity';
import { loadStoredSummaries, makeSummary } from '$lib/storage/records/summaries';
import type { KnownQuestionnaires } from '$lib/state/questionnaires/known-questionnaires';

/** What is known so far. */
export interface SummariesSoFar {
	/** By measurement id. */
	summaries: ReadonlyMap<string, MeasurementSummary>;
	/** Of these measurements the summary is still being made. */
	coming: ReadonlySet<string>;
}

/** So many are made before a list shows them. */
const AT_ONCE = 20;

/**
 * The summaries of these measurements: first those that are stored, without reading an answer, then again each time
 * that some of the others were made, one after another. There is none where figures were not shown yet, or where this
 * app lacks the version of the questionnaire. Who stops asking stops the making; what was made is stored.
 * @throws StorageError
 */
export async function* summariesOf(
	measurements: readonly Measurement[],
	questionnaireOf: KnownQuestionnaires
): AsyncGenerator<SummariesSoFar, void> {
	const wanted = measurements.filter((one) => hasShownFigures(one) && questionnaireOf(one.questionnaire));
	const summaries = await loadStoredSummaries(wanted.map(({ id }) => id));
	const missing = wanted.map(({ id }) => id).filter((id) => !summaries.has(id));
	yield { summaries, coming: new Set(missing) };
	for (let start = 0; start < missing.length; start += AT_ONCE) {
		for (const id of missing.slice(start, start + AT_ONCE)) {
			const summary = await makeSummary(id, (...stored) => summarise(...stored, questionnaireOf));
			if (summary) summaries.set(id, summary);
		}
		yield { summaries, coming: new Set(missing.slice(start + AT_ONCE)) };
	}
}

/**
 * All of them, when every one is there.
 * @param onProgress told how many still have to be made
 * @throws StorageError
 */
export async function loadSummariesOf(
	measurements: readonly Measurement[],
	questionnaireOf: KnownQuestionnaires,
	onProgress?: (coming: number) => void
): Promise<ReadonlyMap<string, MeasurementSummary>> {
	let found: ReadonlyMap<string, MeasurementSummary> = new Map();
	for await (const { summaries, coming } of summariesOf(measurements, questionnaireOf)) {
		found = summaries;
		onProgress?.(coming.size);
	}
	return found;
}

/** @param measurement as it is now in the database: it may have changed since it was read */
function summarise(
	measurement: Measurement,
	responses: readonly Response[],
	questionnaireOf: KnownQuestionnaires
): MeasurementSummary | undefined {
	const questionnaire = questionnaireOf(measurement.questionnaire);
	if (!questionnaire || !hasShownFigures(measurement)) return undefined;
	const { groups, privacy } = measurement;
	const figures = computeFigures(questionnaire, groups, responses, privacy);
	return summariseMeasurement(questionnaire, groups, figures, responses);
}
