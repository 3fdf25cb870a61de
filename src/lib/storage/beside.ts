import { named } from './place';
import { deleteDB } from 'idb';
import { within } from './insist';

/**
 * A database that is made again from the journal, while the broken one is still there. It has a name of its own, since
 * a database cannot be renamed, and it is gone again once the app has its own back.
 */
export const BESIDE = named('hersteld');
/** In milliseconds. */
export const TIME_TO_DELETE = 5000;

/** What a restoration that was broken off left behind: it holds what may have been replaced or deleted since. */
export async function dropBeside(): Promise<void> {
	await within(TIME_TO_DELETE, 'deleting', deleteDB(BESIDE));
}
