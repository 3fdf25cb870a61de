import { withEdit } from '$lib/domain/measurement/edits';
import type { AgreedScore } from '$lib/domain/measurement/measurement';
import { changeRecord } from './change-record';
import { read } from '$lib/storage/connection/read';
import { mustBeThere } from '$lib/storage/storage-error';
import { thisTab } from '$lib/storage/writing/this-tab';
import { write } from '$lib/storage/writing/write';

export async function loadAgreedScores(measurementId: string): Promise<AgreedScore[]> {
	return read((db) => db.getAllFromIndex('agreedScores', 'byMeasurement', measurementId));
}

/**
 * Changes what was agreed on a dimension.
 * @throws StorageError when nothing was stored, also when the measurement is not there any more; and whatever the
 * change throws on purpose
 */
export async function changeAgreedScore(
	{ measurementId, dimensionId }: Pick<AgreedScore, 'measurementId' | 'dimensionId'>,
	change: (agreed: AgreedScore) => AgreedScore
): Promise<AgreedScore> {
	return write(
		['measurements', 'agreedScores'],
		async (tx) => {
			mustBeThere(await tx.objectStore('measurements').getKey(measurementId));
			const none = { measurementId, dimensionId, score: null, note: '' };
			const edit = (agreed: AgreedScore) => withEdit(agreed, change(agreed), thisTab());
			return changeRecord(tx.objectStore('agreedScores'), [measurementId, dimensionId], edit, none);
		},
		{ kind: 'agreed-score', measurementId }
	);
}
