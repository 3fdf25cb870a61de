import type { IndividualResponse, Measurement } from '$lib/domain/measurement/measurement';
import { assumedShowing, handedOver, handOverProblem, type Showing } from '$lib/domain/measurement/showing';
import { randomName } from '$lib/storage/random-name';
import { read } from '$lib/storage/connection/read';
import type { StoredDevice } from '$lib/storage/schema';
import { mustBeThere } from '$lib/storage/storage-error';
import type { StoresIn } from '$lib/storage/transaction';
import { write } from '$lib/storage/writing/write';

/** Who shows an anonymous measurement, and over whom figures were shown: kept beside it, and longer than it. */

const stores = ['measurements', 'responses', 'showings', 'settings'] as const;
/** What of a transaction is used to know who shows a measurement. */
export type ShowingStores<Mode extends IDBTransactionMode = IDBTransactionMode> = StoresIn<
	Exclude<(typeof stores)[number], 'measurements'>,
	Mode
>;

export interface KnownShowing {
	showing: Showing;
	/** Whether this is the device that closes and shows it. */
	isHere: boolean;
}

/**
 * The names of this device, within a transaction: none before the first anonymous
 * measurement, more than one hardly ever.
 */
export async function ownDevices(tx: ShowingStores): Promise<ReadonlySet<string>> {
	const settings = await tx.objectStore('settings').getAll();
	return new Set(
		settings.filter((setting): setting is StoredDevice => setting.key.startsWith(PREFIX)).map(({ value }) => value)
	);
}

const PREFIX = 'device ';
/** A name of 10 digits can be read out and typed over. */
const BYTES_OF_DEVICE = 5;

/** What is known of an anonymous measurement that is here, within a transaction. */
export async function readShowing(
	tx: ShowingStores,
	measurement: Measurement,
	responses: readonly IndividualResponse[]
): Promise<KnownShowing> {
	const [own, stored] = await Promise.all([ownDevices(tx), tx.objectStore('showings').get(measurement.id)]);
	if (stored) return { showing: asShowing(stored), isHere: own.has(stored.device) };
	return { showing: assumedShowing(measurement, responses, nameOf(own)), isHere: true };
}

/** What is known of a measurement, also one that is not here; undefined: nothing. Within a transaction. */
export async function recallShowing(tx: ShowingStores, measurementId: string): Promise<Showing | undefined> {
	const stored = await tx.objectStore('showings').get(measurementId);
	return stored && asShowing(stored);
}

/**
 * Writes down what holds for a measurement that is here, when nothing was written yet: before
 * it goes, or when it has come.
 */
export async function rememberShowing(tx: ShowingStores<'readwrite'>, measurement: Measurement): Promise<void> {
	const { id, privacy } = measurement;
	if (privacy.mode === 'open' || (await tx.objectStore('showings').getKey(id)) !== undefined) return;
	const device = await ensureDevice(tx);
	const responses = await tx.objectStore('responses').index('byMeasurement').getAll(id);
	await tx.objectStore('showings').put({ measurementId: id, ...assumedShowing(measurement, responses, device) });
}

/** The name of this device, made when it has none. */
export async function ensureDevice(tx: ShowingStores<'readwrite'>): Promise<string> {
	const own = await ownDevices(tx);
	if (own.size > 0) return nameOf(own);
	const value = randomName(BYTES_OF_DEVICE);
	await tx.objectStore('settings').put({ key: `${PREFIX}${value}`, value });
	return value;
}

/**
 * Gives this device a name, when there is an anonymous measurement on it.
 * @throws StorageError when it cannot be stored
 */
export async function nameDevice(): Promise<void> {
	const measurements = await read((db) => db.getAll('measurements'));
	if (measurements.some(({ privacy }) => privacy.mode === 'anoniem')) await loadDevice();
}

/**
 * The name of this device, made when it has none.
 * @throws StorageError when it cannot be stored
 */
export async function loadDevice(): Promise<string> {
	const own = await read((db) => ownDevices(db.transaction('settings') as unknown as ShowingStores));
	return own.size > 0 ? nameOf(own) : write(['settings'], (tx) => ensureDevice(tx as ShowingStores<'readwrite'>), null);
}

/**
 * From now on the other device closes and shows a measurement, once it opens a file of it.
 * @returns why not, in Dutch; null when it is done
 * @throws StorageError when nothing was stored
 */
export async function handOverShowing(measurementId: string, to: string): Promise<string | null> {
	return write(
		[...stores],
		async (tx) => {
			const measurement = mustBeThere(await tx.objectStore('measurements').get(measurementId));
			await rememberShowing(tx, measurement);
			const [own, known] = await Promise.all([ownDevices(tx), recallShowing(tx, measurementId)]);
			if (!known) return 'Deze meting is niet anoniem: elke laptop kan ze tonen.';
			const problem = handOverProblem(known, (device) => own.has(device), to);
			if (problem === null) await tx.objectStore('showings').put({ measurementId, ...handedOver(known, to) });
			return problem;
		},
		{ kind: 'measurement', measurementId }
	);
}

function asShowing({ device, turn, shownOver }: Showing): Showing {
	return { device, turn, shownOver };
}

/** What this device calls itself: with two names always by the same one, and empty as long as it has none. */
export function nameOf(own: ReadonlySet<string>): string {
	return [...own].sort()[0] ?? '';
}
