import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Measurement } from '$lib/domain/measurement/measurement';
import { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { NewMeasurement, type Asked, type Created } from '$lib/state/desk/new-measurement.svelte';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadAllMeasurements, loadMeasurement } from '$lib/storage/records/measurements';
import { loadPartnerships } from '$lib/storage/records/partnerships';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

beforeEach(wipeDatabase);
afterEach(() => {
	vi.restoreAllMocks();
});

const FIRST: Asked = { partnershipId: '', questionnaireId: '' };
const NEXT: Asked = { partnershipId: 'verband', questionnaireId: '' };

async function opened(asked: Asked): Promise<NewMeasurement> {
	const form = new NewMeasurement();
	await form.open(asked);
	return form;
}

/** Presses the button. @returns where people are brought */
async function create(form: NewMeasurement): Promise<Created | undefined> {
	let to: Created | undefined;
	await form.create((created) => Promise.resolve(void (to = created)));
	return to;
}

async function stored(created: Created | undefined): Promise<Measurement> {
	const measurement = await loadMeasurement(created?.measurementId ?? '');
	if (!measurement) throw new Error('nothing was stored');
	return measurement;
}

describe('the first measurement of a partnership', () => {
	test('begins with the main questionnaire, today, and a side for each of its roles', async () => {
		const form = await opened(FIRST);
		expect(form.ready).toBe(true);
		expect(form.questionnaire?.id).toBe(form.known.published[0]?.id);
		expect(form.groups.map(({ role }) => role)).toEqual(form.questionnaire?.roles.map(({ id }) => id));
		expect(form.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		expect([form.partnership, form.last, form.mayAskTrend]).toEqual([undefined, undefined, false]);
	});

	test('says what is missing, and stores nothing until it is there', async () => {
		const form = await opened(FIRST);
		expect(await create(form)).toBeUndefined();
		expect(form.problems.map(({ field }) => field)).toEqual(['name', ...form.groups.map(() => 'people')]);
		expect(await loadPartnerships()).toEqual([]);
		form.name = 'Kermis en cultuur';
		form.method = 'together';
		expect(await create(form)).toMatchObject({ straightOn: true });
		expect((await loadPartnerships()).map(({ name }) => name)).toEqual(['Kermis en cultuur']);
	});

	test('is anonymous by itself on phones and on a device that goes round, and open on one screen', async () => {
		const form = await opened(FIRST);
		const modes = (['phone', 'device', 'together'] as const).map((method) => {
			form.method = method;
			return form.privacy.mode;
		});
		expect(modes).toEqual(['anoniem', 'anoniem', 'open']);
	});

	test('is remembered with the way that it was made for, which its desk puts first', async () => {
		for (const method of ['device', 'together'] as const) {
			const form = await opened(FIRST);
			Object.assign(form, { name: 'Kermis en cultuur', method, unsure: true });
			const { measurementId } = (await create(form)) ?? { measurementId: '' };
			expect((await MeasurementDesk.open(measurementId)).madeFor).toBe(method);
		}
	});

	test('answered together counts nobody, whatever was typed before', async () => {
		const form = await opened(FIRST);
		form.name = 'Kermis en cultuur';
		form.openly = true;
		for (const { id } of form.groups) form.people[id] = '7';
		form.method = 'together';
		const { groups, privacy } = await stored(await create(form));
		expect(groups.flatMap(({ people }) => people ?? [])).toEqual([]);
		expect(privacy).toEqual({ mode: 'open' });
	});

	test('answered apart has how many people there are and its threshold, and people come to its page', async () => {
		const form = await opened(FIRST);
		form.name = 'Kermis en cultuur';
		form.threshold = 4;
		expect(await create(form)).toBeUndefined();
		expect(form.problems.map(({ field }) => field)).toContain('people');
		for (const { id } of form.groups) form.people[id] = '7';
		const created = await create(form);
		expect(created?.straightOn).toBe(false);
		const { groups, privacy, asksTrend } = await stored(created);
		expect(groups.map(({ people }) => people)).toEqual(groups.map(() => 7));
		expect([privacy, asksTrend]).toEqual([{ mode: 'anoniem', threshold: 4 }, false]);
	});

	test('is stored once, also when people press again while they are on their way to it', async () => {
		const form = await opened(FIRST);
		form.name = 'Kermis en cultuur';
		form.unsure = true;
		await form.create(() => form.create(() => Promise.resolve()));
		expect(await loadAllMeasurements()).toHaveLength(1);
		expect(form.busy).toBe(false);
	});

	test('that cannot be stored says why, and can be tried again', async () => {
		const form = await opened(FIRST);
		form.name = 'Kermis en cultuur';
		form.unsure = true;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
			throw new DOMException('Quota exceeded', 'QuotaExceededError');
		});
		expect(await create(form)).toBeUndefined();
		expect(form.problems[0]?.text).toContain('Het toestel heeft geen plaats meer.');
		expect(await create(form)).toBeDefined();
	});
});

describe('a next measurement', () => {
	const last: Measurement = {
		...measurementOf('verband', 'tweede', '2025-03-20'),
		privacy: { mode: 'anoniem', threshold: 3 },
		asksTrend: true
	};

	test('begins as the last one was: its sides, its way, its threshold and whether it asked about last time', async () => {
		await storeMeasurements(measurementOf('verband', 'eerste', '2024-03-20'), last);
		const form = await opened(NEXT);
		expect(form.partnership?.id).toBe('verband');
		expect([form.last?.id, form.comparable?.id]).toEqual(['tweede', 'tweede']);
		expect(form.groups.map(({ id, name }) => [id, name])).toEqual(last.groups.map(({ id, name }) => [id, name]));
		expect([form.method, form.openly]).toEqual(['phone', false]);
		expect([form.threshold, form.mayAskTrend, form.trendWanted]).toEqual([3, true, true]);
	});

	test.each([
		{ ways: ['together'], method: 'together', openly: false },
		{ ways: [], method: 'phone', openly: true },
		{ ways: ['device', 'paper'], method: 'device', openly: true },
		{ ways: ['device', 'phone'], method: 'phone', openly: true }
	] as const)('after an open one by $ways it begins with $method', async ({ ways, method, openly }) => {
		await storeMeasurements({ ...measurementOf('verband', 'eerste'), privacy: { mode: 'open' }, ways: [...ways] });
		const form = await opened(NEXT);
		expect([form.method, form.openly, form.privacy]).toEqual([method, openly, { mode: 'open' }]);
	});

	test('is added to the partnership, and people look back first', async () => {
		await storeMeasurements(last);
		const form = await opened(NEXT);
		form.unsure = true;
		const created = await create(form);
		expect(created?.straightOn).toBe(false);
		const { partnershipId, asksTrend, privacy, groups } = await stored(created);
		expect([partnershipId, asksTrend, privacy]).toEqual(['verband', true, last.privacy]);
		expect(groups.map(({ id }) => id)).toEqual(last.groups.map(({ id }) => id));
	});

	test('answered together asks nothing about last time', async () => {
		await storeMeasurements(last);
		const form = await opened(NEXT);
		form.method = 'together';
		expect(form.mayAskTrend).toBe(false);
		const created = await create(form);
		expect(created?.straightOn).toBe(false);
		expect((await stored(created)).asksTrend).toBe(false);
	});

	test('with another questionnaire has sides of its own, and nothing to compare with', async () => {
		await storeMeasurements(last);
		const form = await opened(NEXT);
		const other = form.known.published.find(({ id }) => id !== last.questionnaire.id);
		if (!other) throw new Error('the app has only one questionnaire');
		form.choose(other.id);
		expect(form.comparable).toBeUndefined();
		expect(form.groups.map(({ role }) => other.roles.some(({ id }) => id === role))).not.toContain(false);
		form.choose(last.questionnaire.id);
		expect(form.groups.map(({ id }) => id)).toEqual(last.groups.map(({ id }) => id));
	});

	test('of a partnership that is not here says so, and has no form', async () => {
		const form = await opened({ partnershipId: 'weg', questionnaireId: '' });
		expect(form.notOpened).toEqual({ problem: expect.stringContaining('niet op dit toestel'), missing: true });
		expect(form.ready).toBe(false);
	});
});
