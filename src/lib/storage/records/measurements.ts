import type { Measurement, Way } from '$lib/domain/measurement/measurement';
import { byNewest } from '$lib/domain/measurement/order';
import { areSameTerms, termsWith, type Terms } from '$lib/domain/measurement/terms';
import { changeRecord } from './change-record';
import { read } from '$lib/storage/connection/read';
import { firstWayOf } from './settings';
import { rememberShowing } from './showings';
import { mustBeThere } from '$lib/storage/storage-error';
import { write } from '$lib/storage/writing/write';

export async function loadMeasurement(id: string): Promise<Measurement | undefined> {
	return read((db) => db.get('measurements', id));
}

/** Newest date first. */
export async function loadMeasurements(partnershipId: string): Promise<Measurement[]> {
	const found = await read((db) => db.getAllFromIndex('measurements', 'byPartnership', partnershipId));
	return found.sort(byNewest);
}

/**
 * Adds a measurement to a partnership that is on this device.
 * @param way that it is made for
 * @throws StorageError when nothing was stored, also when the partnership is not there any more
 */
export async function addMeasurement(measurement: Measurement, way: Way): Promise<void> {
	const { partnershipId } = measurement;
	await write(
		['partnerships', 'measurements', 'responses', 'showings', 'settings'],
		async (tx) => {
			mustBeThere(await tx.objectStore('partnerships').getKey(partnershipId));
			await tx.objectStore('measurements').add(measurement);
			await tx.objectStore('settings').put(firstWayOf(measurement.id, way));
			await rememberShowing(tx, measurement);
		},
		{ kind: 'partnership', partnershipId }
	);
}

/** Of every partnership; in no order. */
export async function loadAllMeasurements(): Promise<Measurement[]> {
	return read((db) => db.getAll('measurements'));
}

/**
 * Changes a measurement. What people answer on and what was promised them never changes: they may have answered, or
 * hold a link or a form.
 * @throws StorageError also when there is no such measurement
 */
export async function changeMeasurement(
	id: string,
	change: (measurement: Measurement) => Measurement
): Promise<Measurement> {
	return write(
		['measurements'],
		(tx) =>
			changeRecord(tx.objectStore('measurements'), id, (measurement) => {
				const changed = change(measurement);
				if (areSameTerms(fixedPart(measurement), fixedPart(changed))) return changed;
				throw new RangeError('The terms of a measurement lie fixed');
			}),
		{ kind: 'measurement', measurementId: id }
	);
}

/** The content of an own questionnaire that is used lies fixed by itself. */
function fixedPart(measurement: Measurement): Terms {
	return termsWith({ ...measurement, measurementId: measurement.id }, '');
}
