import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Home } from '$lib/state/lists/home.svelte';
import { wipeDatabase } from '$lib/storage/connection/database';
import { deleteMeasurement, deletePartnership } from '$lib/storage/bundles/removal';
import { savePartnershipRecords } from '$lib/storage/records/partnerships';
import { StorageError } from '$lib/storage/storage-error';
import { dumpDatabase } from '../../../builders/dump-database';
import { measurementOf } from '../../../builders/records';
import { recordsOf, storeMeasurements } from '../../../builders/stored-records';

let stop: (() => void) | undefined;

beforeEach(wipeDatabase);
afterEach(() => {
	stop?.();
	stop = undefined;
	vi.restoreAllMocks();
});

const namesOn = (home: Home) => home.lines?.map(({ partnership }) => partnership.id).sort();

/** The home screen with its lines read. */
async function openHome(): Promise<Home> {
	const home = new Home();
	stop = home.start();
	await vi.waitFor(() => expect(home.lines).toBeDefined());
	return home;
}

describe('removing on the home screen', () => {
	beforeEach(async () => {
		await savePartnershipRecords(recordsOf('a'));
		await savePartnershipRecords(recordsOf('b'));
	});

	test('takes the partnership off the screen, and undoing gives the identical database', async () => {
		const home = await openHome();
		const before = await dumpDatabase();

		await home.remove('a');
		await vi.waitFor(() => expect(namesOn(home)).toEqual(['b']));
		expect(home.removed?.partnership.name).toBe('Verband a');
		await home.undoRemove();

		expect(await dumpDatabase()).toEqual(before);
		expect(home.removed).toBeUndefined();
		await vi.waitFor(() => expect(namesOn(home)).toEqual(['a', 'b']));
	});

	test.each<[string, (home: Home) => Promise<unknown>]>([
		['twice at once, as with a double click,', (home) => Promise.all([home.remove('a'), home.remove('a')])],
		['again later', (home) => home.remove('a').then(() => home.remove('a'))]
	])('%s keeps the undo', async (_name, removeTwice) => {
		const home = await openHome();
		const before = await dumpDatabase();

		await removeTwice(home);
		expect(home.removed).toMatchObject(recordsOf('a'));
		await home.undoRemove();

		expect(await dumpDatabase()).toEqual(before);
		expect(home.problem).toBeUndefined();
	});

	test('another one after it: the undo is of the last', async () => {
		const home = await openHome();

		await home.remove('a');
		await home.remove('b');
		expect(home.removed).toMatchObject(recordsOf('b'));
		await home.undoRemove();

		await vi.waitFor(() => expect(namesOn(home)).toEqual(['b']));
	});

	test('what another tab removed gives nothing to undo', async () => {
		const home = await openHome();
		await deletePartnership('a');

		await home.remove('a');

		expect(home.removed).toBeUndefined();
	});

	test('that fails says so, removes nothing and keeps the undo of the one before', async () => {
		const home = await openHome();
		await home.remove('a');
		vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementationOnce(() => {
			throw new DOMException('De schijf is vol', 'QuotaExceededError');
		});

		await home.remove('b');

		expect(home.problem).toBe(new StorageError('full').message);
		expect(home.removed).toMatchObject(recordsOf('a'));
		expect((await dumpDatabase()).partnerships).toEqual([recordsOf('b').partnership]);
	});
});

test('the eight partnerships worked on last have a line, and all are counted', async () => {
	const dates = Array.from({ length: 10 }, (_, index) => `2026-03-${10 + index}`);
	await storeMeasurements(...dates.map((date, index) => measurementOf(`p${index}`, `m${index}`, date)));
	await storeMeasurements(measurementOf('p0', 'nieuwste', '2026-04-01'));

	const home = await openHome();

	expect(home.lines?.map(({ partnership }) => partnership.id)).toEqual([
		'p0',
		'p9',
		'p8',
		'p7',
		'p6',
		'p5',
		'p4',
		'p3'
	]);
	expect(home.lines?.[0]?.latest?.measurement.id).toBe('nieuwste');
	expect(home.total).toBe(10);
});

test('a partnership whose last measurement was deleted is off the home screen', async () => {
	await storeMeasurements(measurementOf('a', 'van-a'), measurementOf('b', 'van-b'));
	const home = await openHome();
	expect(namesOn(home)).toEqual(['a', 'b']);

	await deleteMeasurement('van-a');

	await vi.waitFor(() => expect(namesOn(home)).toEqual(['b']));
});
