import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer, Measurement } from '$lib/domain/measurement/measurement';
import {
	jointResponseId,
	loadJointResponses,
	loadNotes,
	loadPosition,
	saveJointAnswer,
	savePosition
} from '$lib/storage/records/answers';
import { closeDatabase, database, wipeDatabase } from '$lib/storage/connection/database';
import { countResponses } from '$lib/storage/records/responses';
import { changeMeasurement } from '$lib/storage/records/measurements';
import { deleteMeasurement, deletePartnership } from '$lib/storage/bundles/removal';
import { StorageError } from '$lib/storage/storage-error';
import { dumpDatabase } from '../../../builders/dump-database';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements, writeNote } from '../../../builders/stored-records';

const measurementId = 'meting';
const gemeente = { measurementId, groupId: 'gemeente', itemId: 'samen-zoeken' };
const verenigingen = { ...gemeente, groupId: 'verenigingen' };

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurementOf('verband', measurementId), measurementOf('verband', 'vorig-jaar'));
});
afterEach(() => {
	vi.restoreAllMocks();
});

async function storedRevision(place: typeof gemeente): Promise<number | undefined> {
	const key: [string, string] = [jointResponseId(place.measurementId, place.groupId), place.itemId];
	return (await (await database()).get('answers', key))?.revision;
}

describe('topics that a side chose together', () => {
	const topics = { ...gemeente, itemId: 'slotvraag' };

	test('and took back are no answer: the side answered nothing', async () => {
		await saveJointAnswer(topics, ['openheid']);
		expect(await countResponses(measurementId)).toEqual({ individuals: 0, joint: true });
		await saveJointAnswer(topics, null);

		expect(await loadJointResponses(measurementId)).toEqual([]);
		expect(await countResponses(measurementId)).toEqual({ individuals: 0, joint: false });
	});

	test('and took back leave its other answers, and those of another side', async () => {
		for (const side of [gemeente, verenigingen]) await saveJointAnswer({ ...side, itemId: 'slotvraag' }, null);
		await saveJointAnswer(verenigingen, 4);

		expect(await loadJointResponses(measurementId)).toMatchObject([
			{ groupId: 'verenigingen', answers: { 'samen-zoeken': 4 } }
		]);
		expect(await countResponses(measurementId)).toEqual({ individuals: 0, joint: true });
	});
});

describe('a joint answer', () => {
	test.each<Answer>([1, 2, 3, 4, 5, 'unknown'])('%s is there again after the page was closed', async (answer) => {
		await saveJointAnswer(gemeente, answer);
		await closeDatabase();

		expect(await loadJointResponses(measurementId)).toEqual([
			{
				id: jointResponseId(measurementId, 'gemeente'),
				groupId: 'gemeente',
				kind: 'joint',
				answers: { 'samen-zoeken': answer }
			}
		]);
	});

	test('replaces the earlier answer of that side and counts the revision up', async () => {
		await saveJointAnswer(gemeente, 2);
		expect(await storedRevision(gemeente)).toBe(1);

		await saveJointAnswer(gemeente, 'unknown');
		expect(await storedRevision(gemeente)).toBe(2);
		expect((await loadJointResponses(measurementId))[0]?.answers).toEqual({ 'samen-zoeken': 'unknown' });
	});

	test('writes no other record: not of another item, not of the other side', async () => {
		await saveJointAnswer(verenigingen, 1);
		await saveJointAnswer({ ...gemeente, itemId: 'andere-stelling' }, 3);
		const put = vi.spyOn(IDBObjectStore.prototype, 'put');

		await saveJointAnswer(gemeente, 5);

		expect(put.mock.calls.map(([record]) => record).filter((record) => record.key !== 'journal')).toEqual([
			{ ...gemeente, responseId: jointResponseId(measurementId, 'gemeente'), answer: 5, revision: 1 }
		]);
		expect(await storedRevision(verenigingen)).toBe(1);
	});

	test('of 36 items and two sides at the same time: all survive', async () => {
		const items = Array.from({ length: 36 }, (_, index) => `stelling-${index}`);
		const scoreAt = (index: number) => ([1, 2, 3, 4, 5] as const)[index % 5] ?? 'unknown';

		await Promise.all(
			items.flatMap((itemId, index) => [
				saveJointAnswer({ ...gemeente, itemId }, scoreAt(index)),
				saveJointAnswer({ ...verenigingen, itemId }, scoreAt(index + 1))
			])
		);

		const responses = await loadJointResponses(measurementId);
		const answersOf = (groupId: string) => responses.find((response) => response.groupId === groupId)?.answers;
		expect(responses).toHaveLength(2);
		expect(answersOf('gemeente')).toEqual(Object.fromEntries(items.map((item, index) => [item, scoreAt(index)])));
		expect(answersOf('verenigingen')).toEqual(
			Object.fromEntries(items.map((item, index) => [item, scoreAt(index + 1)]))
		);
	});

	test('saved twice at the same time: the last one stays and no revision is lost', async () => {
		await Promise.all([saveJointAnswer(gemeente, 2), saveJointAnswer(gemeente, 4)]);

		expect((await loadJointResponses(measurementId))[0]?.answers).toEqual({ 'samen-zoeken': 4 });
		expect(await storedRevision(gemeente)).toBe(2);
	});

	test('of another measurement stays out of the responses', async () => {
		await saveJointAnswer({ ...gemeente, measurementId: 'vorig-jaar' }, 1);

		expect(await loadJointResponses(measurementId)).toEqual([]);
	});
});

describe('a note', () => {
	test('is there again after the page was closed, line breaks and all', async () => {
		await writeNote(measurementId, 'samen-zoeken', 'De kermis:\n«vroeger» beginnen 🎪');
		await writeNote('vorig-jaar', 'samen-zoeken', 'Niet van deze meting');
		await closeDatabase();

		expect(await loadNotes(measurementId)).toEqual([
			{ itemId: 'samen-zoeken', text: 'De kermis:\n«vroeger» beginnen 🎪' }
		]);
	});

	test.each(['', '  \n\t '])('emptied to %j is deleted, and only that note', async (empty) => {
		await writeNote(measurementId, 'samen-zoeken', 'Weg ermee');
		await writeNote(measurementId, 'andere-stelling', 'Blijft');

		await writeNote(measurementId, 'samen-zoeken', empty);

		expect((await dumpDatabase()).notes).toEqual([{ measurementId, itemId: 'andere-stelling', text: 'Blijft' }]);
	});

	test('that was never there can be emptied', async () => {
		await writeNote(measurementId, 'samen-zoeken', '');

		expect(await loadNotes(measurementId)).toEqual([]);
	});
});

/** What can be written at a measurement while people answer together. */
const writes: [string, () => Promise<unknown>][] = [
	['an answer', () => saveJointAnswer(gemeente, 4)],
	['a note', () => writeNote(measurementId, 'samen-zoeken', 'Te laat')],
	['an emptied note', () => writeNote(measurementId, 'samen-zoeken', '')]
];

describe.each(writes)('%s that comes too late', (_name, save) => {
	test.each([
		['with its partnership', () => deletePartnership('verband')],
		['on its own', () => deleteMeasurement(measurementId)]
	])('leaves nothing when another tab deleted the measurement %s', async (_how, remove) => {
		await remove();
		const before = await dumpDatabase();

		await expect(save()).rejects.toMatchObject({ name: 'StorageError', problem: 'gone' });

		expect(await dumpDatabase()).toEqual(before);
		expect(before).toMatchObject({ answers: [], notes: [] });
	});

	test.each<[string, Partial<Measurement>]>([
		['closed', { status: 'closed' }],
		['sealed', { sealed: true }],
		['anonymous', { privacy: { mode: 'anoniem', threshold: 5 } }]
	])('changes nothing when the measurement is %s', async (_name, changes) => {
		await saveJointAnswer(gemeente, 1);
		await writeNote(measurementId, 'samen-zoeken', 'Op tijd');
		await storeMeasurements({ ...measurementOf('verband', measurementId), ...changes });
		const before = await dumpDatabase();

		await expect(save()).rejects.toMatchObject({ name: 'StorageError', problem: 'closed' });

		expect(await dumpDatabase()).toEqual(before);
	});

	test('is stored again once the measurement is reopened', async () => {
		const become = (status: Measurement['status']) =>
			changeMeasurement(measurementId, (measurement) => ({ ...measurement, status }));
		await become('closed');
		await expect(save()).rejects.toThrow(StorageError);

		await become('open');

		await expect(save()).resolves.not.toBeInstanceOf(Error);
	});

	test('at the same moment as the deleting leaves nothing, whichever comes first', async () => {
		const saveFirst = await Promise.allSettled([save(), deleteMeasurement(measurementId)]);
		expect(saveFirst.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
		expect(await dumpDatabase()).toMatchObject({ answers: [], notes: [] });

		await storeMeasurements(measurementOf('verband', measurementId));
		const deleteFirst = await Promise.allSettled([deleteMeasurement(measurementId), save()]);
		expect(deleteFirst.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
		expect(await dumpDatabase()).toMatchObject({ answers: [], notes: [] });
	});
});

describe('the position', () => {
	test('is unknown before filling in began', async () => {
		expect(await loadPosition(measurementId)).toBeUndefined();
	});

	test('is the last one of this measurement', async () => {
		await savePosition(measurementId, 'openheid');
		await savePosition(measurementId, 'eigenheid');
		await savePosition('vorig-jaar', 'waardering');

		expect(await loadPosition(measurementId)).toBe('eigenheid');
	});
});
