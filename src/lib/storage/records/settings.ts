import type { Measurement, Way } from '$lib/domain/measurement/measurement';
import { noLetterhead, type Letterhead } from '$lib/domain/measurement/letterhead';
import { read } from '$lib/storage/connection/read';
import type { StoredFirstWay, StoredLetterhead } from '$lib/storage/schema';
import { mustBeThere } from '$lib/storage/storage-error';
import type { StoresIn } from '$lib/storage/transaction';
import { write } from '$lib/storage/writing/write';

export async function loadSetting(key: 'appAddress'): Promise<string | undefined> {
	const stored = await read((db) => db.get('settings', key));
	return stored?.key === key ? stored.value : undefined;
}

export async function saveSetting(key: 'appAddress', value: string): Promise<void> {
	await write(['settings'], async (tx) => void (await tx.objectStore('settings').put({ key, value })), {
		kind: 'setting'
	});
}

type Settings<Mode extends IDBTransactionMode> = StoresIn<'settings', Mode>;

const keyOf = (partnershipId: string) => `letterhead ${partnershipId}` as const;

/** What the reports of a partnership carry. @throws StorageError */
export async function loadLetterhead(partnershipId: string): Promise<Letterhead> {
	const stored = await read((db) => db.get('settings', keyOf(partnershipId)));
	return isLetterhead(stored) ? stored.value : noLetterhead;
}

/**
 * Changes it as it is now in the database, so that two tabs lose nothing of each other.
 * @throws StorageError when nothing was stored, also when the partnership is not there any more
 */
export async function changeLetterhead(
	partnershipId: string,
	change: (letterhead: Letterhead) => Letterhead
): Promise<Letterhead> {
	return write(
		['partnerships', 'settings'],
		async (tx) => {
			mustBeThere(await tx.objectStore('partnerships').getKey(partnershipId));
			const settings = tx.objectStore('settings');
			const stored = await settings.get(keyOf(partnershipId));
			const value = change(isLetterhead(stored) ? stored.value : noLetterhead);
			await settings.put({ key: keyOf(partnershipId), value });
			return value;
		},
		{ kind: 'setting' }
	);
}

/** Within a transaction, when its partnership goes. @returns what went, to put back; empty when there was none */
export async function removeLetterhead(tx: Settings<'readwrite'>, partnershipId: string): Promise<StoredLetterhead[]> {
	const settings = tx.objectStore('settings');
	const stored = await settings.get(keyOf(partnershipId));
	if (!isLetterhead(stored)) return [];
	await settings.delete(stored.key);
	return [stored];
}

function isLetterhead(stored: { key: string } | undefined): stored is StoredLetterhead {
	return stored?.key.startsWith('letterhead ') ?? false;
}

const WAY = 'way ';

/** As it is stored: the way that a measurement is made for. */
export function firstWayOf(measurementId: string, value: Way): StoredFirstWay {
	return { key: `${WAY}${measurementId}`, value };
}

/** Undefined for one that was not made on this device. @throws StorageError */
export async function loadFirstWay(measurementId: string): Promise<Way | undefined> {
	const stored = await read((db) => db.get('settings', `${WAY}${measurementId}`));
	return isFirstWay(stored) ? stored.value : undefined;
}

/** Within a transaction, when these measurements go. @returns what went, to put back */
export async function removeFirstWays(
	tx: Settings<'readwrite'>,
	measurements: readonly Pick<Measurement, 'id'>[]
): Promise<StoredFirstWay[]> {
	const settings = tx.objectStore('settings');
	const removed: StoredFirstWay[] = [];
	for (const { id } of measurements) {
		const stored = await settings.get(`${WAY}${id}`);
		if (!isFirstWay(stored)) continue;
		await settings.delete(stored.key);
		removed.push(stored);
	}
	return removed;
}

function isFirstWay(stored: { key: string } | undefined): stored is StoredFirstWay {
	return stored?.key.startsWith(WAY) ?? false;
}
