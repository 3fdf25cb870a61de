import type { IDBPObjectStore, StoreNames } from 'idb';
import type { Change } from './changes';
import type { Schema, StoredBackup } from './schema';

/** Changes of what no file with everything holds. */
const STAYS_HERE: readonly Change['kind'][] = ['setting', 'questionnaire', 'backup', 'sheet'];

export const NO_BACKUP: StoredBackup = { key: 'backup', savedAt: null, changed: false, file: null };

/** Whether a file with everything is behind after this change. */
export function isBehindAfter(change: Change | null): boolean {
	return change !== null && !STAYS_HERE.includes(change.kind);
}

/**
 * Notes within the transaction of a change that every file with everything is behind by it: so no tab can say
 * meanwhile that one holds all.
 */
export async function markBehind(
	meta: IDBPObjectStore<Schema, StoreNames<Schema>[], 'meta', 'readwrite'>
): Promise<void> {
	const stored = await meta.get('backup');
	const { watch, ...backup } = stored?.key === 'backup' ? stored : NO_BACKUP;
	const { file } = backup;
	if (backup.changed && (file?.changed ?? true) && watch === undefined) return;
	await meta.put({ ...backup, changed: true, file: file && { ...file, changed: true } });
}
