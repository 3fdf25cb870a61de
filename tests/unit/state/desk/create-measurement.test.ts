import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { example } from '$lib/content/example';
import { loadQuestionnaire } from '$lib/content/questionnaires';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { createMeasurement, createPartnership, openExample, type Setup } from '$lib/state/desk/create-measurement';
import { loadJointResponses, loadNotes } from '$lib/storage/records/answers';
import { closeDatabase, wipeDatabase } from '$lib/storage/connection/database';
import { loadMeasurement, loadMeasurements } from '$lib/storage/records/measurements';
import { deletePartnership, loadPartnerships } from '$lib/storage/records/partnerships';
import { StorageError } from '$lib/storage/storage-error';
import { dumpDatabase } from '../../../builders/dump-database';

const newest = example.measurements.at(-1);

const setup: Setup = {
	name: '  Kermis en cultuur ',
	groups: [
		{ id: 'gemeente', role: 'gemeente', name: ' Gemeente ' },
		{ id: 'heemkring', role: 'vereniging', name: 'Heemkring' }
	],
	date: '2026-03-19',
	questionnaire: { id: 'samenwerking', version: '1.0.0' },
	privacy: { mode: 'open' }
};

beforeEach(wipeDatabase);
afterEach(() => {
	vi.restoreAllMocks();
});

describe('a next measurement', () => {
	const next = {
		date: '2027-03-18',
		groups: setup.groups,
		questionnaire: { id: 'samenwerking', version: '1.0.0' },
		privacy: { mode: 'anoniem', threshold: 4 }
	} as const;

	test('is added to the partnership, with the same groups, and leaves the first as it is', async () => {
		const firstId = await createPartnership(setup);
		const [partnership] = await loadPartnerships();
		const first = await loadMeasurement(firstId);
		const nextId = await createMeasurement(partnership?.id ?? '', { ...next, groups: [...next.groups] });
		const measurements = await loadMeasurements(partnership?.id ?? '');
		expect(measurements.map(({ id }) => id)).toEqual([nextId, firstId]);
		expect(measurements[0]).toMatchObject({ date: '2027-03-18', status: 'open', privacy: next.privacy });
		expect(measurements[0]?.groups.map(({ id }) => id)).toEqual(['gemeente', 'heemkring']);
		expect(measurements[1]).toEqual(first);
	});

	test('asks how each dimension goes beside last time only when that was chosen', async () => {
		await createPartnership(setup);
		const [partnership] = await loadPartnerships();
		const create = (change: object) =>
			createMeasurement(partnership?.id ?? '', { ...next, groups: [...next.groups], ...change });

		expect(await loadMeasurement(await create({ asksTrend: true }))).toMatchObject({ asksTrend: true });
		expect(await loadMeasurement(await create({}))).toMatchObject({ asksTrend: false });
	});

	test('of a partnership that is gone is refused, and nothing is stored', async () => {
		await expect(createMeasurement('weg', { ...next, groups: [...next.groups] })).rejects.toMatchObject({
			problem: 'removed'
		});
		expect((await dumpDatabase())['measurements']).toEqual([]);
	});
});

describe('a new partnership', () => {
	test('is stored with its first measurement', async () => {
		const measurementId = await createPartnership(setup);
		await closeDatabase();

		const [partnership, ...others] = await loadPartnerships();
		expect(others).toEqual([]);
		expect(partnership).toMatchObject({ name: 'Kermis en cultuur', example: false, nextDate: '' });
		expect(await loadMeasurements(partnership?.id ?? '')).toEqual([
			{
				id: measurementId,
				partnershipId: partnership?.id,
				name: '',
				date: '2026-03-19',
				questionnaire: { id: 'samenwerking', version: '1.0.0' },
				groups: [
					{ id: 'gemeente', role: 'gemeente', name: 'Gemeente' },
					{ id: 'heemkring', role: 'vereniging', name: 'Heemkring' }
				],
				privacy: { mode: 'open' },
				status: 'open',
				sealed: false,
				ways: [],
				createdAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
				asksTrend: false
			}
		]);
	});

	test('has nothing filled in yet', async () => {
		await createPartnership(setup);

		const { partnerships, measurements, ...rest } = await dumpDatabase();
		expect([partnerships, measurements]).toEqual([[expect.anything()], [expect.anything()]]);
		expect(Object.values(rest).flat()).toEqual([]);
	});

	test('can be anonymous, with the threshold that was chosen', async () => {
		const measurementId = await createPartnership({ ...setup, privacy: { mode: 'anoniem', threshold: 4 } });

		expect((await loadMeasurement(measurementId))?.privacy).toEqual({ mode: 'anoniem', threshold: 4 });
	});

	test('with the same name is another partnership', async () => {
		const [first, second] = [await createPartnership(setup), await createPartnership(setup)];

		expect(second).not.toBe(first);
		expect(await loadPartnerships()).toHaveLength(2);
	});

	test('can be made from what a form keeps in reactive state', async () => {
		// A proxy cannot be cloned into the database; $state gives one.
		const groups = new Proxy(
			setup.groups.map((group) => new Proxy(group, {})),
			{}
		);

		const measurementId = await createPartnership({ ...setup, groups });

		expect((await loadMeasurement(measurementId))?.groups).toHaveLength(2);
	});

	test('that cannot be stored leaves nothing and says so', async () => {
		await loadPartnerships();
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
			throw new DOMException('Quota exceeded', 'QuotaExceededError');
		});

		const failure = createPartnership(setup);

		await expect(failure).rejects.toThrow(StorageError);
		await expect(failure).rejects.toMatchObject({ problem: 'full' });
		expect(await dumpDatabase()).toMatchObject({ partnerships: [], measurements: [] });
	});
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
		await createPartnership({ ...setup, name: example.name });

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
