import 'fake-indexeddb/auto';
import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { upgrades } from '$lib/storage/upgrades';
import { recordsOf } from '../../../builders/stored-records';

const NAME = 'samenwerkingsmeter';

/** A tab of its own: each has its own modules, and so its own connection. */
async function openTab() {
	vi.resetModules();
	const database = await import('$lib/storage/connection/database');
	const makingWay = await import('$lib/storage/connection/make-way');
	const partnerships = await import('$lib/storage/records/partnerships');
	return { ...database, ...makingWay, ...partnerships };
}

/**
 * What the app of a later version does when it opens: one more step, which says from which version on others may go on.
 */
async function upgradeFurther(compatibleFrom: number): Promise<IDBPDatabase> {
	return openDB(NAME, upgrades.length + 1, {
		upgrade: async (db, _old, _new, tx) => {
			db.createObjectStore('later', { keyPath: 'id' });
			await tx.objectStore('meta').put({ key: 'schema', compatibleFrom });
		}
	});
}

beforeEach(() => deleteDB(NAME));

describe('after the host went back to an older build', () => {
	test('everything is read and written in the database of the newer one, whose version stays', async () => {
		const before = await openTab();
		await before.savePartnershipRecords(recordsOf('a'));
		await before.closeDatabase();
		(await upgradeFurther(upgrades.length)).close();

		const older = await openTab();
		await older.savePartnershipRecords(recordsOf('b'));

		expect((await older.loadPartnerships()).map(({ id }) => id)).toEqual(['a', 'b']);
		expect((await older.database()).version).toBe(upgrades.length + 1);
		await older.closeDatabase();
	});

	test('a database that the newer one changed too much is not touched, and the reason is Dutch', async () => {
		const before = await openTab();
		await before.savePartnershipRecords(recordsOf('a'));
		await before.closeDatabase();
		const newer = await upgradeFurther(upgrades.length + 1);
		const stored = await newer.getAll('partnerships');
		newer.close();

		const older = await openTab();
		await expect(older.loadPartnerships()).rejects.toMatchObject({
			name: 'StorageError',
			problem: 'newer',
			message: expect.stringContaining('Alles is bewaard.')
		});
		await expect(older.savePartnershipRecords(recordsOf('b'))).rejects.toMatchObject({ problem: 'newer' });

		const again = await openDB(NAME);
		expect(again.version).toBe(upgrades.length + 1);
		expect(await again.getAll('partnerships')).toEqual(stored);
		again.close();
	});
});

describe('a tab of an older version, when a newer one opens', () => {
	test('stores what it has first, makes way, and from then on only reads', async () => {
		const older = await openTab();
		await older.savePartnershipRecords(recordsOf('a'));
		older.beforeNewerVersion(() => older.savePartnershipRecords(recordsOf('waited')));

		const newer = await upgradeFurther(upgrades.length);

		expect((await newer.getAllKeys('partnerships')).sort()).toEqual(['a', 'waited']);
		newer.close();
		expect(await older.loadPartnerships()).toHaveLength(2);
		await expect(older.savePartnershipRecords(recordsOf('b'))).rejects.toMatchObject({
			problem: 'overtaken',
			message: expect.stringContaining('nieuwere versie')
		});
		expect(await older.loadPartnerships()).toHaveLength(2);
		await older.closeDatabase();
	});
});
