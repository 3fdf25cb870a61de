import { read } from '$lib/storage/connection/read';
import { write } from '$lib/storage/writing/write';

export async function loadSetting(key: 'appAddress'): Promise<string | undefined> {
	return (await read((db) => db.get('settings', key)))?.value;
}

export async function saveSetting(key: 'appAddress', value: string): Promise<void> {
	await write(['settings'], async (tx) => void (await tx.objectStore('settings').put({ key, value })), {
		kind: 'setting'
	});
}
