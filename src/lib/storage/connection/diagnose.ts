import { probeDisk } from '$lib/storage/journal/journal';
import { asStorageError, StorageError } from '$lib/storage/storage-error';
import { noteReload } from '$lib/storage/trouble';
import { within } from '$lib/storage/insist';

/** In milliseconds. */
const TIME_TO_PROBE = 3000;
/** With less than this the browser gives nothing any more, in bytes. */
const LEAST_ROOM = 1_000_000;

/**
 * What to say of reading or writing that went on failing. Browsers give the same errors for a full disk as for storage
 * that is gone: only a test file tells them apart.
 */
export async function whyItFailed(cause: unknown): Promise<StorageError> {
	const error = asStorageError(cause);
	if (error.problem !== 'unreachable' || !(cause instanceof DOMException)) return error;
	if (await isDiskFull()) return new StorageError('full', { cause });
	noteReload(true);
	return error;
}

export async function isDiskFull(): Promise<boolean> {
	const [disk, room] = await Promise.all([
		within(TIME_TO_PROBE, 'a test file', probeDisk()).catch(() => 'fails' as const),
		within(TIME_TO_PROBE, 'an estimate', roomLeft()).catch(() => Infinity)
	]);
	return disk === 'full' || (disk === 'fails' && room < LEAST_ROOM);
}

/** In bytes, as far as the browser says. */
async function roomLeft(): Promise<number> {
	const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
	return quota - usage;
}
