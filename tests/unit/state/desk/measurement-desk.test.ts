import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UnknownQuestionnaireError } from '$lib/content/published';
import { FormFields } from '$lib/state/saving/form-fields.svelte';
import { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { NotFoundError } from '$lib/state/not-found-error';
import { saveJointAnswer } from '$lib/storage/records/answers';
import { wipeDatabase } from '$lib/storage/connection/database';
import { changeMeasurement, loadMeasurement } from '$lib/storage/records/measurements';
import { loadResponses } from '$lib/storage/records/responses';
import { deleteMeasurement } from '$lib/storage/bundles/removal';
import { loadPartnerships } from '$lib/storage/records/partnerships';
import { StorageError } from '$lib/storage/storage-error';
import { dumpDatabase } from '../../../builders/dump-database';
import { agreeOn, storeMeasurements } from '../../../builders/stored-records';
import { anItem, measurementOf, partnershipOf, responseOf } from '../../../builders/records';

const measurement = measurementOf('verband', 'meting');
const [first, second, third] = ['00000000a1', '00000000b2', '00000000c3'] as const;

let stopFollowing: (() => void) | undefined;

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurement);
});
afterEach(() => {
	stopFollowing?.();
	stopFollowing = undefined;
	vi.restoreAllMocks();
});

/** A desk that follows changes, as on its page. */
async function openDesk(): Promise<MeasurementDesk> {
	const desk = await MeasurementDesk.open(measurement.id);
	stopFollowing = desk.follow();
	return desk;
}

function deviceFullAtNextPut(): void {
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
		throw new DOMException('Quota exceeded', 'QuotaExceededError');
	});
}

describe('opening', () => {
	test('gives the measurement with its partnership and questionnaire', async () => {
		const desk = await openDesk();

		expect(desk.measurement).toEqual(measurement);
		expect(desk.partnership).toEqual(partnershipOf('verband'));
		expect(desk.questionnaire).toMatchObject({ id: 'samenwerking', version: '1.0.0' });
		expect(desk.asked.itemIds).toHaveLength(36);
		expect(desk.problem).toBeUndefined();
	});

	test('an unknown measurement says that it is not on this device', async () => {
		await expect(MeasurementDesk.open('onbekend')).rejects.toThrow(NotFoundError);
	});

	test('with a questionnaire version this app does not have names that version', async () => {
		await storeMeasurements({ ...measurement, questionnaire: { id: 'samenwerking', version: '99.0.0' } });

		await expect(MeasurementDesk.open(measurement.id)).rejects.toThrow(UnknownQuestionnaireError);
	});

	test('gives the invitation for participants, without anything of an answer', async () => {
		const desk = await openDesk();

		expect(desk.invitation).toEqual({
			measurementId: measurement.id,
			questionnaire: measurement.questionnaire,
			groups: measurement.groups,
			privacy: measurement.privacy,
			partnershipName: 'Verband verband',
			date: measurement.date,
			asksTrend: false
		});
	});
});

describe('the counts', () => {
	test('are nothing at first', async () => {
		const desk = await openDesk();

		expect(desk.counts).toEqual([
			{ groupId: 'gemeente', responses: 0, joint: false },
			{ groupId: 'verenigingen', responses: 0, joint: false }
		]);
		expect(desk.responseCount).toBe(0);
	});

	test('are by group, joint answers apart', async () => {
		await saveJointAnswer({ measurementId: 'meting', groupId: 'verenigingen', itemId: anItem }, 4);
		const before = await openDesk();
		await before.takeIn(
			[
				responseOf('meting', first),
				responseOf('meting', second),
				responseOf('meting', third, { groupId: 'verenigingen' })
			],
			'phone'
		);

		const desk = await MeasurementDesk.open(measurement.id);

		expect(desk.counts).toEqual([
			{ groupId: 'gemeente', responses: 2, joint: false },
			{ groupId: 'verenigingen', responses: 1, joint: true }
		]);
		expect(desk.responseCount).toBe(3);
	});

	test('leave out another measurement', async () => {
		await storeMeasurements(measurementOf('verband', 'andere'));
		await (await MeasurementDesk.open('andere')).takeIn([responseOf('andere', first)], 'phone');

		expect((await openDesk()).responseCount).toBe(0);
	});

	test('follow what comes in, also by another page, until following stops', async () => {
		const desk = await openDesk();
		const elsewhere = await MeasurementDesk.open(measurement.id);

		await elsewhere.takeIn([responseOf('meting', first)], 'phone');
		await vi.waitFor(() => expect(desk.responseCount).toBe(1));
		expect(desk.measurement.ways).toEqual(['phone', 'together']);

		stopFollowing?.();
		await elsewhere.takeIn([responseOf('meting', second)], 'phone');
		expect(desk.responseCount).toBe(1);
	});
});

describe('taking in', () => {
	test('one more reads that one, and not again all that are in', async () => {
		const desk = await openDesk();
		await desk.takeIn([responseOf('meting', first)], 'phone');
		await vi.waitFor(() => expect(desk.responseCount).toBe(1));
		const readAll = vi.spyOn(IDBIndex.prototype, 'getAll');

		await desk.takeIn([responseOf('meting', second)], 'phone');
		await vi.waitFor(() => expect(desk.responseCount).toBe(2));

		const stores = readAll.mock.contexts.map((index) => (index as IDBIndex).objectStore.name);
		expect(stores).not.toContain('responses');
	});

	test('a newer version in another group is counted there', async () => {
		const desk = await openDesk();
		await desk.takeIn([responseOf('meting', first, { groupId: 'gemeente' })], 'phone');
		await vi.waitFor(() => expect(desk.counts.map(({ responses }) => responses)).toEqual([1, 0]));

		await desk.takeIn([responseOf('meting', first, { groupId: 'verenigingen', revision: 2 })], 'phone');

		expect(desk.counts.map(({ responses }) => responses)).toEqual([0, 1]);
	});

	test('stores what is new and says what happened to each', async () => {
		const desk = await openDesk();
		await desk.takeIn([responseOf('meting', first)], 'phone');

		const judgements = await desk.takeIn([responseOf('meting', first), responseOf('meting', second)], 'phone');

		expect(judgements).toEqual([{ kind: 'same' }, { kind: 'added' }]);
		await vi.waitFor(() => expect(desk.responseCount).toBe(2));
	});

	test('fails for the one who asked when nothing was stored', async () => {
		const desk = await openDesk();
		deviceFullAtNextPut();

		await expect(desk.takeIn([responseOf('meting', first)], 'phone')).rejects.toMatchObject({ problem: 'full' });

		expect(await loadResponses('meting')).toEqual([]);
	});

	test('can be taken back', async () => {
		const desk = await openDesk();
		await desk.takeIn([responseOf('meting', first), responseOf('meting', second)], 'paper');

		await desk.takeBack(responseOf('meting', second));

		expect(await loadResponses('meting')).toEqual([responseOf('meting', first)]);
		await vi.waitFor(() => expect(desk.responseCount).toBe(1));
	});
});

describe('closing', () => {
	test('lets nothing in any more, and reopening does', async () => {
		const desk = await openDesk();
		expect(desk.reopenProblem).toBe('De meting is nog open.');

		await desk.close();
		expect(desk.measurement.status).toBe('closed');
		expect(desk.reopenProblem).toBeNull();
		expect(await desk.takeIn([responseOf('meting', first)], 'phone')).toMatchObject([{ kind: 'refused' }]);

		await desk.reopen();
		expect(desk.measurement.status).toBe('open');
		expect(await desk.takeIn([responseOf('meting', first)], 'phone')).toEqual([{ kind: 'added' }]);
		expect((await loadMeasurement('meting'))?.status).toBe('open');
	});

	test('of a measurement whose figures were shown is for good', async () => {
		const desk = await openDesk();
		await desk.close();
		// By another page, which this desk does not know of yet.
		stopFollowing?.();
		await changeMeasurement('meting', (current) => ({ ...current, sealed: true }));

		await desk.reopen();

		expect(desk.measurement).toMatchObject({ status: 'closed', sealed: true });
		expect(await loadMeasurement('meting')).toMatchObject({ status: 'closed', sealed: true });
		expect(desk.reopenProblem).toContain('De resultaten zijn al getoond.');
	});

	test('that cannot be stored says so, and the measurement stays open', async () => {
		const desk = await openDesk();
		deviceFullAtNextPut();

		await desk.close();

		expect(desk.problem).toBe(new StorageError('full').message);
		expect(desk.measurement.status).toBe('open');
		await desk.close();
		expect(desk.problem).toBeUndefined();
		expect(desk.measurement.status).toBe('closed');
	});
});

describe('renaming', () => {
	async function rename(desk: MeasurementDesk, name: string, date: string): Promise<void> {
		const form = new FormFields({ name: desk.measurement.name, date: desk.measurement.date }, { name: '', date: '' });
		form.written = { name, date };
		expect(await desk.rename(form)).toBeUndefined();
	}

	test('stores the name without the space around it, and the date', async () => {
		const desk = await openDesk();

		await rename(desk, '  Najaar ', '2026-10-01');

		expect(desk.measurement).toMatchObject({ name: 'Najaar', date: '2026-10-01' });
		expect(await loadMeasurement('meting')).toEqual({ ...measurement, name: 'Najaar', date: '2026-10-01' });
	});

	test('leaves what another page changed meanwhile', async () => {
		const desk = await openDesk();
		stopFollowing?.();
		await changeMeasurement('meting', (current) => ({ ...current, status: 'closed' }));

		await rename(desk, 'Najaar', '2026-10-01');

		expect(await loadMeasurement('meting')).toMatchObject({ name: 'Najaar', status: 'closed' });
	});
});

describe('removing', () => {
	async function filledDesk(): Promise<MeasurementDesk> {
		await storeMeasurements(measurementOf('verband', 'andere'));
		await saveJointAnswer({ measurementId: 'meting', groupId: 'verenigingen', itemId: anItem }, 4);
		await agreeOn({ measurementId: 'meting', dimensionId: 'openheid', score: 3, note: '' });
		const desk = await openDesk();
		await desk.takeIn([responseOf('meting', first)], 'phone');
		return desk;
	}

	test('takes the measurement away, and only that', async () => {
		const desk = await filledDesk();

		await desk.remove();

		expect(desk.removed?.measurements).toEqual([expect.objectContaining({ id: 'meting' })]);
		expect(await dumpDatabase()).toMatchObject({ answers: [], responses: [], agreedScores: [] });
		expect(await loadMeasurement('andere')).toBeDefined();
		expect(await loadPartnerships()).toHaveLength(1);
	});

	test('and undoing gives the identical database', async () => {
		const desk = await filledDesk();
		const before = await dumpDatabase();

		await desk.remove();
		expect(await dumpDatabase()).not.toEqual(before);
		await desk.undoRemove();

		expect(await dumpDatabase()).toEqual(before);
		expect(desk.removed).toBeUndefined();
		expect(desk.problem).toBeUndefined();
	});

	test('of the last measurement takes the partnership along, and undoing brings it back', async () => {
		const desk = await openDesk();
		await desk.takeIn([responseOf('meting', first)], 'phone');
		const before = await dumpDatabase();

		await desk.remove();
		expect(Object.values(await dumpDatabase()).flat()).toEqual([]);
		await desk.undoRemove();

		expect(await dumpDatabase()).toEqual(before);
		expect(await loadPartnerships()).toEqual([partnershipOf('verband')]);
		expect(desk.problem).toBeUndefined();
	});

	test.each<[string, (desk: MeasurementDesk) => Promise<unknown>]>([
		['twice at once, as with a double click,', (desk) => Promise.all([desk.remove(), desk.remove()])],
		['again later', (desk) => desk.remove().then(() => desk.remove())]
	])('%s keeps the undo', async (_name, removeTwice) => {
		const desk = await filledDesk();
		const before = await dumpDatabase();

		await removeTwice(desk);
		expect(desk.removed?.measurements).toEqual([expect.objectContaining({ id: 'meting' })]);
		await desk.undoRemove();

		expect(await dumpDatabase()).toEqual(before);
		expect(desk.removed).toBeUndefined();
	});

	test('what another tab removed gives nothing to undo', async () => {
		const desk = await openDesk();
		await deleteMeasurement('meting');

		await desk.remove();

		expect(desk.removed).toBeUndefined();
	});

	test('an undo that fails can be tried again', async () => {
		const desk = await filledDesk();
		const before = await dumpDatabase();
		await desk.remove();
		deviceFullAtNextPut();

		await desk.undoRemove();
		expect(desk.problem).toBe(new StorageError('full').message);
		await desk.undoRemove();

		expect(await dumpDatabase()).toEqual(before);
		expect(desk.problem).toBeUndefined();
	});

	test('undoing without removing does nothing', async () => {
		const desk = await filledDesk();
		const before = await dumpDatabase();

		await desk.undoRemove();

		expect(await dumpDatabase()).toEqual(before);
	});
});
