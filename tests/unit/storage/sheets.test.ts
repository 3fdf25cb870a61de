import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '$lib/domain/measurement';
import { closeDatabase, wipeDatabase } from '$lib/storage/database';
import { changeMeasurement, loadMeasurement, loadResponses } from '$lib/storage/measurements';
import {
	asIndividualResponse,
	handInSheet,
	loadSheet,
	saveSheet,
	saveSheetAnswer,
	saveSheetNote,
	wipeSheet
} from '$lib/storage/sheets';
import { StorageError } from '$lib/storage/storage-error';
import { dumpDatabase } from './dump';
import { anItem, anotherItem, measurementOf, sheetOf, storeMeasurements } from './records';

const measurement = measurementOf('verband', 'meting');
const sheet = sheetOf(measurement, '00000000a1');
const { responseId } = sheet;

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurement);
	await saveSheet(sheet);
});
afterEach(() => {
	vi.restoreAllMocks();
});

const entry = (itemId: string, answer: Answer | null, note = '') => ({ responseId, itemId, answer, note });

describe('a sheet', () => {
	test('is there again after the page was closed, with everything on it', async () => {
		await saveSheetAnswer(sheet, anItem, 4);
		await saveSheetNote(sheet, anItem, 'Het etentje');
		await saveSheetAnswer(sheet, anotherItem, 'unknown');
		await closeDatabase();

		expect(await loadSheet('meting', 'device')).toEqual({
			sheet,
			entries: [entry(anotherItem, 'unknown'), entry(anItem, 4, 'Het etentje')]
		});
	});

	test('is found by its measurement and its way only', async () => {
		const onPhone = sheetOf(measurement, '00000000b2', { way: 'phone' });
		await saveSheet(onPhone);

		expect((await loadSheet('meting', 'device'))?.sheet).toEqual(sheet);
		expect((await loadSheet('meting', 'phone'))?.sheet).toEqual(onPhone);
		expect(await loadSheet('andere', 'device')).toBeUndefined();
	});

	test('stores one answer or note at a time, and leaves the others alone', async () => {
		await saveSheetAnswer(sheet, anItem, 2);
		await saveSheetNote(sheet, anItem, 'Blijft');
		const put = vi.spyOn(IDBObjectStore.prototype, 'put');

		await saveSheetAnswer(sheet, anotherItem, 5);
		await saveSheetAnswer(sheet, anItem, 3);
		await saveSheetNote(sheet, anotherItem, 'Nieuw');

		expect(put.mock.calls.map(([record]) => record)).toEqual([
			entry(anotherItem, 5),
			entry(anItem, 3, 'Blijft'),
			entry(anotherItem, 5, 'Nieuw')
		]);
	});

	test('keeps an answer and a note written at the same time', async () => {
		await Promise.all([saveSheetAnswer(sheet, anItem, 4), saveSheetNote(sheet, anItem, 'Tegelijk')]);

		expect((await loadSheet('meting', 'device'))?.entries).toEqual([entry(anItem, 4, 'Tegelijk')]);
	});

	test('has no answers of another sheet', async () => {
		const other = sheetOf(measurement, '00000000b2', { way: 'phone' });
		await saveSheet(other);
		await saveSheetAnswer(other, anItem, 1);

		expect((await loadSheet('meting', 'device'))?.entries).toEqual([]);
	});
});

describe('the response of a sheet', () => {
	test('has what was answered and noted, and nothing of what was left open', () => {
		const entries = [entry(anItem, 4, '  '), entry(anotherItem, null, 'Alleen een notitie')];

		expect(asIndividualResponse({ ...sheet, revision: 3 }, entries)).toEqual({
			id: responseId,
			measurementId: 'meting',
			groupId: 'gemeente',
			revision: 3,
			answers: { [anItem]: 4 },
			notes: { [anotherItem]: 'Alleen een notitie' }
		});
	});
});

describe('handing in', () => {
	beforeEach(async () => {
		await saveSheetAnswer(sheet, anItem, 4);
		await saveSheetNote(sheet, anItem, 'Het etentje');
		await saveSheetAnswer(sheet, anotherItem, 'unknown');
	});

	test('makes a response of the sheet', async () => {
		expect(await handInSheet(responseId)).toEqual({ kind: 'added' });

		expect(await loadResponses('meting')).toEqual([
			{
				id: responseId,
				measurementId: 'meting',
				groupId: 'gemeente',
				revision: 1,
				answers: { [anItem]: 4, [anotherItem]: 'unknown' },
				notes: { [anItem]: 'Het etentje' }
			}
		]);
	});

	test('leaves nothing of the sheet, and leaves other sheets alone', async () => {
		const other = sheetOf(measurement, '00000000b2', { way: 'phone' });
		await saveSheet(other);
		await saveSheetAnswer(other, anItem, 1);

		await handInSheet(responseId);

		expect(await dumpDatabase()).toMatchObject({
			sheets: [other],
			sheetEntries: [{ responseId: other.responseId, itemId: anItem, answer: 1, note: '' }]
		});
		expect(await loadSheet('meting', 'device')).toBeUndefined();
	});

	test('adds the way to the measurement, once', async () => {
		await handInSheet(responseId);
		const next = sheetOf(measurement, '00000000c3');
		await saveSheet(next);
		await handInSheet(next.responseId);

		expect((await loadMeasurement('meting'))?.ways).toEqual(['device', 'together']);
		expect(await loadResponses('meting')).toHaveLength(2);
	});

	test('without a single answer works too', async () => {
		const empty = sheetOf(measurement, '00000000c3');
		await saveSheet(empty);

		expect(await handInSheet(empty.responseId)).toEqual({ kind: 'added' });
		expect(await loadResponses('meting')).toContainEqual(expect.objectContaining({ id: '00000000c3', answers: {} }));
	});

	test('to a measurement that was closed meanwhile is refused in Dutch, and the sheet stays', async () => {
		await changeMeasurement('meting', (current) => ({ ...current, status: 'closed' }));
		const before = await dumpDatabase();

		expect(await handInSheet(responseId)).toEqual({
			kind: 'refused',
			reason: 'De meting is gesloten. Heropen ze eerst.'
		});

		expect(await dumpDatabase()).toEqual(before);
	});

	test('after a refusal works once the measurement is open again', async () => {
		await changeMeasurement('meting', (current) => ({ ...current, status: 'closed' }));
		await handInSheet(responseId);
		await changeMeasurement('meting', (current) => ({ ...current, status: 'open' }));

		expect(await handInSheet(responseId)).toEqual({ kind: 'added' });
		expect((await loadResponses('meting'))[0]?.answers).toEqual({ [anItem]: 4, [anotherItem]: 'unknown' });
	});

	test('all or none: a failure keeps the sheet and makes no response', async () => {
		const before = await dumpDatabase();
		vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementationOnce(() => {
			throw new DOMException('De schijf is stuk', 'UnknownError');
		});

		await expect(handInSheet(responseId)).rejects.toThrow(StorageError);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('twice, as with a double click, makes one response', async () => {
		const results = await Promise.allSettled([handInSheet(responseId), handInSheet(responseId)]);

		expect(results[0]).toEqual({ status: 'fulfilled', value: { kind: 'added' } });
		expect(await loadResponses('meting')).toHaveLength(1);
	});

	test('a sheet that is not there is refused, and nothing is made', async () => {
		const before = await dumpDatabase();

		await expect(handInSheet('onbekend')).rejects.toThrow(StorageError);

		expect(await dumpDatabase()).toEqual(before);
	});
});

describe('wiping', () => {
	test('leaves nothing of the sheet, and leaves other sheets alone', async () => {
		await saveSheetAnswer(sheet, anItem, 4);
		await saveSheetNote(sheet, anotherItem, 'Weg');
		const other = sheetOf(measurement, '00000000b2', { way: 'phone' });
		await saveSheet(other);
		await saveSheetAnswer(other, anItem, 1);

		await wipeSheet(sheet);

		expect(await dumpDatabase()).toMatchObject({
			sheets: [other],
			sheetEntries: [{ responseId: other.responseId, itemId: anItem, answer: 1, note: '' }],
			responses: []
		});
	});

	// Not so yet: an answer that arrives late, from another tab or the queue, stays behind without its sheet.
	test('also stops an answer that comes after it', async () => {
		await wipeSheet(sheet);

		await saveSheetAnswer(sheet, anItem, 4).catch(() => undefined);

		expect((await dumpDatabase()).sheetEntries).toEqual([]);
	});
});
