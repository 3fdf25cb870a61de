import { canonicalResponse } from '$lib/domain/intake/canonical-response';
import {
	canTakeIn,
	countedAfter,
	countedFrom,
	holdTheSame,
	judgeIncoming,
	withWay,
	type Judgement
} from '$lib/domain/intake/intake';
import { MAX_GROUPS, type IndividualResponse, type Measurement, type Way } from '$lib/domain/measurement/measurement';
import { read } from '$lib/storage/connection/read';
import { mustBeThere } from '$lib/storage/storage-error';
import type { WriteTransaction } from '$lib/storage/transaction';
import { write } from '$lib/storage/writing/write';

/** What individuals answered and handed in. */

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

/** Each group may have taken one back, which keeps its record; one more is an answer. */
const ENOUGH_TO_TELL = MAX_GROUPS + 1;

/** How many individuals answered, and whether a group answered together; hardly an answer is read. */
export async function countResponses(measurementId: string): Promise<{ individuals: number; joint: boolean }> {
	const [individuals, jointAnswers] = await read((db) =>
		Promise.all([
			db.countFromIndex('responses', 'byMeasurement', measurementId),
			db.getAllFromIndex('answers', 'byMeasurement', measurementId, ENOUGH_TO_TELL)
		])
	);
	return { individuals, joint: jointAnswers.some(({ answer }) => answer !== null) };
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
			const measurement = mustBeThere(await tx.objectStore('measurements').get(measurementId));
			const judgements: Judgement[] = [];
			for (const one of incoming) {
				const existing = await tx.objectStore('responses').get(one.id);
				const response = (insists ? countedAfter : countedFrom)(existing, one);
				const judged = judgeIncoming(measurement, existing, response);
				const judgement: Judgement = insists && judged.kind === 'older' ? { kind: 'replaced' } : judged;
				await putWhenIn(tx, judgement, response);
				judgements.push(judgement);
			}
			if (judgements.some(({ kind }) => kind === 'added')) await noteWay(tx, measurement, way);
			return judgements;
		},
		{ kind: 'response', measurementId }
	);
}

/** Stores a response that was judged to come in, within the transaction in which it was judged. */
export async function putWhenIn(
	tx: WriteTransaction<'responses'>,
	{ kind }: Judgement,
	response: IndividualResponse
): Promise<void> {
	if (kind === 'added' || kind === 'replaced') await tx.objectStore('responses').put(canonicalResponse(response));
}

/** Notes that something came in this way, within a transaction. */
export async function noteWay(tx: WriteTransaction<'measurements'>, measurement: Measurement, way: Way): Promise<void> {
	if (!measurement.ways.includes(way)) await tx.objectStore('measurements').put(withWay(measurement, way));
}

/** What came of taking back a response. */
export type TakenBack =
	| { kind: 'taken-back' }
	/** Something else came in its place meanwhile: that stays. */
	| { kind: 'replaced' }
	/** Nothing comes in or goes out any more; the reason in Dutch. */
	| { kind: 'refused'; reason: string };

/**
 * Takes back a response that was just typed in: only what was typed, judged in the same transaction. What came in its
 * place since, by a file or in another tab, is of someone else.
 * @param typed as it was handed to `takeInResponses`
 * @throws StorageError when nothing was taken back because storage failed
 */
export async function takeBackResponse(typed: IndividualResponse): Promise<TakenBack> {
	const { id, measurementId } = typed;
	return write(
		['measurements', 'responses'],
		async (tx): Promise<TakenBack> => {
			const measurement = await tx.objectStore('measurements').get(measurementId);
			const stored = await tx.objectStore('responses').get(id);
			const reason = measurement ? canTakeIn(measurement) : null;
			if (reason !== null) return { kind: 'refused', reason };
			// Gone already, by itself or with its measurement.
			if (!measurement || !stored) return { kind: 'taken-back' };
			if (!holdTheSame(stored, typed)) return { kind: 'replaced' };
			await tx.objectStore('responses').delete(id);
			return { kind: 'taken-back' };
		},
		{ kind: 'response', measurementId }
	);
}
