import { given } from '$lib/domain/given';
import { dropBeside } from '$lib/storage/beside';
import { wipeDatabase } from './database';
import { DATABASE_NAME } from '$lib/storage/database-name';
import { JOURNAL_FOLDER } from '$lib/storage/journal/protocol';
import { dropOutbox } from '$lib/storage/outbox/drop-outbox';
import { OUTBOX } from '$lib/storage/outbox/outbox-name';

/** Another tab that holds the database open makes deleting wait without end (ms). */
const PATIENCE = 5000;

/** Whether this app has a database here; true also when the browser does not say: then nothing may be touched. */
export async function mayHoldData(): Promise<boolean> {
	try {
		const own = [DATABASE_NAME, OUTBOX];
		return (await indexedDB.databases()).some(({ name }) => name !== undefined && own.includes(name));
	} catch {
		return true;
	}
}

/**
 * Deletes the database with everything in it, and what waits to be sent.
 * @throws Error when another tab does not let go of it; it is then deleted as soon as that tab closes
 */
export async function wipeStoredData(): Promise<void> {
	const late = new Promise<never>((_resolve, reject) => {
		setTimeout(() => reject(new Error('The database is still open in another tab')), PATIENCE);
	});
	await Promise.race([Promise.all([dropOutbox(), wipeDatabase().then(dropBeside)]), late]);
}

/**
 * Deletes the private files of this app, and leaves those of other apps at the same address alone.
 * @throws DOMException when one is in use
 */
export async function wipePrivateFiles(): Promise<void> {
	const ask = given(() => navigator.storage.getDirectory);
	if (!ask) return;
	try {
		await (await ask.call(navigator.storage)).removeEntry(JOURNAL_FOLDER, { recursive: true });
	} catch (cause) {
		if (!(cause instanceof DOMException && cause.name === 'NotFoundError')) throw cause;
	}
}
