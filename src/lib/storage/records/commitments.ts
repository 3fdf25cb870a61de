import type { Commitment } from '$lib/domain/measurement/commitment';
import { read } from '$lib/storage/connection/read';
import { StorageError } from '$lib/storage/storage-error';
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
			if (!(await tx.objectStore('measurements').getKey(commitment.measurementId))) throw new StorageError('removed');
			await tx.objectStore('commitments').put(commitment);
		},
		{ kind: 'commitment', partnershipId: commitment.partnershipId }
	);
}

/**
 * Changes a commitment as it is now in the database, so that two tabs lose nothing of each other.
 * @throws StorageError when nothing was stored, also when the commitment is not there any more
 */
export async function changeCommitment(
	{ id, partnershipId }: Pick<Commitment, 'id' | 'partnershipId'>,
	change: (commitment: Commitment) => Commitment
): Promise<Commitment> {
	return write(
		['commitments'],
		async (tx) => {
			const stored = await tx.objectStore('commitments').get(id);
			if (!stored) throw new StorageError('removed');
			const changed = change(stored);
			await tx.objectStore('commitments').put(changed);
			return changed;
		},
		{ kind: 'commitment', partnershipId }
	);
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
