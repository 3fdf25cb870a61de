import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadMeasurement, loadMeasurements } from '$lib/storage/records/measurements';
import { deleteMeasurement, deletePartnership } from '$lib/storage/bundles/removal';
import {
	emptyContent,
	loadPartnership,
	loadPartnerships,
	savePartnershipRecords
} from '$lib/storage/records/partnerships';
import { putBackRecords } from '$lib/storage/bundles/put-back';
import { changeLetterhead, firstWayOf } from '$lib/storage/records/settings';
import { saveSheetAnswer } from '$lib/storage/records/sheet-answers';
import { beginSheet } from '$lib/storage/records/sheets';
import { dumpDatabase } from '../../../builders/dump-database';
import { anItem, measurementOf, partnershipOf } from '../../../builders/records';
import { recordsOf, sheetOf, storeMeasurements } from '../../../builders/stored-records';

beforeEach(wipeDatabase);

/** Half-filled sheets of both measurements of this partnership. */
async function storeSheetsOf(id: string): Promise<void> {
	for (const measurement of recordsOf(id).measurements) {
		const sheet = sheetOf(measurement, `blad-${measurement.id}`);
		await beginSheet(sheet);
		await saveSheetAnswer(sheet, anItem, 2);
	}
}

/** All but what stays of a removed measurement until its host has emptied its letterbox: nothing that opens one. */
async function dumpWithoutEmptied(): Promise<Record<string, unknown[]>> {
	const { letterboxes = [], ...rest } = await dumpDatabase();
	const left = { status: 'emptying', privateKey: '' };
	const isOfRemoved = (one: unknown) => JSON.stringify(one).includes('"measurementId":"removed ');
	for (const one of letterboxes.filter(isOfRemoved)) expect(one).toMatchObject(left);
	return { ...rest, letterboxes: letterboxes.filter((one) => !isOfRemoved(one)) };
}

describe('the measurements of a partnership', () => {
	test('come newest date first, on one day the last made first', async () => {
		const morning = { ...measurementOf('a', 'ochtend', '2026-03-19'), createdAt: '2026-03-19T08:00:00.000Z' };
		const evening = { ...measurementOf('a', 'avond', '2026-03-19'), createdAt: '2026-03-19T19:00:00.000Z' };
		// Entered afterwards, about an earlier day.
		const earlier = { ...measurementOf('a', 'vorig-jaar', '2025-03-20'), createdAt: '2026-04-01T08:00:00.000Z' };
		await storeMeasurements(morning, earlier, evening);

		expect(await loadMeasurements('a')).toEqual([evening, morning, earlier]);
	});

	test('are only its own', async () => {
		await storeMeasurements(measurementOf('a', 'van-a'), measurementOf('b', 'van-b'));

		expect(await loadMeasurements('a')).toEqual([measurementOf('a', 'van-a')]);
		expect(await loadMeasurements('c')).toEqual([]);
	});

	test('are found one by one, and an unknown one is not', async () => {
		await storeMeasurements(measurementOf('a', 'van-a'));

		expect(await loadMeasurement('van-a')).toEqual(measurementOf('a', 'van-a'));
		expect(await loadMeasurement('onbekend')).toBeUndefined();
	});
});

describe('deleting a partnership', () => {
	test('removes everything of it and nothing of the others', async () => {
		await savePartnershipRecords(recordsOf('b'));
		await storeSheetsOf('b');
		await changeLetterhead('b', (letterhead) => ({ ...letterhead, guide: 'Ward' }));
		const onlyB = await dumpDatabase();
		await savePartnershipRecords(recordsOf('a'), [firstWayOf('a-eerste', 'device')]);
		await changeLetterhead('a', (letterhead) => ({ ...letterhead, guide: 'Zoë' }));
		await storeSheetsOf('a');

		await deletePartnership('a');

		expect(await dumpWithoutEmptied()).toEqual(onlyB);
		expect(await loadPartnership('a')).toBeUndefined();
		expect(await loadPartnerships()).toEqual([partnershipOf('b')]);
	});

	test('and putting it back gives the identical database', async () => {
		await savePartnershipRecords(recordsOf('a'), [firstWayOf('a-eerste', 'device')]);
		await savePartnershipRecords(recordsOf('b'));
		await changeLetterhead('a', (letterhead) => ({ ...letterhead, guide: 'Zoë' }));
		const before = await dumpDatabase();

		const removed = await deletePartnership('a');
		expect(await dumpDatabase()).not.toEqual(before);
		expect(removed).toEqual({
			...recordsOf('a'),
			questionnaires: [],
			partnershipGone: true,
			leavesLetterbox: true,
			settings: [{ key: 'letterhead a', value: { logo: null, guide: 'Zoë' } }, firstWayOf('a-eerste', 'device')]
		});
		if (removed) await putBackRecords(removed);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('and putting it back does not bring back half-filled sheets', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const withoutSheets = await dumpDatabase();
		await storeSheetsOf('a');

		const removed = await deletePartnership('a');
		if (removed) await putBackRecords(removed);

		expect(await dumpDatabase()).toEqual(withoutSheets);
	});

	test('without measurements works too', async () => {
		const empty = { partnership: partnershipOf('a'), measurements: [], ...emptyContent };
		await savePartnershipRecords(empty);

		expect(await deletePartnership('a')).toMatchObject(empty);
		expect(await loadPartnerships()).toEqual([]);
	});

	test('that is not there changes nothing', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const before = await dumpDatabase();

		expect(await deletePartnership('onbekend')).toBeUndefined();
		expect(await dumpDatabase()).toEqual(before);
	});
});

describe('deleting one measurement', () => {
	test('leaves its partnership and the other measurements', async () => {
		const { partnership, measurements } = recordsOf('a');
		await savePartnershipRecords(recordsOf('a'));
		await storeSheetsOf('a');

		await deleteMeasurement('a-eerste');

		expect(await loadPartnerships()).toEqual([partnership]);
		expect(await loadMeasurements('a')).toEqual(measurements.slice(1));
		const rest = Object.entries(await dumpDatabase());
		const about = (records: unknown[], id: string) => records.filter((record) => JSON.stringify(record).includes(id));
		expect(rest.flatMap(([, records]) => about(records, 'a-eerste'))).toEqual([]);
		expect(rest.filter(([, records]) => about(records, 'a-tweede').length > 0).map(([store]) => store)).toEqual([
			'agreedScores',
			'answers',
			'commitments',
			'letterboxes',
			'measurements',
			'notes',
			'positions',
			'reportChoices',
			'responses',
			'sheetEntries',
			'sheets'
		]);
	});

	test('and putting it back gives the identical database, but for its half-filled sheets', async () => {
		await savePartnershipRecords(recordsOf('a'));
		await savePartnershipRecords(recordsOf('b'));
		const before = await dumpDatabase();
		const sheet = sheetOf(measurementOf('a', 'a-eerste'), 'blad');
		await beginSheet(sheet);
		await saveSheetAnswer(sheet, anItem, 2);

		const removed = await deleteMeasurement('a-eerste');
		expect(await loadMeasurement('a-eerste')).toBeUndefined();
		if (removed) await putBackRecords(removed);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('takes the partnership along when it was the last, and leaves the other partnerships', async () => {
		await savePartnershipRecords(recordsOf('b'));
		const onlyB = await dumpDatabase();
		await savePartnershipRecords(recordsOf('a'));
		await storeSheetsOf('a');

		await deleteMeasurement('a-eerste');
		expect(await loadPartnership('a')).toEqual(partnershipOf('a'));
		await deleteMeasurement('a-tweede');

		expect(await loadPartnership('a')).toBeUndefined();
		expect(await dumpWithoutEmptied()).toEqual(onlyB);
	});

	test('that was the last and putting it back brings the partnership back, with everything of that measurement', async () => {
		await savePartnershipRecords(recordsOf('a'));
		await deleteMeasurement('a-eerste');
		const before = await dumpDatabase();

		const removed = await deleteMeasurement('a-tweede');
		expect(await loadPartnerships()).toEqual([]);
		expect(removed?.partnership).toEqual(partnershipOf('a'));
		if (removed) await putBackRecords(removed);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('both at once, as by two tabs, deletes the partnership too', async () => {
		await savePartnershipRecords(recordsOf('a'));

		const removed = await Promise.all([deleteMeasurement('a-eerste'), deleteMeasurement('a-tweede')]);
		expect(Object.values(await dumpWithoutEmptied()).flat()).toEqual([]);
		for (const records of removed) if (records) await putBackRecords(records);

		expect(await loadPartnerships()).toEqual([partnershipOf('a')]);
		expect(await loadMeasurements('a')).toHaveLength(2);
	});

	test('that is not there changes nothing', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const before = await dumpDatabase();

		expect(await deleteMeasurement('onbekend')).toBeUndefined();
		expect(await dumpDatabase()).toEqual(before);
	});
});
