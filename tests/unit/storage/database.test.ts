import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadPartnerships, savePartnershipRecords } from '$lib/storage/partnerships';
import { closeDatabase, database, upgrades, wipeDatabase } from '$lib/storage/database';
import { asStorageError, StorageError, type StorageProblem } from '$lib/storage/storage-error';
import { recordsOf } from './records';

const NAME = 'samenwerkingsmeter';

beforeEach(wipeDatabase);
afterEach(() => {
	vi.restoreAllMocks();
});

/** The key and the indexes of every store, as the browser has them. */
async function describeStores() {
	const open = await database();
	const tx = open.transaction([...open.objectStoreNames]);
	return Object.fromEntries(
		[...tx.objectStoreNames].map((name) => {
			const store = tx.objectStore(name);
			const indexes = [...store.indexNames].map((index) => {
				const { keyPath, unique, multiEntry } = store.index(index);
				return { name: index, keyPath, unique, multiEntry };
			});
			return [name, { keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes }];
		})
	);
}

describe('the upgrades', () => {
	test('give a new device all stores and indexes', async () => {
		const byMeasurement = { name: 'byMeasurement', keyPath: 'measurementId', unique: false, multiEntry: false };
		const byPartnership = { name: 'byPartnership', keyPath: 'partnershipId', unique: false, multiEntry: false };

		expect(await describeStores()).toEqual({
			partnerships: { keyPath: 'id', autoIncrement: false, indexes: [] },
			measurements: { keyPath: 'id', autoIncrement: false, indexes: [byPartnership] },
			answers: { keyPath: ['responseId', 'itemId'], autoIncrement: false, indexes: [byMeasurement] },
			notes: { keyPath: ['measurementId', 'itemId'], autoIncrement: false, indexes: [byMeasurement] },
			positions: { keyPath: 'measurementId', autoIncrement: false, indexes: [] }
		});
	});

	test('number the database: one version a step', async () => {
		expect((await database()).version).toBe(upgrades.length);
	});

	test('run once: what was stored is there again after opening anew', async () => {
		await savePartnershipRecords(recordsOf('a'));
		await closeDatabase();

		expect(await loadPartnerships()).toEqual([recordsOf('a').partnership]);
	});
});

describe('the connection', () => {
	test('is one for all who ask', async () => {
		const [first, second] = await Promise.all([database(), database()]);

		expect(second).toBe(first);
	});

	test('makes way for a tab with a newer version', async () => {
		await database();

		const newer = await openDB(NAME, upgrades.length + 1);

		expect(newer.version).toBe(upgrades.length + 1);
		newer.close();
	});

	test('refused by the browser gives a Dutch reason, and the next try is a new one', async () => {
		const refusal = new DOMException('The operation is insecure.', 'SecurityError');
		vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(() => {
			throw refusal;
		});

		const failure = loadPartnerships();

		await expect(failure).rejects.toThrow(StorageError);
		await expect(failure).rejects.toMatchObject({
			problem: 'unavailable',
			message: expect.stringContaining('Gebruik je een privévenster?'),
			cause: refusal
		});
		expect(await loadPartnerships()).toEqual([]);
	});

	test('is wiped with everything in it', async () => {
		await savePartnershipRecords(recordsOf('a'));

		await wipeDatabase();

		expect(await loadPartnerships()).toEqual([]);
	});
});

describe('a storage error', () => {
	test.each<[StorageProblem, string]>([
		[
			'unavailable',
			'Deze browser laat niet toe om gegevens te bewaren. Gebruik je een privévenster? Open deze pagina dan in een gewoon venster.'
		],
		[
			'blocked',
			'Deze pagina staat nog open in een ander tabblad met een oudere versie. Sluit dat tabblad en laad deze pagina opnieuw.'
		],
		['full', 'Het toestel heeft geen plaats meer. Maak plaats vrij en probeer opnieuw.'],
		['failed', 'Bewaren is niet gelukt. Probeer opnieuw.']
	])('"%s" says in Dutch what to do', (problem, message) => {
		expect(new StorageError(problem)).toMatchObject({ name: 'StorageError', problem, message });
	});

	test('of a full device is recognised', () => {
		const cause = new DOMException('Quota exceeded', 'QuotaExceededError');

		expect(asStorageError(cause)).toMatchObject({ problem: 'full', cause });
	});

	test.each([new DOMException('Aborted', 'AbortError'), new TypeError('x is not a function'), 'tekst', undefined])(
		'of any other cause (%s) keeps that cause',
		(cause) => {
			expect(asStorageError(cause)).toMatchObject({ problem: 'failed', cause });
		}
	);

	test('stays itself', () => {
		const error = new StorageError('blocked');

		expect(asStorageError(error)).toBe(error);
	});
});
