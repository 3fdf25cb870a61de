import type { Measurement, Partnership } from '$lib/domain/measurement';
import { database, type StoredAnswer, type StoredNote, type StoredPosition } from './database';
import { write } from './write';

/** Everything of one partnership, for deleting with undo and for writing an example in one go. */
export interface PartnershipRecords {
	partnership: Partnership;
	measurements: Measurement[];
	answers: StoredAnswer[];
	notes: StoredNote[];
	positions: StoredPosition[];
}

const allStores = ['partnerships', 'measurements', 'answers', 'notes', 'positions'] as const;

export async function loadPartnerships(): Promise<Partnership[]> {
	return (await database()).getAll('partnerships');
}

export async function loadPartnership(id: string): Promise<Partnership | undefined> {
	return (await database()).get('partnerships', id);
}

/** Newest date first. */
export async function loadMeasurements(partnershipId: string): Promise<Measurement[]> {
	const found = await (await database()).getAllFromIndex('measurements', 'byPartnership', partnershipId);
	return found.sort((a, b) => b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt));
}

export async function loadMeasurement(id: string): Promise<Measurement | undefined> {
	return (await database()).get('measurements', id);
}

export async function saveMeasurement(measurement: Measurement): Promise<void> {
	await write(['measurements'], async (tx) => void (await tx.objectStore('measurements').put(measurement)), {
		kind: 'measurement',
		measurementId: measurement.id
	});
}

/** Writes all records in one transaction, or none. */
export async function savePartnershipRecords(records: PartnershipRecords): Promise<void> {
	await write(
		[...allStores],
		async (tx) => {
			await Promise.all([
				tx.objectStore('partnerships').put(records.partnership),
				...records.measurements.map((measurement) => tx.objectStore('measurements').put(measurement)),
				...records.answers.map((answer) => tx.objectStore('answers').put(answer)),
				...records.notes.map((note) => tx.objectStore('notes').put(note)),
				...records.positions.map((position) => tx.objectStore('positions').put(position))
			]);
		},
		{ kind: 'partnership', partnershipId: records.partnership.id }
	);
}

/**
 * Deletes a partnership with all its measurements in one transaction.
 * @returns what was deleted, to put back on undo; undefined when there was no such partnership
 */
export async function deletePartnership(id: string): Promise<PartnershipRecords | undefined> {
	return write(
		[...allStores],
		async (tx) => {
			const partnership = await tx.objectStore('partnerships').get(id);
			if (!partnership) return undefined;
			const measurements = await tx.objectStore('measurements').index('byPartnership').getAll(id);
			const removed: PartnershipRecords = { partnership, measurements, answers: [], notes: [], positions: [] };
			for (const measurement of measurements) {
				const answers = await tx.objectStore('answers').index('byMeasurement').getAll(measurement.id);
				const notes = await tx.objectStore('notes').index('byMeasurement').getAll(measurement.id);
				const position = await tx.objectStore('positions').get(measurement.id);
				removed.answers.push(...answers);
				removed.notes.push(...notes);
				if (position) removed.positions.push(position);
				await tx.objectStore('measurements').delete(measurement.id);
				await tx.objectStore('positions').delete(measurement.id);
				for (const answer of answers) await tx.objectStore('answers').delete([answer.responseId, answer.itemId]);
				for (const note of notes) await tx.objectStore('notes').delete([note.measurementId, note.itemId]);
			}
			await tx.objectStore('partnerships').delete(id);
			return removed;
		},
		{ kind: 'partnership', partnershipId: id }
	);
}
