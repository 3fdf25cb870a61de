import type { ReportChoice } from '$lib/domain/measurement/commitment';
import { changeRecord } from '$lib/storage/records/change-record';
import { read } from '$lib/storage/connection/read';
import { mustBeThere } from '$lib/storage/storage-error';
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
			mustBeThere(await tx.objectStore('measurements').getKey(measurementId));
			const none = { measurementId, adviceIds: null, ownWords: '' };
			return changeRecord(tx.objectStore('reportChoices'), measurementId, change, none);
		},
		{ kind: 'report-choice', measurementId }
	);
}
