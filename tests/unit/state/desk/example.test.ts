import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { example } from '$lib/content/example';
import { loadQuestionnaire } from '$lib/content/questionnaires';
import { measurementMisfit, questionnaireMisfit } from '$lib/domain/intake/response-fits';
import { askedIn } from '$lib/domain/measurement/asked';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { openExample } from '$lib/state/desk/example';
import { createPartnership } from '$lib/state/desk/create-measurement';
import { loadResponses } from '$lib/storage/records/responses';
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

		expect(await loadResponses(await openExample())).toHaveLength(30);
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

	test('has the responses of thirty people, each as in the rows of the example', async () => {
		const measurementId = await openExample();

		const items = itemsOf(await loadQuestionnaire(example.questionnaire));
		const responses = await loadResponses(measurementId);
		const rowsOf = (groupId: string) =>
			responses
				.filter((response) => response.groupId === groupId)
				.map(({ answers }) => items.map(({ id }) => answers[id] ?? '-').join(''))
				.map((row) => row.replaceAll('unknown', '?'))
				.sort();
		for (const [groupId, people] of Object.entries(newest?.people ?? {})) {
			expect(rowsOf(groupId)).toEqual(people.map(({ answers }) => answers.replaceAll(' ', '')).sort());
		}
		expect(new Set(responses.map(({ id }) => id)).size).toBe(30);
	});

	test('has their notes, topics and trends, and nobody’s that does not fit', async () => {
		const measurementId = await openExample();

		const measurement = await loadMeasurement(measurementId);
		const questionnaire = await loadQuestionnaire(example.questionnaire);
		const responses = await loadResponses(measurementId);
		const people = Object.values(newest?.people ?? {}).flat();
		const texts = (all: readonly { notes?: Readonly<Record<string, string>> }[]) =>
			all.flatMap(({ notes = {} }) => Object.values(notes)).sort();
		expect(texts(responses)).toEqual(texts(people));
		expect(responses.filter(({ topics }) => topics)).toHaveLength(people.filter(({ topics }) => topics).length);
		expect(responses.flatMap(({ trends }) => Object.keys(trends))).toHaveLength(28 * 12);
		if (!measurement) throw new Error('The example is not stored');
		const asked = askedIn(questionnaire);
		expect(
			responses.flatMap((one) => measurementMisfit(one, measurement) ?? questionnaireMisfit(one, asked) ?? [])
		).toEqual([]);
	});

	test('comes beside a partnership of the same name', async () => {
		await createPartnership({
			name: example.name,
			groups: example.groups,
			date: '2026-03-19',
			questionnaire: example.questionnaire,
			privacy: { mode: 'open' },
			way: 'phone'
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
		expect(await loadResponses(measurementId)).toHaveLength(30);
	});
});
