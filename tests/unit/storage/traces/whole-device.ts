import { openDB } from 'idb';
import { NAME, type Device, type Tab } from '../faults/device';
import { emptyContent } from '$lib/storage/records/partnerships';
import { partnershipOf } from '../../../builders/records';
import { anonymousMeasurement, PARTNERSHIP } from './ways-in';
import { openTab } from '../faults/device';

/** A tab in which both measurements were made. */
export async function beginTab(): Promise<Tab> {
	const tab = await openTab();
	await tab.savePartnershipRecords({
		...emptyContent,
		partnership: partnershipOf(PARTNERSHIP),
		measurements: [anonymousMeasurement(0), anonymousMeasurement(1)]
	});
	return tab;
}

/** Every record of every store, also what the database says of itself, as it is stored. */
export async function databaseText(): Promise<string> {
	const db = await openDB(NAME);
	const lines: string[] = [];
	for (const store of [...db.objectStoreNames]) {
		const [keys, records] = await Promise.all([db.getAllKeys(store), db.getAll(store)]);
		lines.push(...records.map((record, index) => JSON.stringify([store, keys[index], record])));
	}
	db.close();
	return lines.join('\n');
}

/** Everything that this browser keeps for the app: private files, database and small memory. */
export async function everything(device: Device): Promise<string> {
	return [device.disk.text, await databaseText(), device.memory].join('\n');
}
