import { isBlank } from '$lib/domain/text/misleading-characters';
import { read } from '$lib/storage/connection/read';
import type { StoredPrivateNote } from '$lib/storage/schema';
import { mustBeThere } from '$lib/storage/storage-error';
import type { StoresIn } from '$lib/storage/transaction';
import { write } from '$lib/storage/writing/write';

/**
 * Notes of one partnership that are for this device alone. They stand apart from the partnership, so that whatever
 * shows or passes on a partnership has none of them.
 */

const PREFIX = 'note ';

type Settings<Mode extends IDBTransactionMode = IDBTransactionMode> = StoresIn<'settings', Mode>;

/** As it is stored. */
export function privateNoteOf(partnershipId: string, value: string): StoredPrivateNote {
	return { key: `${PREFIX}${partnershipId}`, value };
}

export function isPrivateNote(stored: { key: string } | undefined): stored is StoredPrivateNote {
	return stored?.key.startsWith(PREFIX) ?? false;
}

/** Empty while there is none. @throws StorageError */
export function loadPrivateNote(partnershipId: string): Promise<string> {
	return read(async (db) => (await readPrivateNote(db.transaction('settings'), partnershipId)) ?? '');
}

/** Within a transaction; undefined while there is none. */
export async function readPrivateNote(tx: Settings, partnershipId: string): Promise<string | undefined> {
	const stored = await tx.objectStore('settings').get(`${PREFIX}${partnershipId}`);
	return isPrivateNote(stored) ? stored.value : undefined;
}

/**
 * Changes it as it is now in the database, so that two tabs lose nothing of each other; a blank one goes.
 * @returns the note as it became
 * @throws StorageError when nothing was stored, also when the partnership is not there any more; and whatever the
 * change throws on purpose
 */
export async function changePrivateNote(partnershipId: string, change: (note: string) => string): Promise<string> {
	return write(
		['partnerships', 'settings'],
		async (tx) => {
			mustBeThere(await tx.objectStore('partnerships').getKey(partnershipId));
			const note = change((await readPrivateNote(tx, partnershipId)) ?? '');
			const stored = privateNoteOf(partnershipId, note);
			if (isBlank(note)) await tx.objectStore('settings').delete(stored.key);
			else await tx.objectStore('settings').put(stored);
			return note;
		},
		{ kind: 'partnership', partnershipId }
	);
}

/** Within a transaction, when its partnership goes. @returns what went, to put back; empty when there was none */
export async function removePrivateNote(
	tx: Settings<'readwrite'>,
	partnershipId: string
): Promise<StoredPrivateNote[]> {
	const value = await readPrivateNote(tx, partnershipId);
	if (value === undefined) return [];
	const stored = privateNoteOf(partnershipId, value);
	await tx.objectStore('settings').delete(stored.key);
	return [stored];
}
