import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMeasurement, createPartnership, type Setup } from '$lib/state/desk/create-measurement';
import { closeDatabase, wipeDatabase } from '$lib/storage/connection/database';
import { loadMeasurement, loadMeasurements } from '$lib/storage/records/measurements';
import { loadPartnerships } from '$lib/storage/records/partnerships';
import { StorageError } from '$lib/storage/storage-error';
import { dumpDatabase } from '../../../builders/dump-database';

const setup: Setup = {
	name: '  Kermis en cultuur ',
	groups: [
		{ id: 'gemeente', role: 'gemeente', name: ' Gemeente ' },
		{ id: 'heemkring', role: 'vereniging', name: 'Heemkring' }
	],
	date: '2026-03-19',
	questionnaire: { id: 'samenwerking', version: '1.0.0' },
	privacy: { mode: 'open' },
	way: 'phone'
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
		privacy: { mode: 'anoniem', threshold: 4 },
		way: 'device'
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

		const { partnerships, measurements, settings, ...rest } = await dumpDatabase();
		expect([partnerships, measurements]).toEqual([[expect.anything()], [expect.anything()]]);
		expect(settings).toMatchObject([{ value: 'phone' }]);
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
