import type { AgreedScore, IndividualResponse, Measurement, Way } from '$lib/domain/measurement/measurement';
import { byNewest } from '$lib/domain/measurement/order';
import { canonicalResponse } from '$lib/domain/intake/canonical-response';
import { countedAfter, countedFrom, judgeIncoming, type Judgement } from '$lib/domain/intake/intake';
import { areSameTerms, termsWith, type Terms } from '$lib/domain/measurement/terms';
import { read } from '$lib/storage/connection/read';
import { rememberShowing } from './showings';
import { StorageError } from '$lib/storage/storage-error';
import { write } from '$lib/storage/writing/write';

export async function loadMeasurement(id: string): Promise<Measurement | undefined> {
	return read((db) => db.get('measurements', id));
}

/** Newest date first. */
export async function loadMeasurements(partnershipId: string): Promise<Measurement[]> {
	const found = await read((db) => db.getAllFromIndex('measurements', 'byPartnership', partnershipId));
	return found.sort(byNewest);
}

/**
 * Adds a measurement to a partnership that is on this device.
 * @throws StorageError when nothing was stored, also when the partnership is not there any more
 */
export async function addMeasurement(measurement: Measurement): Promise<void> {
	const { partnershipId } = measurement;
	await write(
		['partnerships', 'measurements', 'responses', 'showings', 'settings'],
		async (tx) => {
			if (!(await tx.objectStore('partnerships').getKey(partnershipId))) throw new StorageError('removed');
			await tx.objectStore('measurements').add(measurement);
			await rememberShowing(tx, measurement);
		},
		{ kind: 'partnership', partnershipId }
	);
}

/** Of every partnership; in no order. */
export async function loadAllMeasurements(): Promise<Measurement[]> {
	return read((db) => db.getAll('measurements'));
}

/**
 * Changes a measurement as it is now in the database, not as some page remembers it. What people answer on and what was
 * promised them never changes: they may have answered, or hold a link or a form.
 * @throws StorageError also when there is no such measurement
 */
export async function changeMeasurement(
	id: string,
	change: (measurement: Measurement) => Measurement
): Promise<Measurement> {
	return write(
		['measurements'],
		async (tx) => {
			const store = tx.objectStore('measurements');
			const measurement = await store.get(id);
			if (!measurement) throw new StorageError('removed');
			const changed = change(measurement);
			if (!areSameTerms(fixedPart(measurement), fixedPart(changed)))
				throw new RangeError('The terms of a measurement lie fixed');
			await store.put(changed);
			return changed;
		},
		{ kind: 'measurement', measurementId: id }
	);
}

/** The content of an own questionnaire that is used lies fixed by itself. */
function fixedPart(measurement: Measurement): Terms {
	return termsWith({ ...measurement, measurementId: measurement.id }, '');
}

export async function loadResponses(measurementId: string): Promise<IndividualResponse[]> {
	return read((db) => db.getAllFromIndex('responses', 'byMeasurement', measurementId));
}

/** The ids of the responses, in their order; no answer is read. */
export async function loadResponseIds(measurementId: string): Promise<string[]> {
	return read((db) => db.getAllKeysFromIndex('responses', 'byMeasurement', measurementId));
}

export async function loadResponse(id: string): Promise<IndividualResponse | undefined> {
	return read((db) => db.get('responses', id));
}

/** How many individuals answered, and whether a group answered together; no answer is read. */
export async function countResponses(measurementId: string): Promise<{ individuals: number; joint: boolean }> {
	const [individuals, jointAnswers] = await read((db) =>
		Promise.all([
			db.countFromIndex('responses', 'byMeasurement', measurementId),
			db.countFromIndex('answers', 'byMeasurement', measurementId)
		])
	);
	return { individuals, joint: jointAnswers > 0 };
}

/**
 * Takes in responses, each judged against what is stored at that moment, in one transaction.
 * @param insists whether people want them in the place of what is stored, whatever their numbers say
 * @returns one judgement for each incoming response, in the same order
 * @throws StorageError when nothing was written
 */
export async function takeInResponses(
	measurementId: string,
	incoming: readonly IndividualResponse[],
	way: Way,
	insists = false
): Promise<Judgement[]> {
	return write(
		['measurements', 'responses'],
		async (tx) => {
			const measurement = await tx.objectStore('measurements').get(measurementId);
			if (!measurement) throw new StorageError('removed');
			const judgements: Judgement[] = [];
			for (const one of incoming) {
				const existing = await tx.objectStore('responses').get(one.id);
				const response = (insists ? countedAfter : countedFrom)(existing, one);
				const judged = judgeIncoming(measurement, existing, response);
				const judgement: Judgement = insists && judged.kind === 'older' ? { kind: 'replaced' } : judged;
				if (judgement.kind === 'added' || judgement.kind === 'replaced')
					await tx.objectStore('responses').put(canonicalResponse(response));
				judgements.push(judgement);
			}
			if (judgements.some(({ kind }) => kind === 'added') && !measurement.ways.includes(way)) {
				await tx.objectStore('measurements').put({ ...measurement, ways: [...measurement.ways, way].sort() });
			}
			return judgements;
		},
		{ kind: 'response', measurementId }
	);
}

/** Takes back a response that was just typed in; nothing happens once the measurement is closed. */
export async function removeResponse(measurementId: string, responseId: string): Promise<void> {
	await write(
		['measurements', 'responses'],
		async (tx) => {
			const measurement = await tx.objectStore('measurements').get(measurementId);
			const response = await tx.objectStore('responses').get(responseId);
			if (response?.measurementId !== measurementId || measurement?.status !== 'open' || measurement.sealed) return;
			await tx.objectStore('responses').delete(responseId);
		},
		{ kind: 'response', measurementId }
	);
}

export async function loadAgreedScores(measurementId: string): Promise<AgreedScore[]> {
	return read((db) => db.getAllFromIndex('agreedScores', 'byMeasurement', measurementId));
}

/**
 * Changes what was agreed on a dimension as it is now in the database, so that two tabs lose nothing of each other.
 * @throws StorageError when nothing was stored, also when the measurement is not there any more; and whatever
 * the change throws on purpose
 */
export async function changeAgreedScore(
	{ measurementId, dimensionId }: Pick<AgreedScore, 'measurementId' | 'dimensionId'>,
	change: (agreed: AgreedScore) => AgreedScore
): Promise<AgreedScore> {
	return write(
		['measurements', 'agreedScores'],
		async (tx) => {
			if (!(await tx.objectStore('measurements').getKey(measurementId))) throw new StorageError('removed');
			const stored = await tx.objectStore('agreedScores').get([measurementId, dimensionId]);
			const changed = change(stored ?? { measurementId, dimensionId, score: null, note: '' });
			await tx.objectStore('agreedScores').put(changed);
			return changed;
		},
		{ kind: 'agreed-score', measurementId }
	);
}
