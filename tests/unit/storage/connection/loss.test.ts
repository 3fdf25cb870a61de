import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeDatabase, database, wipeDatabase } from '$lib/storage/connection/database';
import { dropLoss, isSomethingLost } from '$lib/storage/connection/loss';
import { saveSetting } from '$lib/storage/records/settings';

const store = () => saveSetting('appAddress', 'https://www.gemeente.be/meter/');

beforeEach(async () => {
	await wipeDatabase();
	browser();
});
afterEach(() => {
	vi.unstubAllGlobals();
});

/** A browser without private files, so without a journal; with a small memory that it may keep or lose. */
function browser(): void {
	const memory = new Map<string, string>();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => memory.get(key) ?? null,
		setItem: (key: string, value: string) => void memory.set(key, value),
		removeItem: (key: string) => void memory.delete(key)
	});
}

/** The next visit after the browser threw the database away, and not the small memory. */
async function loseEverything(): Promise<void> {
	await store();
	await wipeDatabase();
	await database();
}

async function expectLostUntilRead(): Promise<void> {
	expect(isSomethingLost()).toBe(true);
	dropLoss();
	await closeDatabase();
	await database();
	expect(isSomethingLost()).toBe(false);
}

test('nothing is lost at the first visit, nor at the next ones', async () => {
	await database();
	expect(isSomethingLost()).toBe(false);
	await store();
	await closeDatabase();
	await database();
	expect(isSomethingLost()).toBe(false);
});

test('a database that is gone is known to be lost, until someone has read it', async () => {
	await loseEverything();
	await expectLostUntilRead();
});

test('that it is lost is still known when the app goes on in a new database', async () => {
	await loseEverything();
	await store();
	await closeDatabase();
	await database();
	await expectLostUntilRead();
});

test('where everything is wiped at once it looks like a first visit', async () => {
	await store();
	await wipeDatabase();
	browser();
	await database();
	expect(isSomethingLost()).toBe(false);
});

test('a browser that refuses its small memory is no trouble', async () => {
	vi.stubGlobal('localStorage', undefined);
	await store();
	await wipeDatabase();
	await database();
	dropLoss();
	expect(isSomethingLost()).toBe(false);
});
