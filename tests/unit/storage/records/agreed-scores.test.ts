import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadAgreedScores } from '$lib/storage/records/agreed-scores';
import { closeDatabase, wipeDatabase } from '$lib/storage/connection/database';
import { takeInResponses } from '$lib/storage/records/responses';
import { dumpDatabase } from '../../../builders/dump-database';
import { agreeOn, storeMeasurements } from '../../../builders/stored-records';
import { measurementOf, responseOf } from '../../../builders/records';

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurementOf('verband', 'meting'));
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

		expect(await loadAgreedScores('meting')).toMatchObject([
			{ ...agreed, score: 4 },
			{ ...agreed, dimensionId: 'regie', score: null }
		]);
	});

	test('of a measurement that is gone leaves nothing', async () => {
		await expect(agreeOn({ ...agreed, measurementId: 'weg' })).rejects.toMatchObject({ problem: 'removed' });
		expect(await loadAgreedScores('weg')).toEqual([]);
	});

	test('leaves the answers alone', async () => {
		await takeInResponses('meting', [responseOf('meting', '00000000a1')], 'phone');
		const { agreedScores, ...before } = await dumpDatabase();

		await agreeOn(agreed);

		expect(agreedScores).toEqual([]);
		expect(await dumpDatabase()).toEqual({ ...before, agreedScores: [expect.objectContaining(agreed)] });
	});
});
