import { StorageError } from '$lib/storage/storage-error';

/** How long people wait for storage that does not answer (ms). */
export const PATIENCE = 4000;
/** The same where it failed a moment ago. */
export const SHORT_PATIENCE = 1000;

/**
 * What storage gives, when it gives it in time: storage that hangs must not hold people up.
 * @throws StorageError when it takes longer than so many milliseconds; the work itself goes on
 */
export async function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new StorageError('unreachable')), milliseconds);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
