import { read } from './read';
import type { StoredSetting } from './schema';
import { write } from './write';

export async function loadSetting(key: StoredSetting['key']): Promise<string | undefined> {
	return (await read((db) => db.get('settings', key)))?.value;
}

export async function saveSetting(key: StoredSetting['key'], value: string): Promise<void> {
	await write(['settings'], async (tx) => void (await tx.objectStore('settings').put({ key, value })), {
		kind: 'setting'
	});
}
