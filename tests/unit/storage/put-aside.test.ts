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

function openElsewhere(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('samenwerkingsmeter');
		opening.onerror = () => reject(new Error('it did not open'));
		opening.onsuccess = () => resolve(opening.result);
	});
}

/** A write of another page, by a connection of its own. */
async function writeElsewhere(): Promise<void> {
	const db = await openElsewhere();
	const tx = db.transaction('settings', 'readwrite');
	tx.objectStore('settings').put({ key: 'elders', value: 'ja' });
	await new Promise((resolve) => (tx.oncomplete = resolve));
	db.close();
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

test('what was just broken off by itself holds up nothing else: the rest ends all the same', async () => {
	await saveSetting('appAddress', 'http://meter.example/');
	const db = await openElsewhere();
	const brokenOff = db.transaction('measurements');
	const goOn = () => void (brokenOff.objectStore('measurements').count().onsuccess = goOn);
	goOn();
	const { ended } = await beginReading();
	brokenOff.abort();
	hide(true);
	show();
	await writeElsewhere();
	expect(await ended).toBe('read anew');
	db.close();
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
