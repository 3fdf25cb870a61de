import type { ReportChoice } from '$lib/domain/commitment';
import { database } from './database';
import { StorageError } from './storage-error';
import { write } from './write';

/** Undefined when nobody chose anything for the report of this measurement yet. */
export async function loadReportChoice(measurementId: string): Promise<ReportChoice | undefined> {
	return (await database()).get('reportChoices', measurementId);
}

/** @throws StorageError when it was not stored, also when its measurement is not there any more */
export async function saveReportChoice(choice: ReportChoice): Promise<void> {
	await write(
		['measurements', 'reportChoices'],
		async (tx) => {
			if (!(await tx.objectStore('measurements').getKey(choice.measurementId))) throw new StorageError('removed');
			await tx.objectStore('reportChoices').put(choice);
		},
		{ kind: 'report-choice', measurementId: choice.measurementId }
	);
}
