import { read } from './read';
import type { StoredBackup } from './schema';
import { write } from './write';

const NEVER: StoredBackup = { key: 'backup', savedAt: null, changed: false, file: null };

/**
 * What is known of backups of this device.
 * @throws StorageError when the database cannot be opened
 */
export async function loadBackup(): Promise<StoredBackup> {
	const stored = await read((db) => db.get('meta', 'backup'));
	return stored?.key === 'backup' ? stored : NEVER;
}

/**
 * Changes it as it is now in the database.
 * @throws StorageError when nothing was stored
 */
export async function changeBackup(change: (backup: StoredBackup) => StoredBackup): Promise<StoredBackup> {
	return write(
		['meta'],
		async (tx) => {
			const stored = await tx.objectStore('meta').get('backup');
			const changed = change(stored?.key === 'backup' ? stored : NEVER);
			await tx.objectStore('meta').put(changed);
			return changed;
		},
		{ kind: 'backup' }
	);
}
