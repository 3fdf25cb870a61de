import { canTakeIn } from '$lib/domain/intake/intake';
import { isLetterboxOver, letterboxWithoutKey, removedLetterboxKey } from '$lib/domain/measurement/own-letterbox';
import { read } from '$lib/storage/connection/read';
import type { StoredLetterbox } from '$lib/storage/schema';
import { mustBeThere } from '$lib/storage/storage-error';
import type { WriteTransaction } from '$lib/storage/transaction';
import { write } from '$lib/storage/writing/write';

/** Where phones drop answers to the measurements of this device, with what opens them. */

/** @throws StorageError */
export async function loadLetterbox(measurementId: string): Promise<StoredLetterbox | undefined> {
	return read((db) => db.get('letterboxes', measurementId));
}

/** All of this device. @throws StorageError */
export async function loadLetterboxes(): Promise<StoredLetterbox[]> {
	return read((db) => db.getAll('letterboxes'));
}

/**
 * Stores the letterbox of a measurement that is open. One that another tab stored meanwhile stays.
 * @returns what is stored now; undefined when the measurement is closed
 * @throws StorageError when nothing was stored, also when there is no such measurement
 */
export async function addLetterbox(letterbox: StoredLetterbox): Promise<StoredLetterbox | undefined> {
	const { measurementId } = letterbox;
	return write(
		['measurements', 'letterboxes'],
		async (tx) => {
			const measurement = mustBeThere(await tx.objectStore('measurements').get(measurementId));
			const stored = await tx.objectStore('letterboxes').get(measurementId);
			if (stored) return stored;
			if (canTakeIn(measurement) !== null) return undefined;
			await tx.objectStore('letterboxes').put(letterbox);
			return letterbox;
		},
		{ kind: 'measurement', measurementId }
	);
}

/**
 * Says how it stands with the letterbox of a measurement. Nothing is changed when there is none any more, or when
 * another one came in its place.
 * @param reopens whether it opens again with its measurement; left out: as it was
 * @throws StorageError when nothing was stored
 */
export async function noteLetterbox(
	{ measurementId, roomId }: Pick<StoredLetterbox, 'measurementId' | 'roomId'>,
	status: StoredLetterbox['status'],
	reopens?: boolean
): Promise<void> {
	await write(
		['letterboxes'],
		async (tx) => {
			const letterboxes = tx.objectStore('letterboxes');
			const stored = await letterboxes.get(measurementId);
			if (stored?.roomId !== roomId || stored.status === status) return;
			// Nothing in it can be opened any more: it was there only to be emptied.
			if (stored.privateKey === '' && status !== 'emptying') await letterboxes.delete(measurementId);
			else await letterboxes.put(withStatus(stored, status, reopens ?? stored.reopens === true));
		},
		{ kind: 'measurement', measurementId }
	);
}

function withStatus(stored: StoredLetterbox, status: StoredLetterbox['status'], reopens: boolean): StoredLetterbox {
	const letterbox: StoredLetterbox = { ...stored, status };
	if (reopens) letterbox.reopens = true;
	else delete letterbox.reopens;
	return letterbox;
}

/**
 * Erases what a host has thrown away by now. Nothing is written when there is nothing.
 * @param today ISO date
 * @throws StorageError
 */
export async function eraseOldLetterboxes(today: string): Promise<void> {
	for (const { measurementId, roomId } of (await loadLetterboxes()).filter((one) => isLetterboxOver(one, today))) {
		await write(
			['letterboxes'],
			async (tx) => {
				const stored = await tx.objectStore('letterboxes').get(measurementId);
				if (stored?.roomId === roomId) await tx.objectStore('letterboxes').delete(measurementId);
			},
			{ kind: 'measurement', measurementId }
		);
	}
}

/** Within the transaction in which figures show for the first time: nothing opens an envelope from then on. */
export async function eraseKey(tx: WriteTransaction<'letterboxes'>, measurementId: string): Promise<void> {
	const letterboxes = tx.objectStore('letterboxes');
	const stored = await letterboxes.get(measurementId);
	if (!stored) return;
	// Erased first: so the journal forgets the key at once too.
	await letterboxes.delete(measurementId);
	const left = letterboxWithoutKey(stored);
	if (left) await letterboxes.put(left);
}

/**
 * Within the transaction that removes its measurement, once the letterbox itself is gone: what the host has to throw
 * away yet is kept, by the room alone.
 */
export async function leaveToEmpty(tx: WriteTransaction<'letterboxes'>, removed: StoredLetterbox): Promise<void> {
	const left = letterboxWithoutKey(removed);
	if (!left) return;
	await tx.objectStore('letterboxes').put({ ...left, measurementId: removedLetterboxKey(left.roomId) });
}

/** Within the transaction that removed their measurements: whether the host has any of them to empty. */
export async function isAnyLeft(
	tx: WriteTransaction<'letterboxes'>,
	removed: readonly StoredLetterbox[]
): Promise<boolean> {
	const keys = await tx.objectStore('letterboxes').getAllKeys();
	return removed.some(({ roomId }) => keys.includes(removedLetterboxKey(roomId)));
}

/**
 * Within the transaction that puts back measurements: the letterbox of each that is here again is as it was, and is
 * not emptied. One in whose place another came still is.
 */
export async function takeFromEmptying(
	tx: WriteTransaction<'letterboxes'>,
	removed: readonly StoredLetterbox[]
): Promise<void> {
	const letterboxes = tx.objectStore('letterboxes');
	for (const one of removed) {
		const here = await letterboxes.get(one.measurementId);
		if (here?.roomId !== one.roomId) continue;
		if (one.reopens && here.status === one.status) await letterboxes.put({ ...here, reopens: true });
		const left = removedLetterboxKey(one.roomId);
		if ((await letterboxes.getKey(left)) !== undefined) await letterboxes.delete(left);
	}
}
