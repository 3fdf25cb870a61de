import { deleteDB, openDB } from 'idb';
import { within } from './insist';

const NAME = 'samenwerkingsmeter proef';
/** In milliseconds. */
const TIME_TO_PROBE = 4000;

/** Whether this page can make a database, write in it, open it anew and read that: then storage as such works here and now. */
export function storageWorks(): Promise<boolean> {
	return within(TIME_TO_PROBE, 'a database to try', tryOut()).catch(() => false);
}

async function tryOut(): Promise<boolean> {
	await deleteDB(NAME);
	const made = await openDB(NAME, 1, { upgrade: (db) => void db.createObjectStore('proef') });
	await made.put('proef', 'x'.repeat(1000), 'tekst');
	made.close();
	const again = await openDB(NAME, 1);
	const text: unknown = await again.get('proef', 'tekst');
	again.close();
	await deleteDB(NAME);
	return typeof text === 'string' && text.length === 1000;
}
