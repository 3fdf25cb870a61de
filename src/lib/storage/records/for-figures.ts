import {
	asResponse,
	type IndividualResponse,
	type Measurement,
	type Response
} from '$lib/domain/measurement/measurement';
import { fingerprintOf, judgeShowing, type ShowVerdict } from '$lib/domain/measurement/showing';
import { asJointResponses } from './answers';
import { read } from '$lib/storage/connection/read';
import type { StoredAnswer } from '$lib/storage/schema';
import { eraseKey } from './letterboxes';
import { readShowing, rememberShowing, type KnownShowing, type ShowingStores } from './showings';
import { mustBeThere } from '$lib/storage/storage-error';
import type { StoresIn } from '$lib/storage/transaction';
import { write } from '$lib/storage/writing/write';

/**
 * The one door through which answers come to whatever makes figures of them. Whether they do is judged in the same
 * transaction that reads them, so no screen or file can forget to ask.
 */

export type ForFigures =
	| {
			kind: 'show';
			measurement: Measurement;
			responses: readonly Response[];
			individual: readonly IndividualResponse[];
	  }
	| ({ kind: Exclude<ShowVerdict, 'show'>; measurement: Measurement } & KnownShowing);

const readStores = ['measurements', 'responses', 'answers', 'showings', 'settings'] as const;

export type FiguresStores = StoresIn<(typeof readStores)[number]>;

/**
 * The answers of a measurement, or why no figure may be made of them here and now.
 * @returns undefined when it is not on this device
 * @throws StorageError
 */
export function loadForFigures(measurementId: string): Promise<ForFigures | undefined> {
	return read((db) => readForFigures(db.transaction([...readStores], 'readonly'), measurementId));
}

/** The same within a transaction. */
export async function readForFigures(tx: FiguresStores, measurementId: string): Promise<ForFigures | undefined> {
	const [measurement, individual, answers] = await Promise.all([
		tx.objectStore('measurements').get(measurementId),
		tx.objectStore('responses').index('byMeasurement').getAll(measurementId),
		tx.objectStore('answers').index('byMeasurement').getAll(measurementId)
	]);
	if (!measurement) return undefined;
	if (measurement.privacy.mode === 'open') return shown(measurement, individual, answers);
	const known = await readShowing(tx, measurement, individual);
	const kind = judge(measurement, individual, known);
	return kind === 'show' ? shown(measurement, individual, answers) : { kind, measurement, ...known };
}

function shown(
	measurement: Measurement,
	individual: readonly IndividualResponse[],
	answers: readonly StoredAnswer[]
): ForFigures {
	return {
		kind: 'show',
		measurement,
		individual,
		responses: [...asJointResponses(answers), ...individual.map(asResponse)]
	};
}

function judge(measurement: Measurement, responses: readonly IndividualResponse[], known: KnownShowing): ShowVerdict {
	return judgeShowing({ measurement, ...known, people: () => fingerprintOf(measurement, responses) });
}

/** What the facilitator's screens say of a measurement. */
export interface ShowingNow extends KnownShowing {
	verdict: ShowVerdict;
}

/**
 * Who shows an anonymous measurement, and whether figures show now; answers are read only when figures were shown.
 * @returns undefined when it is not anonymous, or not on this device
 * @throws StorageError
 */
export function loadShowing(measurementId: string): Promise<ShowingNow | undefined> {
	return read(async (db) => {
		const tx: FiguresStores = db.transaction([...readStores], 'readonly');
		const [measurement, stored] = await Promise.all([
			tx.objectStore('measurements').get(measurementId),
			tx.objectStore('showings').get(measurementId)
		]);
		if (measurement?.privacy.mode !== 'anoniem') return undefined;
		const wereShown = measurement.sealed || (stored?.shownOver ?? null) !== null;
		const responses = wereShown ? await tx.objectStore('responses').index('byMeasurement').getAll(measurementId) : [];
		const known = await readShowing(tx, measurement, responses);
		return { ...known, verdict: judge(measurement, responses, known) };
	});
}

/**
 * Seals a closed anonymous measurement whose figures are shown from then on, when that may be and anything would show:
 * it stays as it is, this device remembers over whom, and nothing here opens what is still dropped in a letterbox.
 * @param shows whether anything would, over exactly the responses that are stored at that moment
 * @returns whether its figures may show
 * @throws StorageError also when there is no such measurement
 */
export async function sealForShowing(
	measurementId: string,
	shows: (measurement: Measurement, responses: readonly IndividualResponse[]) => boolean
): Promise<boolean> {
	return write(
		['measurements', 'responses', 'showings', 'settings', 'letterboxes'],
		async (tx) => {
			const measurement = mustBeThere(await tx.objectStore('measurements').get(measurementId));
			if (measurement.privacy.mode === 'open') return true;
			const stores: ShowingStores<'readwrite'> = tx;
			await rememberShowing(stores, measurement);
			const responses = await tx.objectStore('responses').index('byMeasurement').getAll(measurementId);
			const known = await readShowing(stores, measurement, responses);
			const verdict = judge(measurement, responses, known);
			if (verdict !== 'unsealed' || !shows(measurement, responses)) return verdict === 'show';
			await tx.objectStore('measurements').put({ ...measurement, sealed: true });
			const shownOver = fingerprintOf(measurement, responses);
			await tx.objectStore('showings').put({ measurementId, ...known.showing, shownOver });
			await eraseKey(tx, measurementId);
			return true;
		},
		{ kind: 'measurement', measurementId }
	);
}
