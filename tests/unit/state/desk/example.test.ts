import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { example } from '$lib/content/example';
import { loadQuestionnaire } from '$lib/content/questionnaires';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { openExample } from '$lib/state/desk/example';
import { createPartnership } from '$lib/state/desk/create-measurement';
import { loadJointResponses, loadNotes } from '$lib/storage/records/answers';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadMeasurement } from '$lib/storage/records/measurements';
import { deletePartnership } from '$lib/storage/bundles/removal';
import { loadPartnerships } from '$lib/storage/records/partnerships';
import { dumpDatabase } from '../../../builders/dump-database';

const newest = example.measurements.at(-1);

beforeEach(wipeDatabase);
afterEach(() => {
	vi.restoreAllMocks();
});

describe('the example', () => {
	test('is stored once, however often it is opened', async () => {
		const first = await openExample();
		const stored = await dumpDatabase();

		expect(await openExample()).toBe(first);
		expect(await dumpDatabase()).toEqual(stored);
	});

	test('asked for twice at once, as with a double click, is stored once', async () => {
		const [first, second] = await Promise.all([openExample(), openExample()]);

		expect(second).toBe(first);
		expect(await loadPartnerships()).toHaveLength(1);
		expect((await dumpDatabase()).measurements).toHaveLength(2);
	});

	test('that could not be stored can be tried again', async () => {
		await loadPartnerships();
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
			throw new DOMException('Quota exceeded', 'QuotaExceededError');
		});
		await expect(openExample()).rejects.toMatchObject({ problem: 'full' });
		expect(Object.values(await dumpDatabase()).flat()).toEqual([]);

		expect(await loadJointResponses(await openExample())).toHaveLength(2);
	});

	test('is an open measurement', async () => {
		const measurement = await loadMeasurement(await openExample());

		expect(measurement).toMatchObject({ privacy: { mode: 'open' }, status: 'open', sealed: false });
	});

	test('is marked as an example', async () => {
		const measurementId = await openExample();

		const partnerships = await loadPartnerships();
		expect(partnerships).toEqual([expect.objectContaining({ name: example.name, example: true })]);
		expect((await loadMeasurement(measurementId))?.partnershipId).toBe(partnerships[0]?.id);
	});

	test('has all 72 answers: every item, both sides, as in the rows of the example', async () => {
		const measurementId = await openExample();

		const items = itemsOf(await loadQuestionnaire(example.questionnaire));
		const responses = await loadJointResponses(measurementId);
		const rowOf = (groupId: string) =>
			items
				.map((item) => responses.find((response) => response.groupId === groupId)?.answers[item.id])
				.map((answer) => (answer === 'unknown' ? '?' : String(answer)))
				.join('');
		expect(rowOf('gemeente')).toBe(newest?.answers.gemeente.join(''));
		expect(rowOf('verenigingen')).toBe(newest?.answers.verenigingen.join(''));
		expect(responses.flatMap((response) => Object.keys(response.answers))).toHaveLength(72);
	});

	test('has its notes, each at an item of the questionnaire', async () => {
		const measurementId = await openExample();

		const ids = itemsOf(await loadQuestionnaire(example.questionnaire)).map((item) => item.id);
		const notes = await loadNotes(measurementId);
		expect(Object.fromEntries(notes.map(({ itemId, text }) => [itemId, text]))).toEqual(newest?.notes);
		expect(notes.filter((note) => !ids.includes(note.itemId))).toEqual([]);
	});

	test('comes beside a partnership of the same name', async () => {
		await createPartnership({
			name: example.name,
			groups: example.groups,
			date: '2026-03-19',
			questionnaire: example.questionnaire,
			privacy: { mode: 'open' }
		});

		await openExample();

		expect((await loadPartnerships()).map((partnership) => partnership.example).sort()).toEqual([false, true]);
	});

	test('that was removed can be opened again', async () => {
		await openExample();
		const [partnership] = await loadPartnerships();
		await deletePartnership(partnership?.id ?? '');

		const measurementId = await openExample();

		expect(await loadPartnerships()).toHaveLength(1);
		expect(await loadJointResponses(measurementId)).toHaveLength(2);
	});
});
