import { computeBenchmark, isSameQuestionnaire, type Benchmark, type Candidate } from '$lib/domain/benchmark';
import type { Measurement, Partnership } from '$lib/domain/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire';
import { loadAllMeasurements, loadMeasurement } from '$lib/storage/measurements';
import { loadPartnership, loadPartnerships } from '$lib/storage/partnerships';
import { loadKnownQuestionnaires } from './known-questionnaires';
import { NotFoundError } from './not-found-error';
import { loadQuestionnaire } from './questionnaires';
import { loadSummariesOf } from './summaries';

export type BenchmarkOutcome =
	| {
			kind: 'shown';
			partnership: Partnership;
			measurement: Measurement;
			questionnaire: Questionnaire;
			benchmark: Benchmark;
	  }
	/** The figures of this measurement itself were not shown yet. */
	| { kind: 'unshown'; partnership: Partnership; measurement: Measurement };

/**
 * A measurement beside the other partnerships on this device.
 * @throws NotFoundError, UnknownQuestionnaireError, StorageError
 */
export async function loadBenchmark(measurementId: string): Promise<BenchmarkOutcome> {
	const measurement = await loadMeasurement(measurementId);
	const partnership = measurement && (await loadPartnership(measurement.partnershipId));
	if (!partnership) throw new NotFoundError();
	const questionnaire = await loadQuestionnaire(measurement.questionnaire);
	const [partnerships, measurements] = await Promise.all([loadPartnerships(), loadAllMeasurements()]);
	const comparable = measurements.filter((one) => isSameQuestionnaire(one, measurement));
	const summaries = await loadSummariesOf(
		comparable,
		await loadKnownQuestionnaires(comparable.map((one) => one.questionnaire))
	);
	const summary = summaries.get(measurement.id);
	if (!summary) return { kind: 'unshown', partnership, measurement };
	const byPartnership = new Map<string, Candidate['measurements'][number][]>();
	for (const one of comparable) {
		const entry = { measurement: one, summary: summaries.get(one.id) };
		const known = byPartnership.get(one.partnershipId);
		if (known) known.push(entry);
		else byPartnership.set(one.partnershipId, [entry]);
	}
	const candidates = partnerships.map((one) => ({ partnership: one, measurements: byPartnership.get(one.id) ?? [] }));
	return {
		kind: 'shown',
		partnership,
		measurement,
		questionnaire,
		benchmark: computeBenchmark({ measurement, summary }, candidates)
	};
}
