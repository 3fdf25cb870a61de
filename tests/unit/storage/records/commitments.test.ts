import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onChange, type Change } from '$lib/storage/changes';
import { changeCommitment, deleteCommitment, loadCommitments, saveCommitment } from '$lib/storage/records/commitments';
import { closeDatabase, wipeDatabase } from '$lib/storage/connection/database';
import { dumpDatabase } from '../../../builders/dump-database';
import { commitmentOf, measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const measurement = measurementOf('verband', 'meting');
const commitment = commitmentOf(measurement, 'afspraak');

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(
		measurement,
		measurementOf('verband', 'vorige', '2025-03-20'),
		measurementOf('ander', 'elders')
	);
});
afterEach(() => {
	vi.restoreAllMocks();
});

/** What is announced while this is done. */
async function heardDuring(work: () => Promise<unknown>): Promise<Change[]> {
	const heard: Change[] = [];
	const stop = onChange((change) => heard.push(change));
	await work().finally(stop);
	return heard;
}

const announced = [{ kind: 'commitment', partnershipId: 'verband' }];

describe('a commitment', () => {
	test('is there again after the page was closed', async () => {
		await saveCommitment(commitment);
		await closeDatabase();

		expect(await loadCommitments('verband')).toEqual([commitment]);
	});

	test('is listed with its partnership, whichever measurement it was made at', async () => {
		const earlier = commitmentOf(measurementOf('verband', 'vorige'), 'eerder');
		const elsewhere = commitmentOf(measurementOf('ander', 'elders'), 'elders');
		for (const one of [commitment, earlier, elsewhere]) await saveCommitment(one);

		expect(await loadCommitments('verband')).toEqual([commitment, earlier]);
		expect(await loadCommitments('ander')).toEqual([elsewhere]);
		expect(await loadCommitments('onbekend')).toEqual([]);
	});

	test('is announced after it was stored', async () => {
		expect(await heardDuring(() => saveCommitment(commitment))).toEqual(announced);
	});

	test('at a measurement that is not there any more is refused, and nothing is announced', async () => {
		const failure = saveCommitment(commitmentOf(measurementOf('verband', 'verwijderd'), 'wees'));
		const heard = await heardDuring(() => expect(failure).rejects.toMatchObject({ problem: 'removed' }));

		expect(heard).toEqual([]);
		expect(await loadCommitments('verband')).toEqual([]);
	});

	test('on a full device is not stored, and says so', async () => {
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
			throw new DOMException('Quota exceeded', 'QuotaExceededError');
		});

		await expect(saveCommitment(commitment)).rejects.toMatchObject({ problem: 'full' });
		expect(await loadCommitments('verband')).toEqual([]);
	});
});

describe('changing a commitment', () => {
	test('starts from what is stored now, so that two tabs lose nothing of each other', async () => {
		await saveCommitment(commitment);

		await Promise.all([
			changeCommitment(commitment, (current) => ({ ...current, status: 'busy' })),
			changeCommitment(commitment, (current) => ({ ...current, note: 'Zaal is geboekt' }))
		]);

		expect(await loadCommitments('verband')).toMatchObject([
			{ ...commitment, status: 'busy', note: 'Zaal is geboekt' }
		]);
	});

	test('gives back what it became, and is announced', async () => {
		await saveCommitment(commitment);
		const change = () => changeCommitment(commitment, (current) => ({ ...current, status: 'done' }));

		expect(await heardDuring(change)).toEqual(announced);
		expect(await change()).toMatchObject({ ...commitment, status: 'done' });
	});

	test('that another tab removed does not bring it back', async () => {
		await saveCommitment(commitment);
		await deleteCommitment(commitment.id);

		await expect(changeCommitment(commitment, (current) => current)).rejects.toMatchObject({ problem: 'removed' });
		expect(await loadCommitments('verband')).toEqual([]);
	});
});

describe('deleting a commitment', () => {
	test('and putting it back gives the identical database', async () => {
		await saveCommitment(commitment);
		await saveCommitment(commitmentOf(measurement, 'blijft'));
		const before = await dumpDatabase();

		const deleted = await deleteCommitment(commitment.id);
		expect(await loadCommitments('verband')).toEqual([commitmentOf(measurement, 'blijft')]);
		expect(deleted).toEqual(commitment);
		if (deleted) await saveCommitment(deleted);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('is announced', async () => {
		await saveCommitment(commitment);

		expect(await heardDuring(() => deleteCommitment(commitment.id))).toEqual(announced);
	});

	test('that is not there changes and announces nothing', async () => {
		await saveCommitment(commitment);

		expect(await heardDuring(() => deleteCommitment('onbekend'))).toEqual([]);
		expect(await loadCommitments('verband')).toEqual([commitment]);
	});
});
