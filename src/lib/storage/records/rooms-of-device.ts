import { openDB, type IDBPDatabase } from 'idb';
import { isOfRemoved } from '$lib/domain/measurement/own-letterbox';
import { DATABASE_NAME } from '$lib/storage/database-name';
import { readShowing, type ShowingStores } from './showings';
import type { Schema, StoredLetterbox } from '$lib/storage/schema';
import type { StoresIn } from '$lib/storage/transaction';

type RoomStores = ShowingStores & StoresIn<'measurements' | 'letterboxes'>;

/**
 * The letterboxes that have no use any more once this device is wiped: those not empty yet, but for what another
 * device closes and shows. For the page that wipes: it opens the database past all that would store or restore.
 * @returns none when they cannot be read
 */
export async function roomsOfDevice(): Promise<StoredLetterbox[]> {
	let db: IDBPDatabase<Schema> | undefined;
	try {
		if (!(await indexedDB.databases()).some(({ name }) => name === DATABASE_NAME)) return [];
		db = await openDB<Schema>(DATABASE_NAME);
		const stores = ['measurements', 'letterboxes', 'showings', 'settings'] as const;
		const tx = db.transaction(stores) as unknown as RoomStores;
		const rooms: StoredLetterbox[] = [];
		for (const one of await tx.objectStore('letterboxes').getAll()) if (await goes(tx, one)) rooms.push(one);
		return rooms;
	} catch {
		return [];
	} finally {
		db?.close();
	}
}

async function goes(tx: RoomStores, letterbox: StoredLetterbox): Promise<boolean> {
	if (letterbox.status === 'closed') return false;
	if (isOfRemoved(letterbox)) return true;
	const measurement = await tx.objectStore('measurements').get(letterbox.measurementId);
	if (!measurement) return false;
	return measurement.privacy.mode === 'open' || (await readShowing(tx, measurement, [])).isHere;
}
