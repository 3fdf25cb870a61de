import { canonicalResponse } from '$lib/domain/intake/canonical-response';
import type { Commitment, ReportChoice } from '$lib/domain/measurement/commitment';
import type { AgreedScore, IndividualResponse, Measurement, Partnership } from '$lib/domain/measurement/measurement';
import { changeRecord } from './change-record';
import { read } from '$lib/storage/connection/read';
import type { StoredAnswer, StoredFirstWay, StoredLetterbox, StoredNote, StoredPosition } from '$lib/storage/schema';
import { rememberShowing } from './showings';
import { write } from '$lib/storage/writing/write';

/** Everything of one measurement but the measurement itself. */
export interface MeasurementContent {
	answers: StoredAnswer[];
	notes: StoredNote[];
	positions: StoredPosition[];
	responses: IndividualResponse[];
	agreedScores: AgreedScore[];
	commitments: Commitment[];
	reportChoices: ReportChoice[];
	letterboxes: StoredLetterbox[];
}

/** A partnership with some or all of its measurements: for deleting with undo, and an example. */
export interface PartnershipRecords extends MeasurementContent {
	partnership: Partnership;
	measurements: Measurement[];
}

export const emptyContent: MeasurementContent = {
	answers: [],
	notes: [],
	positions: [],
	responses: [],
	agreedScores: [],
	commitments: [],
	reportChoices: [],
	letterboxes: []
};

/** Those that something new fills. */
const filledStores = [
	'partnerships',
	'measurements',
	'answers',
	'notes',
	'positions',
	'responses',
	'agreedScores',
	'commitments',
	'reportChoices',
	'letterboxes',
	'showings',
	'settings'
] as const;

export async function loadPartnerships(): Promise<Partnership[]> {
	return read((db) => db.getAll('partnerships'));
}

export async function loadPartnership(id: string): Promise<Partnership | undefined> {
	return read((db) => db.get('partnerships', id));
}

/**
 * Changes a partnership.
 * @throws StorageError when nothing was stored, also when the partnership is not there any more
 */
export async function changePartnership(
	id: string,
	change: (partnership: Partnership) => Partnership
): Promise<Partnership> {
	return write(['partnerships'], (tx) => changeRecord(tx.objectStore('partnerships'), id, change), {
		kind: 'partnership',
		partnershipId: id
	});
}

/**
 * Writes all records of something new in one transaction, or none: each put in a promise of its
 * own, so that none fails unheard.
 * @param firstWays the ways that its measurements are made for
 */
export async function savePartnershipRecords(
	records: PartnershipRecords,
	firstWays: readonly StoredFirstWay[] = []
): Promise<void> {
	await write(
		[...filledStores],
		async (tx) => {
			await Promise.all([
				tx.objectStore('partnerships').put(records.partnership),
				...records.measurements.map(async (measurement) => tx.objectStore('measurements').put(measurement)),
				...records.answers.map(async (answer) => tx.objectStore('answers').put(answer)),
				...records.notes.map(async (note) => tx.objectStore('notes').put(note)),
				...records.positions.map(async (position) => tx.objectStore('positions').put(position)),
				...records.responses.map(async (response) => tx.objectStore('responses').put(canonicalResponse(response))),
				...records.agreedScores.map(async (agreed) => tx.objectStore('agreedScores').put(agreed)),
				...records.commitments.map(async (commitment) => tx.objectStore('commitments').put(commitment)),
				...records.reportChoices.map(async (choice) => tx.objectStore('reportChoices').put(choice)),
				...records.letterboxes.map(async (letterbox) => tx.objectStore('letterboxes').put(letterbox)),
				...firstWays.map(async (way) => tx.objectStore('settings').put(way))
			]);
			for (const measurement of records.measurements) await rememberShowing(tx, measurement);
		},
		{ kind: 'partnership', partnershipId: records.partnership.id }
	);
}
