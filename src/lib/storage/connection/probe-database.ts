import { named } from '$lib/storage/place';
import { deleteDB, openDB } from 'idb';
import { within } from '$lib/storage/insist';

const NAME = named('proef');
/** In milliseconds. */
const TIME_TO_PROBE = 4000;

/**
 * Whether this page can make a database, write in it, open it anew and read that: then
 * storage as such works here and now.
 */
export function storageWorks(): Promise<boolean> {
	return within(TIME_TO_PROBE, 'a database to try', tryOut()).catch(() => false);
}

async function tryOut(): Promise<boolean> {
	await deleteDB(NAME);
	const made = await openDB(NAME, 1, {
		upgrade: (db, _old, _new, tx) => {
			// What fails is heard from the opening.
			tx.done.catch(() => undefined);
			db.createObjectStore('proef');
		}
	});
	const writing = made.transaction('proef', 'readwrite');
	await inWhole(writing.done, () => writing.store.put('x'.repeat(1000), 'tekst'));
	made.close();
	const again = await openDB(NAME, 1);
	const reading = again.transaction('proef');
	const text: unknown = await inWhole(reading.done, () => reading.store.get('tekst'));
	again.close();
	await deleteDB(NAME);
	return typeof text === 'string' && text.length === 1000;
}

/**
 * A transaction may fail when what was asked in it failed already: nobody waits for its end
 * then, and it must still be heard.
 */
async function inWhole<Result>(done: Promise<void>, ask: () => Promise<Result>): Promise<Result> {
	done.catch(() => undefined);
	const result = await ask();
	await done;
	return result;
}
