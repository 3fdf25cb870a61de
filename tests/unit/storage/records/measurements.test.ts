import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Measurement } from '$lib/domain/measurement/measurement';
import { onChange, type Change } from '$lib/storage/changes';
import { closeDatabase, wipeDatabase } from '$lib/storage/connection/database';
import {
	changeMeasurement,
	loadAgreedScores,
	loadMeasurement,
	loadResponses,
	removeResponse,
	takeInResponses
} from '$lib/storage/records/measurements';
import { StorageError } from '$lib/storage/storage-error';
import { dumpDatabase } from '../../../builders/dump-database';
import { agreeOn, anItem, measurementOf, responseOf, storeMeasurements } from '../../../builders/stored-records';

const measurement = measurementOf('verband', 'meting');
const [first, second, third] = ['00000000a1', '00000000b2', '00000000c3'] as const;

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurement);
});
afterEach(() => {
	vi.restoreAllMocks();
});

async function become(changes: Partial<Measurement>): Promise<void> {
	await changeMeasurement(measurement.id, (current) => ({ ...current, ...changes }));
}

const kindsOf = (judgements: readonly { kind: string }[]) => judgements.map(({ kind }) => kind);

describe('changing a measurement', () => {
	test('starts from what is stored now, so that two pages lose nothing of each other', async () => {
		await Promise.all([become({ date: '2026-04-01' }), become({ status: 'closed' })]);

		expect(await loadMeasurement(measurement.id)).toEqual({ ...measurement, date: '2026-04-01', status: 'closed' });
	});

	test('gives back what it became', async () => {
		const changed = await changeMeasurement(measurement.id, (current) => ({ ...current, status: 'closed' }));

		expect(changed).toEqual({ ...measurement, status: 'closed' });
		expect(await loadMeasurement(measurement.id)).toEqual(changed);
	});

	test('that is not there is refused, and makes none', async () => {
		await expect(changeMeasurement('onbekend', () => measurementOf('verband', 'onbekend'))).rejects.toThrow(
			StorageError
		);

		expect(await loadMeasurement('onbekend')).toBeUndefined();
	});

	test('that fails halfway leaves it as it was', async () => {
		const failure = changeMeasurement(measurement.id, () => {
			throw new TypeError('x is not a function');
		});

		await expect(failure).rejects.toMatchObject({ name: 'StorageError', problem: 'failed' });
		expect(await loadMeasurement(measurement.id)).toEqual(measurement);
	});
});

describe('taking in responses', () => {
	test('adds new ones, which are there again after the page was closed', async () => {
		const responses = [responseOf('meting', first), responseOf('meting', second, { groupId: 'verenigingen' })];

		expect(await takeInResponses('meting', responses, 'phone')).toEqual([{ kind: 'added' }, { kind: 'added' }]);
		await closeDatabase();

		expect(await loadResponses('meting')).toEqual(responses);
	});

	test('judges each one against what is stored, in the order they come', async () => {
		await takeInResponses('meting', [responseOf('meting', first), responseOf('meting', second)], 'phone');
		const newer = responseOf('meting', first, { revision: 2, answers: { [anItem]: 1 } });

		const judgements = await takeInResponses(
			'meting',
			[
				responseOf('meting', second),
				newer,
				responseOf('meting', first),
				responseOf('meting', third, { groupId: 'onbekend' }),
				responseOf('meting', third)
			],
			'phone'
		);

		expect(kindsOf(judgements)).toEqual(['same', 'replaced', 'older', 'refused', 'added']);
		expect(await loadResponses('meting')).toEqual([newer, responseOf('meting', second), responseOf('meting', third)]);
	});

	test('judges the second of the same response against the first of the same batch', async () => {
		const newer = responseOf('meting', first, { revision: 2 });

		const judgements = await takeInResponses('meting', [newer, responseOf('meting', first), newer], 'phone');

		expect(kindsOf(judgements)).toEqual(['added', 'older', 'same']);
		expect(await loadResponses('meting')).toEqual([newer]);
	});

	test('by two at the same time takes each in once', async () => {
		const judgements = await Promise.all([
			takeInResponses('meting', [responseOf('meting', first)], 'phone'),
			takeInResponses('meting', [responseOf('meting', first)], 'phone')
		]);

		expect(kindsOf(judgements.flat())).toEqual(['added', 'same']);
	});

	test.each([
		['closed', { status: 'closed' }, 'De meting is gesloten. Heropen ze eerst.'],
		[
			'sealed',
			{ sealed: true },
			'De resultaten zijn al getoond. Om ieders anonimiteit te bewaren komt er niets meer bij.'
		]
	] satisfies [string, Partial<Measurement>, string][])(
		'into a measurement that is %s is refused in Dutch and stores nothing',
		async (_name, changes, reason) => {
			await become(changes);
			const before = await dumpDatabase();

			expect(await takeInResponses('meting', [responseOf('meting', first)], 'phone')).toEqual([
				{ kind: 'refused', reason }
			]);
			expect(await dumpDatabase()).toEqual(before);
		}
	);

	test('of another measurement is refused', async () => {
		const judgements = await takeInResponses('meting', [responseOf('andere', first)], 'phone');

		expect(kindsOf(judgements)).toEqual(['refused']);
		expect((await dumpDatabase()).responses).toEqual([]);
	});

	test('with notes is refused by an anonymous measurement', async () => {
		await storeMeasurements({ ...measurement, privacy: { mode: 'anoniem', threshold: 5 } });

		const noted = responseOf('meting', first, { notes: { [anItem]: 'Van de voorzitter' } });

		expect(kindsOf(await takeInResponses('meting', [noted], 'phone'))).toEqual(['refused']);
		expect(await loadResponses('meting')).toEqual([]);
	});

	test('into an unknown measurement stores nothing', async () => {
		await expect(takeInResponses('onbekend', [responseOf('onbekend', first)], 'phone')).rejects.toThrow(StorageError);

		expect((await dumpDatabase()).responses).toEqual([]);
	});

	test('all or none: a failure at the second leaves no first', async () => {
		const before = await dumpDatabase();
		const put = IDBObjectStore.prototype.put;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, record) {
			if (record.id === second) throw new DOMException('Quota exceeded', 'QuotaExceededError');
			return put.call(this, record);
		});

		const failure = takeInResponses('meting', [responseOf('meting', first), responseOf('meting', second)], 'phone');

		await expect(failure).rejects.toMatchObject({ problem: 'full' });
		expect(await dumpDatabase()).toEqual(before);
	});

	test('is announced', async () => {
		const heard: Change[] = [];
		const stop = onChange((change) => heard.push(change));

		await takeInResponses('meting', [responseOf('meting', first)], 'phone');
		stop();

		expect(heard).toEqual([{ kind: 'response', measurementId: 'meting' }]);
	});
});

describe('the ways of a measurement', () => {
	const waysNow = async () => (await loadMeasurement('meting'))?.ways;

	test('gain the way by which something was added, once and sorted', async () => {
		await takeInResponses('meting', [responseOf('meting', first)], 'phone');
		await takeInResponses('meting', [responseOf('meting', second)], 'phone');
		await takeInResponses('meting', [responseOf('meting', third)], 'paper');

		expect(await waysNow()).toEqual(['paper', 'phone', 'together']);
	});

	test('gain nothing when nothing was added', async () => {
		await takeInResponses('meting', [responseOf('meting', first)], 'phone');

		await takeInResponses('meting', [responseOf('meting', first)], 'paper');
		await takeInResponses('meting', [responseOf('meting', second, { groupId: 'onbekend' })], 'paper');

		expect(await waysNow()).toEqual(['phone', 'together']);
	});

	test('are kept with the measurement, not with a response', async () => {
		await takeInResponses('meting', [responseOf('meting', first)], 'paper');

		expect((await dumpDatabase()).responses).toEqual([responseOf('meting', first)]);
	});
});

describe('taking a response back', () => {
	beforeEach(async () => {
		await takeInResponses('meting', [responseOf('meting', first), responseOf('meting', second)], 'paper');
	});

	test('removes that one while the measurement is open', async () => {
		await removeResponse('meting', first);

		expect(await loadResponses('meting')).toEqual([responseOf('meting', second)]);
	});

	test.each([{ status: 'closed' }, { sealed: true }] satisfies Partial<Measurement>[])(
		'does nothing once the measurement is %o',
		async (changes) => {
			await become(changes);

			await removeResponse('meting', first);

			expect(await loadResponses('meting')).toHaveLength(2);
		}
	);

	test('of an unknown measurement does nothing', async () => {
		await removeResponse('onbekend', first);

		expect(await loadResponses('meting')).toHaveLength(2);
	});
});

describe('an agreed score', () => {
	const agreed = { measurementId: 'meting', dimensionId: 'openheid', score: 3, note: 'Na gesprek' } as const;

	test('is there again after the page was closed, one for each dimension', async () => {
		await agreeOn(agreed);
		await agreeOn({ ...agreed, dimensionId: 'regie', score: null });
		await storeMeasurements(measurementOf('verband', 'andere'));
		await agreeOn({ ...agreed, measurementId: 'andere' });
		await agreeOn({ ...agreed, score: 4 });
		await closeDatabase();

		expect(await loadAgreedScores('meting')).toEqual([
			{ ...agreed, score: 4 },
			{ ...agreed, dimensionId: 'regie', score: null }
		]);
	});

	test('of a measurement that is gone leaves nothing', async () => {
		await expect(agreeOn({ ...agreed, measurementId: 'weg' })).rejects.toMatchObject({ problem: 'removed' });
		expect(await loadAgreedScores('weg')).toEqual([]);
	});

	test('leaves the answers alone', async () => {
		await takeInResponses('meting', [responseOf('meting', first)], 'phone');
		const { agreedScores, ...before } = await dumpDatabase();

		await agreeOn(agreed);

		expect(agreedScores).toEqual([]);
		expect(await dumpDatabase()).toEqual({ ...before, agreedScores: [agreed] });
	});
});
