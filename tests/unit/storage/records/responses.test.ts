import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { IndividualResponse, Measurement } from '$lib/domain/measurement/measurement';
import { onChange, type Change } from '$lib/storage/changes';
import { closeDatabase, wipeDatabase } from '$lib/storage/connection/database';
import { changeMeasurement, loadMeasurement } from '$lib/storage/records/measurements';
import { loadResponses, takeBackResponse, takeInResponses } from '$lib/storage/records/responses';
import { StorageError } from '$lib/storage/storage-error';
import { dumpDatabase } from '../../../builders/dump-database';
import { anItem, measurementOf, responseOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

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

describe('taking back what was just typed in', () => {
	const typed = responseOf('meting', first);
	const other = responseOf('meting', second);
	beforeEach(async () => {
		await takeInResponses('meting', [typed, other], 'paper');
	});

	test('takes that one while the measurement is open', async () => {
		expect(await takeBackResponse(typed)).toEqual({ kind: 'taken-back' });

		expect(await loadResponses('meting')).toEqual([other]);
	});

	test('after many corrections as well: only what it says counts, not its number', async () => {
		await takeBackResponse(typed);
		const corrected = { ...typed, revision: 40, answers: { [anItem]: 2 } } as const;
		await takeInResponses('meting', [corrected], 'paper');

		expect(await takeBackResponse(corrected)).toEqual({ kind: 'taken-back' });

		expect(await loadResponses('meting')).toEqual([other]);
	});

	test.each([
		['answers', { revision: 2, answers: { [anItem]: 1 } }],
		['group', { revision: 2, groupId: 'verenigingen' }]
	] satisfies [string, Partial<IndividualResponse>][])(
		'leaves what came in its place meanwhile, with other %s',
		async (_what, changes) => {
			const newer = responseOf('meting', first, changes);
			await takeInResponses('meting', [newer], 'phone');

			expect(await takeBackResponse(typed)).toEqual({ kind: 'replaced' });

			expect(await loadResponses('meting')).toEqual([newer, other]);
		}
	);

	test('looks in the transaction that deletes: what another tab stores at the same time stays', async () => {
		const newer = responseOf('meting', first, { revision: 2, answers: { [anItem]: 1 } });

		const [, outcome] = await Promise.all([takeInResponses('meting', [newer], 'phone'), takeBackResponse(typed)]);

		expect(outcome).toEqual({ kind: 'replaced' });
		expect(await loadResponses('meting')).toEqual([newer, other]);
	});

	test.each([
		[{ status: 'closed' }, 'De meting is gesloten. Heropen ze eerst.'],
		[{ sealed: true }, 'De resultaten zijn al getoond. Om ieders anonimiteit te bewaren komt er niets meer bij.']
	] satisfies [Partial<Measurement>, string][])(
		'is refused in Dutch once the measurement is %o, and leaves it',
		async (changes, reason) => {
			await become(changes);

			expect(await takeBackResponse(typed)).toEqual({ kind: 'refused', reason });

			expect(await loadResponses('meting')).toHaveLength(2);
		}
	);

	test('a second time finds nothing, and takes nothing else', async () => {
		await takeBackResponse(typed);

		expect(await takeBackResponse(typed)).toEqual({ kind: 'taken-back' });
		expect(await loadResponses('meting')).toEqual([other]);
	});

	test('of another measurement takes nothing here', async () => {
		expect(await takeBackResponse({ ...typed, measurementId: 'onbekend' })).toEqual({ kind: 'taken-back' });

		expect(await loadResponses('meting')).toEqual([typed, other]);
	});
});
