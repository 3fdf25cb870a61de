// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wipeDatabase } from '$lib/storage/connection/database';
import { read } from '$lib/storage/connection/read';
import { loadSetting, saveSetting } from '$lib/storage/records/settings';
import { write } from '$lib/storage/writing/write';

beforeEach(wipeDatabase);
afterEach(() => {
	Reflect.deleteProperty(document, 'onfreeze');
	show();
});

/** The page is left, and the browser keeps it as it is for who comes back. */
function hide(persisted: boolean): void {
	dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
}

function show(): void {
	dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
}

/** A write of another page, by a connection of its own. */
function writeElsewhere(): Promise<void> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('samenwerkingsmeter');
		opening.onerror = () => reject(new Error('it did not open'));
		opening.onsuccess = () => {
			const db = opening.result;
			const tx = db.transaction('settings', 'readwrite');
			tx.objectStore('settings').put({ key: 'elders', value: 'ja' });
			tx.oncomplete = () => {
				db.close();
				resolve();
			};
		};
	});
}

/** Reads on and on, until it is broken off. @returns once it reads, what it gives the second time */
async function beginReading(): Promise<{ ended: Promise<string> }> {
	let reads: () => void = () => undefined;
	const reading = new Promise<void>((resolve) => (reads = resolve));
	let tries = 0;
	const ended = read(async (db) => {
		const { store, done } = db.transaction('settings');
		done.catch(() => undefined);
		tries += 1;
		do {
			await store.get('appAddress');
			reads();
		} while (tries === 1);
		return 'read anew';
	});
	await reading;
	return { ended };
}

test('what a page was reading ends when the browser puts it aside; another one writes, and it reads anew', async () => {
	await saveSetting('appAddress', 'http://meter.example/');
	const { ended } = await beginReading();
	hide(true);
	show();
	await writeElsewhere();
	expect(await ended).toBe('read anew');
});

test('nothing begins any more while a page is put aside; once it is shown again, it stores as before', async () => {
	await saveSetting('appAddress', 'http://meter.example/');
	hide(true);
	await expect(saveSetting('appAddress', 'http://anders.example/')).rejects.toThrow('antwoordt niet');
	show();
	expect(await loadSetting('appAddress')).toBe('http://meter.example/');
	await saveSetting('appAddress', 'http://anders.example/');
	expect(await loadSetting('appAddress')).toBe('http://anders.example/');
});

test.each([
	{ how: 'is really left', persisted: false, freezes: false },
	{ how: 'is put aside by a browser that lets storage end by itself', persisted: true, freezes: true }
])('what a page was storing is stored when it $how', async ({ persisted, freezes }) => {
	if (freezes) Object.defineProperty(document, 'onfreeze', { value: null, configurable: true });
	await saveSetting('appAddress', 'http://meter.example/');
	await write(
		['settings'],
		async (tx) => {
			const store = tx.objectStore('settings');
			await store.get('appAddress');
			hide(persisted);
			await store.put({ key: 'appAddress', value: 'http://anders.example/' });
		},
		null
	);
	expect(await loadSetting('appAddress')).toBe('http://anders.example/');
});
