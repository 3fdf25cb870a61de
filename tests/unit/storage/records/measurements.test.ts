import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Measurement } from '$lib/domain/measurement/measurement';
import { wipeDatabase } from '$lib/storage/connection/database';
import { changeMeasurement, loadMeasurement } from '$lib/storage/records/measurements';
import { StorageError } from '$lib/storage/storage-error';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const measurement = measurementOf('verband', 'meting');

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurement);
});

async function become(changes: Partial<Measurement>): Promise<void> {
	await changeMeasurement(measurement.id, (current) => ({ ...current, ...changes }));
}

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
