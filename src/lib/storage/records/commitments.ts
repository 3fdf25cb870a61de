import type { Commitment } from '$lib/domain/measurement/commitment';
import { withEdit } from '$lib/domain/measurement/edits';
import { changeRecord } from './change-record';
import { read } from '$lib/storage/connection/read';
import { mustBeThere } from '$lib/storage/storage-error';
import { thisTab } from '$lib/storage/writing/this-tab';
import { write } from '$lib/storage/writing/write';

/** All commitments of a partnership, those of every measurement; in no order. */
export async function loadCommitments(partnershipId: string): Promise<Commitment[]> {
	return read((db) => db.getAllFromIndex('commitments', 'byPartnership', partnershipId));
}

/** Of every partnership; in no order. */
export async function loadAllCommitments(): Promise<Commitment[]> {
	return read((db) => db.getAll('commitments'));
}

/**
 * Stores a new commitment.
 * @throws StorageError when it was not stored, also when its measurement is not there any more
 */
export async function saveCommitment(commitment: Commitment): Promise<void> {
	await write(
		['measurements', 'commitments'],
		async (tx) => {
			mustBeThere(await tx.objectStore('measurements').getKey(commitment.measurementId));
			await tx.objectStore('commitments').put(commitment);
		},
		{ kind: 'commitment', partnershipId: commitment.partnershipId }
	);
}

/**
 * Changes a commitment.
 * @throws StorageError when nothing was stored, also when the commitment is not there any more
 */
export async function changeCommitment(
	{ id, partnershipId }: Pick<Commitment, 'id' | 'partnershipId'>,
	change: (commitment: Commitment) => Commitment
): Promise<Commitment> {
	const edit = (commitment: Commitment) => withEdit(commitment, change(commitment), thisTab());
	return write(['commitments'], (tx) => changeRecord(tx.objectStore('commitments'), id, edit), {
		kind: 'commitment',
		partnershipId
	});
}

/**
 * @returns what was deleted, to put back with `putBackCommitment`; undefined when there was no such commitment
 * @throws StorageError when nothing was deleted
 */
export async function deleteCommitment(id: string): Promise<Commitment | undefined> {
	const partnershipId = (await read((db) => db.get('commitments', id)))?.partnershipId;
	if (partnershipId === undefined) return undefined;
	return write(
		['commitments'],
		async (tx) => {
			const stored = await tx.objectStore('commitments').get(id);
			await tx.objectStore('commitments').delete(id);
			return stored;
		},
		{ kind: 'commitment', partnershipId }
	);
}
