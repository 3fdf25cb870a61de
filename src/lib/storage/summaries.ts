import type { IDBPDatabase } from 'idb';
import { asResponse, type Measurement, type Response } from '$lib/domain/measurement';
import type { MeasurementSummary } from '$lib/domain/summary';
import { asJointResponses } from './answers';
import { database } from './database';
import type { Schema, StoredSummary } from './schema';

/** Summaries are a cache: write() takes one away with whatever it rests on, and reading makes it again. */

/** Counts up with every change of the scoring rules or of what a summary holds: older ones are then made again. */
const RULES = 1;
/** So many measurements are read in one go: others who write wait for it. */
const AT_ONCE = 20;

/** Makes the summary of a measurement from everything that was answered; undefined when it may have none. */
export type Summarise = (measurement: Measurement, responses: readonly Response[]) => MeasurementSummary | undefined;

/**
 * The summaries of these measurements, by measurement id; one that is missing is made and stored.
 * @throws StorageError when the database cannot be opened
 */
export async function loadSummaries(
	measurementIds: readonly string[],
	summarise: Summarise
): Promise<Map<string, MeasurementSummary>> {
	const db = await database();
	const found = new Map<string, MeasurementSummary>();
	for (const { measurementId, summary } of await readStored(db, measurementIds)) found.set(measurementId, summary);
	const missing = measurementIds.filter((id) => !found.has(id));
	for (let start = 0; start < missing.length; start += AT_ONCE) {
		const made = await makeSummaries(db, missing.slice(start, start + AT_ONCE), summarise);
		for (const { measurementId, summary } of made) found.set(measurementId, summary);
	}
	return found;
}

async function readStored(db: IDBPDatabase<Schema>, measurementIds: readonly string[]): Promise<StoredSummary[]> {
	const store = db.transaction('summaries').store;
	const found = await Promise.all(measurementIds.map((id) => store.get(id)));
	return found.filter((stored) => stored?.rules === RULES).filter((stored) => stored !== undefined);
}

/** Reads and stores in one transaction: nothing can change in between and leave a summary of what was before. */
async function makeSummaries(
	db: IDBPDatabase<Schema>,
	measurementIds: readonly string[],
	summarise: Summarise
): Promise<StoredSummary[]> {
	const tx = db.transaction(['measurements', 'responses', 'answers', 'summaries'], 'readwrite', {
		durability: 'relaxed'
	});
	const made = await Promise.all(
		measurementIds.map(async (id): Promise<StoredSummary[]> => {
			const [measurement, individual, joint] = await Promise.all([
				tx.objectStore('measurements').get(id),
				tx.objectStore('responses').index('byMeasurement').getAll(id),
				tx.objectStore('answers').index('byMeasurement').getAll(id)
			]);
			const responses = [...asJointResponses(joint), ...individual.map(asResponse)];
			const summary = measurement && summarise(measurement, responses);
			return summary ? [{ measurementId: id, rules: RULES, summary }] : [];
		})
	);
	const stored = made.flat().map(async (entry) => tx.objectStore('summaries').put(entry));
	// On a full device nothing is stored, and the next time they are made again: what was made now still holds.
	await Promise.allSettled([...stored, tx.done]);
	return made.flat();
}
