import type { ReportChoice } from '$lib/domain/measurement/commitment';
import { read } from '$lib/storage/connection/read';
import { StorageError } from '$lib/storage/storage-error';
import { write } from '$lib/storage/writing/write';

/** Undefined when nobody chose anything for the report of this measurement yet. */
export async function loadReportChoice(measurementId: string): Promise<ReportChoice | undefined> {
	return read((db) => db.get('reportChoices', measurementId));
}

/**
 * Changes it as it is now in the database, so that two tabs lose nothing of each other.
 * @throws StorageError when nothing was stored, also when its measurement is not there any more; and whatever
 * the change throws on purpose
 */
export async function changeReportChoice(
	measurementId: string,
	change: (choice: ReportChoice) => ReportChoice
): Promise<ReportChoice> {
	return write(
		['measurements', 'reportChoices'],
		async (tx) => {
			if (!(await tx.objectStore('measurements').getKey(measurementId))) throw new StorageError('removed');
			const stored = await tx.objectStore('reportChoices').get(measurementId);
			const changed = change(stored ?? { measurementId, adviceIds: null, ownWords: '' });
			await tx.objectStore('reportChoices').put(changed);
			return changed;
		},
		{ kind: 'report-choice', measurementId }
	);
}
