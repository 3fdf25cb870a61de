import { asBackup } from '$lib/storage/meta';
import { read } from '$lib/storage/connection/read';
import type { StoredBackup } from '$lib/storage/schema';
import { write } from '$lib/storage/writing/write';

/**
 * What is known of backups of this device.
 * @throws StorageError when the database cannot be opened
 */
export async function loadBackup(): Promise<StoredBackup> {
	return asBackup(await read((db) => db.get('meta', 'backup')));
}

/**
 * Changes it as it is now in the database.
 * @throws StorageError when nothing was stored
 */
export async function changeBackup(change: (backup: StoredBackup) => StoredBackup): Promise<StoredBackup> {
	return write(
		['meta'],
		async (tx) => {
			const changed = change(asBackup(await tx.objectStore('meta').get('backup')));
			await tx.objectStore('meta').put(changed);
			return changed;
		},
		{ kind: 'backup' }
	);
}

/**
 * Before everything is read for a file: from now on the database knows of every change, of whatever
 * tab, whether it came after this.
 * @param watch of this file alone
 * @throws StorageError when nothing was stored
 */
export async function beginBackup(watch: string): Promise<void> {
	await changeBackup((stored) => ({ ...stored, watch }));
}

/**
 * A file holds everything of some moment after `beginBackup`: that is the last backup, and whether it holds all is
 * decided in this transaction.
 * @param at ISO date
 * @param renewed whether it is the file that renews itself
 * @throws StorageError when nothing was stored
 */
export async function endBackup(watch: string, at: string, renewed: boolean): Promise<void> {
	await changeBackup(({ watch: watched, ...stored }) => {
		const changed = watched !== watch;
		const file = renewed && stored.file ? { ...stored.file, renewedAt: at, changed } : stored.file;
		return { ...stored, savedAt: at, changed, file, ...(changed && watched !== undefined ? { watch: watched } : {}) };
	});
}
