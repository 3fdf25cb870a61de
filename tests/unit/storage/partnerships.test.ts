import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { wipeDatabase } from '$lib/storage/database';
import {
	deletePartnership,
	loadMeasurement,
	loadMeasurements,
	loadPartnership,
	loadPartnerships,
	saveMeasurement,
	savePartnershipRecords
} from '$lib/storage/partnerships';
import { dumpDatabase } from './dump';
import { measurementOf, recordsOf } from './records';

beforeEach(wipeDatabase);

describe('the measurements of a partnership', () => {
	test('come newest date first, on one day the last made first', async () => {
		const morning = { ...measurementOf('a', 'ochtend', '2026-03-19'), createdAt: '2026-03-19T08:00:00.000Z' };
		const evening = { ...measurementOf('a', 'avond', '2026-03-19'), createdAt: '2026-03-19T19:00:00.000Z' };
		// Entered afterwards, about an earlier day.
		const earlier = { ...measurementOf('a', 'vorig-jaar', '2025-03-20'), createdAt: '2026-04-01T08:00:00.000Z' };
		for (const measurement of [morning, earlier, evening]) await saveMeasurement(measurement);

		expect(await loadMeasurements('a')).toEqual([evening, morning, earlier]);
	});

	test('are only its own', async () => {
		await saveMeasurement(measurementOf('a', 'van-a'));
		await saveMeasurement(measurementOf('b', 'van-b'));

		expect(await loadMeasurements('a')).toEqual([measurementOf('a', 'van-a')]);
		expect(await loadMeasurements('c')).toEqual([]);
	});

	test('are found one by one, and an unknown one is not', async () => {
		await saveMeasurement(measurementOf('a', 'van-a'));

		expect(await loadMeasurement('van-a')).toEqual(measurementOf('a', 'van-a'));
		expect(await loadMeasurement('onbekend')).toBeUndefined();
	});
});

describe('deleting a partnership', () => {
	test('removes everything of it and nothing of the others', async () => {
		await savePartnershipRecords(recordsOf('b'));
		const onlyB = await dumpDatabase();
		await savePartnershipRecords(recordsOf('a'));

		await deletePartnership('a');

		expect(await dumpDatabase()).toEqual(onlyB);
		expect(await loadPartnership('a')).toBeUndefined();
		expect(await loadPartnerships()).toEqual([recordsOf('b').partnership]);
	});

	test('and putting it back gives the identical database', async () => {
		await savePartnershipRecords(recordsOf('a'));
		await savePartnershipRecords(recordsOf('b'));
		const before = await dumpDatabase();

		const removed = await deletePartnership('a');
		expect(await dumpDatabase()).not.toEqual(before);
		expect(removed).toEqual(recordsOf('a'));
		if (removed) await savePartnershipRecords(removed);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('without measurements works too', async () => {
		const { partnership } = recordsOf('a');
		const empty = { partnership, measurements: [], answers: [], notes: [], positions: [] };
		await savePartnershipRecords(empty);

		expect(await deletePartnership('a')).toEqual(empty);
		expect(await loadPartnerships()).toEqual([]);
	});

	test('that is not there changes nothing', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const before = await dumpDatabase();

		expect(await deletePartnership('onbekend')).toBeUndefined();
		expect(await dumpDatabase()).toEqual(before);
	});
});
