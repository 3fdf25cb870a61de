import type { StoredBackup, StoredCount, StoredMeta } from './schema';

/** What a database says about itself stands in one store, a record for each subject: here as what it is. */

const NO_BACKUP: StoredBackup = { key: 'backup', savedAt: null, changed: false, file: null };

/** @param found under the key 'journal'; undefined while nothing was ever written that the journal keeps */
export function asCount(found: StoredMeta | undefined): StoredCount | undefined {
	return found?.key === 'journal' ? found : undefined;
}

/** @param found under the key 'backup' */
export function asBackup(found: StoredMeta | undefined): StoredBackup {
	return found?.key === 'backup' ? found : NO_BACKUP;
}
