import type { Change } from '$lib/storage/changes';
import { asBackup } from '$lib/storage/meta';
import type { WriteTransaction } from '$lib/storage/transaction';

/** Changes of what no file with everything holds. */
const STAYS_HERE: readonly Change['kind'][] = ['setting', 'backup', 'sheet'];

/** Whether a file with everything is behind after this change. */
export function isBehindAfter(change: Change | null): boolean {
	return change !== null && !STAYS_HERE.includes(change.kind);
}

/**
 * Notes within the transaction of a change that every file with everything is behind by it: so no tab can say
 * meanwhile that one holds all.
 */
export async function markBehind(tx: WriteTransaction<'meta'>): Promise<void> {
	const meta = tx.objectStore('meta');
	const { watch, ...backup } = asBackup(await meta.get('backup'));
	const { file } = backup;
	if (backup.changed && (file?.changed ?? true) && watch === undefined) return;
	await meta.put({ ...backup, changed: true, file: file && { ...file, changed: true } });
}
