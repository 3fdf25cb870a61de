import { comparePeers, hasFigures, type Peers, type Candidate } from '$lib/domain/comparing/peers';
import type { Measurement, Partnership } from '$lib/domain/measurement/measurement';
import { byNewest } from '$lib/domain/measurement/order';
import { hasTags, tagsOf } from '$lib/domain/measurement/tags';
import { namedForResult, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { isSameQuestionnaire } from '$lib/domain/questionnaire/questionnaire-ref';
import type { MeasurementSummary } from '$lib/domain/scoring/summary';
import type { Change } from '$lib/storage/changes';
import { loadAllMeasurements, loadMeasurement } from '$lib/storage/records/measurements';
import { loadPartnership, loadPartnerships } from '$lib/storage/records/partnerships';
import { loadKnownQuestionnaires } from '$lib/state/questionnaires/known-questionnaires';
import { NotFoundError } from '$lib/state/not-found-error';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';
import { loadSummariesOf } from './summaries';

export type PeersOutcome =
	| {
			kind: 'shown';
			partnership: Partnership;
			measurement: Measurement;
			questionnaire: Questionnaire;
			peers: Peers;
			tagged: TaggedOthers;
	  }
	/** The figures of this measurement itself were not shown yet. */
	| { kind: 'unshown'; partnership: Partnership; measurement: Measurement };

/** The others on this device, examples apart, among whom people choose by tags. */
export interface TaggedOthers {
	/** Those that were asked for; with none all others count. */
	chosen: readonly string[];
	/** Of all others. */
	known: readonly string[];
	/** How many have each of the chosen ones, and how many there are in all. */
	shown: number;
	all: number;
}

/** Whether the figures of this measurement or of another partnership may be others by a change. */
export function touchesPeers({ kind }: Change): boolean {
	return RESTS_ON.includes(kind);
}

const RESTS_ON: readonly Change['kind'][] = ['partnership', 'measurement', 'response', 'answer', 'questionnaire'];

/**
 * A measurement beside the other partnerships on this device.
 * @param chosen only those with each of these tags
 * @param onProgress told how many partnerships still have to be looked at, when their figures are not stored
 * @throws NotFoundError, UnknownQuestionnaireError, StorageError
 */
export async function loadPeers(
	measurementId: string,
	chosen: readonly string[] = [],
	onProgress: (coming: number) => void = () => undefined
): Promise<PeersOutcome> {
	const measurement = await loadMeasurement(measurementId);
	const partnership = measurement && (await loadPartnership(measurement.partnershipId));
	if (!partnership) throw new NotFoundError();
	const questionnaire = namedForResult(await loadQuestionnaire(measurement.questionnaire));
	const [partnerships, measurements] = await Promise.all([loadPartnerships(), loadAllMeasurements()]);
	const comparable = measurements
		.filter((one) => isSameQuestionnaire(one.questionnaire, measurement.questionnaire))
		.sort(byNewest);
	const questionnaireOf = await loadKnownQuestionnaires(comparable.map((one) => one.questionnaire));
	const summary = (await loadSummariesOf([measurement], questionnaireOf)).get(measurement.id);
	if (!summary) return { kind: 'unshown', partnership, measurement };
	const byPartnership = new Map<string, Measurement[]>(partnerships.map(({ id }) => [id, []]));
	for (const one of comparable) byPartnership.get(one.partnershipId)?.push(one);
	const all = partnerships.filter(({ id, example }) => id !== partnership.id && !example);
	const others = all.filter(({ tags = [] }) => hasTags(tags, chosen));
	const summaries = await loadLatest(
		others.map(({ id }) => byPartnership.get(id) ?? []),
		(wanted) => loadSummariesOf(wanted, questionnaireOf, onProgress)
	);
	const examples = chosen.length > 0 ? [] : partnerships.filter(({ example }) => example);
	const candidates = [...others, ...examples].map((one): Candidate => {
		const own = byPartnership.get(one.id) ?? [];
		return {
			partnership: one,
			measurements: own.map((each) => ({ measurement: each, summary: summaries.get(each.id) }))
		};
	});
	return {
		kind: 'shown',
		partnership,
		measurement,
		questionnaire,
		peers: comparePeers({ measurement, summary }, candidates),
		tagged: { chosen, known: tagsOf(all), shown: others.length, all: all.length }
	};
}

/**
 * Of each partnership the newest measurement; of those where it has no figures the one before, and so on: an older one
 * does not count, so what people answered there is not read.
 * @param newestFirst the measurements of each partnership
 */
async function loadLatest(
	newestFirst: readonly (readonly Measurement[])[],
	load: (wanted: readonly Measurement[]) => Promise<ReadonlyMap<string, MeasurementSummary>>
): Promise<ReadonlyMap<string, MeasurementSummary>> {
	const found = new Map<string, MeasurementSummary>();
	let left = newestFirst;
	for (let place = 0; left.length > 0; place += 1) {
		const loaded = await load(left.flatMap((measurements) => measurements[place] ?? []));
		for (const [id, summary] of loaded) found.set(id, summary);
		left = left.filter((measurements) => {
			const summary = loaded.get(measurements[place]?.id ?? '');
			return measurements.length > place + 1 && !(summary && hasFigures(summary));
		});
	}
	return found;
}
