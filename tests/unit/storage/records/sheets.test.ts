import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer, Trend } from '$lib/domain/measurement/measurement';
import { closeDatabase, database, wipeDatabase } from '$lib/storage/connection/database';
import { changeMeasurement, loadMeasurement } from '$lib/storage/records/measurements';
import { loadResponses } from '$lib/storage/records/responses';
import { deleteMeasurement } from '$lib/storage/bundles/removal';
import { handInSheet } from '$lib/storage/records/hand-in';
import { asIndividualResponse } from '$lib/storage/records/sheet-records';
import { saveSheetAnswer, changeSheetNote, saveSheetTrend } from '$lib/storage/records/sheet-answers';
import { beginSheet, loadSheet, wipeSheet } from '$lib/storage/records/sheets';
import { StorageError } from '$lib/storage/storage-error';
import { dumpDatabase } from '../../../builders/dump-database';
import { anItem, anotherItem, measurementOf } from '../../../builders/records';
import { sheetOf, storeMeasurements } from '../../../builders/stored-records';

const measurement = measurementOf('verband', 'meting');
const sheet = sheetOf(measurement, '00000000a1');
const { responseId } = sheet;

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurement);
	await beginSheet(sheet);
});
afterEach(() => {
	vi.restoreAllMocks();
});

const entry = (itemId: string, answer: Answer | null, note = '') => ({ responseId, itemId, answer, note });

describe('beginning a sheet', () => {
	const another = sheetOf(measurement, '00000000b2', { groupId: 'verenigingen' });

	test('stores it, and gives it back without anything on it', async () => {
		await wipeSheet(sheet);

		expect(await beginSheet(another)).toEqual({ sheet: another, entries: [], trends: [] });
		expect(await dumpDatabase()).toMatchObject({ sheets: [another], sheetEntries: [] });
	});

	test('gives the one that is there already, with everything on it, and stores no second', async () => {
		await saveSheetAnswer(sheet, anItem, 4);
		await changeSheetNote(sheet, anItem, () => 'Het etentje');
		const before = await dumpDatabase();

		expect(await beginSheet(another)).toEqual({ sheet, entries: [entry(anItem, 4, 'Het etentje')], trends: [] });
		expect(await dumpDatabase()).toEqual(before);
	});

	test('by two tabs at once makes one sheet, the same for both', async () => {
		await wipeSheet(sheet);

		const [first, second] = await Promise.all([beginSheet(sheet), beginSheet(another)]);

		expect(first).toEqual({ sheet, entries: [], trends: [] });
		expect(second).toEqual(first);
		expect((await dumpDatabase()).sheets).toEqual([sheet]);
	});

	test('of another measurement or another way is a sheet of its own', async () => {
		const onPhone = sheetOf(measurement, '00000000c3', { way: 'phone' });
		const elsewhere = sheetOf(measurementOf('verband', 'andere'), '00000000d4');

		await beginSheet(onPhone);
		await beginSheet(elsewhere);

		expect((await dumpDatabase()).sheets).toEqual([sheet, onPhone, elsewhere]);
	});

	test('is possible again once the one before was handed in', async () => {
		await saveSheetAnswer(sheet, anItem, 4);
		await handInSheet(sheet);

		expect(await beginSheet(another)).toEqual({ sheet: another, entries: [], trends: [] });
		expect((await dumpDatabase()).sheets).toEqual([another]);
	});
});

describe('a sheet', () => {
	test('is there again after the page was closed, with everything on it', async () => {
		await saveSheetAnswer(sheet, anItem, 4);
		await changeSheetNote(sheet, anItem, () => 'Het etentje');
		await saveSheetAnswer(sheet, anotherItem, 'unknown');
		await closeDatabase();

		expect(await loadSheet(sheet)).toEqual({
			sheet,
			entries: [entry(anotherItem, 'unknown'), entry(anItem, 4, 'Het etentje')],
			trends: []
		});
	});

	test('is found by its measurement and its way only', async () => {
		const onPhone = sheetOf(measurement, '00000000b2', { way: 'phone' });
		await beginSheet(onPhone);

		expect((await loadSheet(sheet))?.sheet).toEqual(sheet);
		expect((await loadSheet(onPhone))?.sheet).toEqual(onPhone);
		expect(await loadSheet(sheetOf({ ...measurement, id: 'andere' }, responseId))).toBeUndefined();
	});

	test('stores one answer or note at a time, and leaves the others alone', async () => {
		await saveSheetAnswer(sheet, anItem, 2);
		await changeSheetNote(sheet, anItem, () => 'Blijft');
		const put = vi.spyOn(IDBObjectStore.prototype, 'put');

		await saveSheetAnswer(sheet, anotherItem, 5);
		await saveSheetAnswer(sheet, anItem, 3);
		await changeSheetNote(sheet, anotherItem, () => 'Nieuw');

		expect(put.mock.calls.map(([record]) => record).filter((record) => record.key !== 'journal')).toEqual([
			entry(anotherItem, 5),
			entry(anItem, 3, 'Blijft'),
			entry(anotherItem, 5, 'Nieuw')
		]);
	});

	test('keeps an answer and a note written at the same time', async () => {
		await Promise.all([saveSheetAnswer(sheet, anItem, 4), changeSheetNote(sheet, anItem, () => 'Tegelijk')]);

		expect((await loadSheet(sheet))?.entries).toEqual([entry(anItem, 4, 'Tegelijk')]);
	});

	test('has no answers of another sheet', async () => {
		const other = sheetOf(measurement, '00000000b2', { way: 'phone' });
		await beginSheet(other);
		await saveSheetAnswer(other, anItem, 1);

		expect((await loadSheet(sheet))?.entries).toEqual([]);
	});
});

describe('the response of a sheet', () => {
	test('has what was answered and noted, and nothing of what was left open', () => {
		const entries = [entry(anItem, 4, '  '), entry(anotherItem, null, 'Alleen een notitie')];
		const trends = [{ responseId, dimensionId: 'openheid', trend: 'better' as const }];

		expect(asIndividualResponse({ sheet: { ...sheet, revision: 3 }, entries, trends })).toEqual({
			id: responseId,
			measurementId: 'meting',
			groupId: 'gemeente',
			revision: 3,
			answers: { [anItem]: 4 },
			notes: { [anotherItem]: 'Alleen een notitie' },
			trends: { openheid: 'better' }
		});
	});
});

describe('how it goes beside last time', () => {
	const asking = { ...measurementOf('verband', 'herhaling'), asksTrend: true };
	const again = sheetOf(asking, '00000000f6');
	const trendOf = (dimensionId: string, trend: Trend | null) => ({ responseId: again.responseId, dimensionId, trend });

	beforeEach(async () => {
		await storeMeasurements(asking);
		await beginSheet(again);
		await saveSheetAnswer(again, anItem, 4);
	});

	test('is stored dimension by dimension, and is there again after the page was closed', async () => {
		await saveSheetTrend(again, 'openheid', 'worse');
		await saveSheetTrend(again, 'waardering', 'same');
		await saveSheetTrend(again, 'openheid', 'better');
		await closeDatabase();

		const trends = [trendOf('openheid', 'better'), trendOf('waardering', 'same')];
		expect((await loadSheet(again))?.trends).toEqual(trends);
		expect(await beginSheet(sheetOf(asking, '00000000f7'))).toMatchObject({ sheet: again, trends });
	});

	test('can be left open after all, and is then not handed in', async () => {
		await saveSheetTrend(again, 'openheid', 'worse');
		await saveSheetTrend(again, 'waardering', 'same');
		await saveSheetTrend(again, 'openheid', null);

		expect((await loadSheet(again))?.trends).toEqual([trendOf('openheid', null), trendOf('waardering', 'same')]);
		await handInSheet(again);
		expect((await loadResponses('herhaling'))[0]?.trends).toEqual({ waardering: 'same' });
	});

	test('is handed in with the answers, and nothing of it stays on the sheet', async () => {
		await saveSheetTrend(again, 'openheid', 'better');

		expect(await handInSheet(again)).toEqual({ kind: 'added' });

		expect(await loadResponses('herhaling')).toMatchObject([{ trends: { openheid: 'better' } }]);
		expect(await dumpDatabase()).toMatchObject({ sheetTrends: [] });
	});

	test('is wiped with the sheet, and what comes after it is not stored', async () => {
		await saveSheetTrend(again, 'openheid', 'better');

		await wipeSheet(again);

		await expect(saveSheetTrend(again, 'openheid', 'same')).rejects.toMatchObject({ problem: 'gone' });
		expect(await dumpDatabase()).toMatchObject({ sheetTrends: [] });
	});

	test('goes with its measurement', async () => {
		await saveSheetTrend(again, 'openheid', 'better');

		await deleteMeasurement('herhaling');

		expect(await dumpDatabase()).toMatchObject({ sheetTrends: [] });
	});
});

describe('handing in', () => {
	beforeEach(async () => {
		await saveSheetAnswer(sheet, anItem, 4);
		await changeSheetNote(sheet, anItem, () => 'Het etentje');
		await saveSheetAnswer(sheet, anotherItem, 'unknown');
	});

	test('makes a response of the sheet', async () => {
		expect(await handInSheet(sheet)).toEqual({ kind: 'added' });

		expect(await loadResponses('meting')).toEqual([
			{
				id: responseId,
				measurementId: 'meting',
				groupId: 'gemeente',
				revision: 1,
				answers: { [anItem]: 4, [anotherItem]: 'unknown' },
				notes: { [anItem]: 'Het etentje' },
				trends: {}
			}
		]);
	});

	test('leaves nothing of the sheet, and leaves other sheets alone', async () => {
		const other = sheetOf(measurement, '00000000b2', { way: 'phone' });
		await beginSheet(other);
		await saveSheetAnswer(other, anItem, 1);

		await handInSheet(sheet);

		expect(await dumpDatabase()).toMatchObject({
			sheets: [other],
			sheetEntries: [{ responseId: other.responseId, itemId: anItem, answer: 1, note: '' }]
		});
		expect(await loadSheet(sheet)).toBeUndefined();
	});

	test('adds the way to the measurement, once', async () => {
		await handInSheet(sheet);
		const next = sheetOf(measurement, '00000000c3');
		await beginSheet(next);
		await saveSheetAnswer(next, anItem, 2);
		await handInSheet(next);

		expect((await loadMeasurement('meting'))?.ways).toEqual(['device', 'together']);
		expect(await loadResponses('meting')).toHaveLength(2);
	});

	test('without a single answer is refused in Dutch, and the sheet stays, with its notes', async () => {
		await handInSheet(sheet);
		const empty = sheetOf(measurement, '00000000c3');
		await beginSheet(empty);
		await changeSheetNote(empty, anItem, () => 'Alleen een notitie');
		const before = await dumpDatabase();

		expect(await handInSheet(empty)).toEqual({
			kind: 'refused',
			reason: 'Dit blad heeft nog geen enkel antwoord.'
		});

		expect(await dumpDatabase()).toEqual(before);
		expect((await loadSheet(sheet))?.sheet).toEqual(empty);
	});

	test('with «weet niet» alone is not without an answer', async () => {
		await handInSheet(sheet);
		const unsure = sheetOf(measurement, '00000000c3');
		await beginSheet(unsure);
		await saveSheetAnswer(unsure, anItem, 'unknown');

		expect(await handInSheet(unsure)).toEqual({ kind: 'added' });
		expect(await loadResponses('meting')).toContainEqual(
			expect.objectContaining({ id: '00000000c3', answers: { [anItem]: 'unknown' } })
		);
	});

	test('to a measurement that was closed meanwhile is refused in Dutch, and the sheet stays', async () => {
		await changeMeasurement('meting', (current) => ({ ...current, status: 'closed' }));
		const before = await dumpDatabase();

		expect(await handInSheet(sheet)).toEqual({
			kind: 'refused',
			reason: 'De meting is gesloten. Heropen ze eerst.'
		});

		expect(await dumpDatabase()).toEqual(before);
	});

	test('after a refusal works once the measurement is open again', async () => {
		await changeMeasurement('meting', (current) => ({ ...current, status: 'closed' }));
		await handInSheet(sheet);
		await changeMeasurement('meting', (current) => ({ ...current, status: 'open' }));

		expect(await handInSheet(sheet)).toEqual({ kind: 'added' });
		expect((await loadResponses('meting'))[0]?.answers).toEqual({ [anItem]: 4, [anotherItem]: 'unknown' });
	});

	test('all or none: a failure keeps the sheet and makes no response', async () => {
		const before = await dumpDatabase();
		vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementationOnce(() => {
			throw new DOMException('De schijf is vol', 'QuotaExceededError');
		});

		await expect(handInSheet(sheet)).rejects.toThrow(StorageError);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('twice, as with a double click, makes one response', async () => {
		const results = await Promise.allSettled([handInSheet(sheet), handInSheet(sheet)]);

		expect(results[0]).toEqual({ status: 'fulfilled', value: { kind: 'added' } });
		expect(await loadResponses('meting')).toHaveLength(1);
	});

	test('a sheet that is not there is refused, and nothing is made', async () => {
		const before = await dumpDatabase();

		await expect(handInSheet({ ...sheet, responseId: 'onbekend' })).rejects.toThrow(StorageError);

		expect(await dumpDatabase()).toEqual(before);
	});
});

describe('wiping', () => {
	test('leaves nothing of the sheet, and leaves other sheets alone', async () => {
		await saveSheetAnswer(sheet, anItem, 4);
		await changeSheetNote(sheet, anotherItem, () => 'Weg');
		const other = sheetOf(measurement, '00000000b2', { way: 'phone' });
		await beginSheet(other);
		await saveSheetAnswer(other, anItem, 1);

		await wipeSheet(sheet);

		expect(await dumpDatabase()).toMatchObject({
			sheets: [other],
			sheetEntries: [{ responseId: other.responseId, itemId: anItem, answer: 1, note: '' }],
			responses: []
		});
	});

	test('takes every sheet of that measurement and way, also from a tab that knows of another', async () => {
		// As two tabs could store before beginning gave the second the sheet of the first.
		const second = sheetOf(measurement, '00000000b2');
		await (await database()).put('sheets', second);
		const elsewhere = sheetOf(measurementOf('verband', 'andere'), '00000000d4');
		await beginSheet(elsewhere);
		for (const each of [sheet, second, elsewhere]) await saveSheetAnswer(each, anItem, 4);

		await wipeSheet(sheetOf(measurement, '00000000e5'));

		expect(await dumpDatabase()).toMatchObject({
			sheets: [elsewhere],
			sheetEntries: [{ responseId: elsewhere.responseId, itemId: anItem, answer: 4, note: '' }]
		});
	});

	test('also stops an answer that comes after it', async () => {
		await wipeSheet(sheet);

		await expect(saveSheetAnswer(sheet, anItem, 4)).rejects.toMatchObject({ problem: 'gone' });

		expect((await dumpDatabase()).sheetEntries).toEqual([]);
	});
});
