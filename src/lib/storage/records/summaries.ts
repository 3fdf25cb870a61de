import type { Measurement, Response } from '$lib/domain/measurement/measurement';
import type { MeasurementSummary } from '$lib/domain/scoring/summary';
import type { Database } from '$lib/storage/connection/database';
import { readForFigures } from './for-figures';
import { read } from '$lib/storage/connection/read';

/** Summaries are a cache: write() takes one away with whatever it rests on, and reading makes it again. */

/** Counts up with every change of the scoring rules or of what a summary holds: older ones are then made again. */
const RULES = 2;

/**
 * Makes the summary of a measurement whose figures show from everything that was answered;
 * undefined when it may have none.
 */
export type Summarise = (measurement: Measurement, responses: readonly Response[]) => MeasurementSummary | undefined;

/**
 * The summaries that are stored of these measurements, by measurement id; no answer is read.
 * @throws StorageError when the database cannot be opened
 */
export async function loadStoredSummaries(measurementIds: readonly string[]): Promise<Map<string, MeasurementSummary>> {
	const found = await read((db) => {
		const { store } = db.transaction('summaries');
		return Promise.all(measurementIds.map((id) => store.get(id)));
	});
	return new Map(
		found.flatMap((stored) => (stored?.rules === RULES ? [[stored.measurementId, stored.summary] as const] : []))
	);
}

/**
 * Makes the summary of one measurement and stores it. Reads and stores in one transaction: nothing can change in
 * between and leave a summary of what was before. One measurement at a time: its answers are all that is in memory, and
 * others who write do not wait long.
 * @returns undefined when it may have none
 * @throws StorageError when the database cannot be opened
 */
export function makeSummary(measurementId: string, summarise: Summarise): Promise<MeasurementSummary | undefined> {
	return read((db) => makeIn(db, measurementId, summarise));
}

async function makeIn(
	db: Database,
	measurementId: string,
	summarise: Summarise
): Promise<MeasurementSummary | undefined> {
	const tx = db.transaction(
		['measurements', 'responses', 'answers', 'showings', 'settings', 'summaries'],
		'readwrite',
		{
			durability: 'relaxed'
		}
	);
	const found = await readForFigures(tx, measurementId);
	const summary = found?.kind === 'show' ? summarise(found.measurement, found.responses) : undefined;
	const store = async () => {
		if (summary) await tx.objectStore('summaries').put({ measurementId, rules: RULES, summary });
	};
	// On a full device nothing is stored, and the next time it is made again: what was made now still holds.
	await Promise.allSettled([store(), tx.done]);
	return summary;
}
