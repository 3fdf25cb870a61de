import { given } from '$lib/domain/given';
import { within } from '$lib/storage/insist';

/** What the browser says of keeping what is stored: whether it may clear that by itself, and how much there is. */

/** A browser that does not answer by then says nothing, in milliseconds. */
const PATIENCE = 2000;

/** Whether the browser promised to clear nothing by itself; null when it does not say. */
export async function promisesToKeep(): Promise<boolean | null> {
	const asking = given(() => navigator.storage.persisted());
	if (!asking) return null;
	return within(PATIENCE, 'the promise of the browser', asking).catch(() => null);
}

/** Asks for that promise; some browsers then ask people. One that does not answer promises nothing: people read so. */
export async function askForPromise(): Promise<void> {
	const storage = storageManager();
	try {
		if (!(await storage?.persisted?.())) await storage?.persist?.();
	} catch {
		// As said above.
	}
}

/** Bytes in use by everything of this website; null when the browser does not say. */
export async function bytesUsed(): Promise<number | null> {
	const estimate = await storageManager()
		?.estimate?.()
		.catch(() => null);
	return estimate?.usage ?? null;
}

/** Missing in old browsers, on a page without HTTPS and where site data is blocked. */
function storageManager(): Partial<StorageManager> | undefined {
	return given(() => navigator.storage);
}
