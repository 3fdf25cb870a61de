import type { BundledCommitment, MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import type { Commitment, ReportChoice } from '$lib/domain/measurement/commitment';
import type { AgreedScore, IndividualResponse, Measurement } from '$lib/domain/measurement/measurement';
import type { OwnLetterbox } from '$lib/domain/measurement/own-letterbox';
import { readPrivateNote } from '$lib/storage/settings/private-notes';
import { readShowing } from '$lib/storage/records/showings';
import type { StoredAnswer, StoredLetterbox, StoredNote, StoredPosition } from '$lib/storage/schema';
import type { StoresIn } from '$lib/storage/transaction';

/**
 * The stores that a file with measurements fills. Questionnaires and drafts of them are kept apart from the bundles;
 * sheets are read only, to know whether someone is filling in; of the settings only what was noted of a partnership is
 * written.
 */
export const bundleStores = [
	'partnerships',
	'measurements',
	'responses',
	'answers',
	'notes',
	'agreedScores',
	'commitments',
	'reportChoices',
	'positions',
	'letterboxes',
	'questionnaires',
	'questionnaireDrafts',
	'sheets',
	'showings',
	'settings'
] as const;
export type BundleStore = (typeof bundleStores)[number];

/** A transaction that reads these stores, and perhaps writes in them. */
export type ReadBundles<Mode extends IDBTransactionMode = IDBTransactionMode> = StoresIn<BundleStore, Mode>;

/** A partnership with all its measurements, within a transaction. */
export async function readPartnership<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	id: string
): Promise<PartnershipBundle | undefined> {
	const partnership = await tx.objectStore('partnerships').get(id);
	if (!partnership) return undefined;
	const stored = await tx.objectStore('measurements').index('byPartnership').getAll(id);
	const measurements = await Promise.all(stored.map((measurement) => readMeasurement(tx, measurement)));
	const privateNote = await readPrivateNote(tx, id);
	return { partnership, measurements, ...(privateNote !== undefined && { privateNote }) };
}

/** Everything of one measurement, within a transaction. */
export async function readMeasurement<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	measurement: Measurement
): Promise<MeasurementBundle> {
	const { id, privacy } = measurement;
	const [answers, notes, agreedScores, commitments, choice, responses, position, letterbox] = await Promise.all([
		tx.objectStore('answers').index('byMeasurement').getAll(id),
		tx.objectStore('notes').index('byMeasurement').getAll(id),
		tx.objectStore('agreedScores').index('byMeasurement').getAll(id),
		tx.objectStore('commitments').index('byMeasurement').getAll(id),
		tx.objectStore('reportChoices').get(id),
		tx.objectStore('responses').index('byMeasurement').getAll(id),
		tx.objectStore('positions').get(id),
		tx.objectStore('letterboxes').get(id)
	]);
	const known = privacy.mode === 'anoniem' ? await readShowing(tx, measurement, responses) : undefined;
	return {
		...bundleOf(measurement, { answers, notes, agreedScores, commitments, choice, responses, position, letterbox }),
		...(known && { showing: { ...known.showing, backup: known.isHere && known.showing.shownOver === null } })
	};
}

/** What is stored of one measurement. */
export interface MeasurementRecords {
	answers: readonly StoredAnswer[];
	notes: readonly StoredNote[];
	agreedScores: readonly AgreedScore[];
	commitments: readonly Commitment[];
	choice: ReportChoice | undefined;
	responses: IndividualResponse[];
	position: StoredPosition | undefined;
	letterbox: StoredLetterbox | undefined;
}

/** Records as they stand in a bundle: without the ids that their place there gives. */
export function bundleOf(measurement: Measurement, records: MeasurementRecords): MeasurementBundle {
	const { answers, notes, agreedScores, commitments, choice, responses, position, letterbox } = records;
	return {
		measurement,
		responses,
		jointAnswers: answers.map(({ groupId, itemId, answer, revision }) => ({ groupId, itemId, answer, revision })),
		notes: notes.map(({ itemId, text }) => ({ itemId, text })),
		agreedScores: agreedScores.map(({ dimensionId, score, note, edits }) => ({
			dimensionId,
			score,
			note,
			...(edits && { edits })
		})),
		commitments: commitments.map(bundled),
		reportChoice: choice ? { adviceIds: choice.adviceIds, ownWords: choice.ownWords } : null,
		position: position?.dimensionId ?? null,
		...(letterbox && { letterbox: bundledLetterbox(letterbox) })
	};
}

function bundledLetterbox(letterbox: StoredLetterbox): OwnLetterbox {
	const { roomId, roomSecret, publicKey, privateKey, openedOn, status } = letterbox;
	return { roomId, roomSecret, publicKey, privateKey, openedOn, status };
}

function bundled(commitment: Commitment): BundledCommitment {
	const { id, adviceId, dimensionId, what, who, by, status, note, createdAt, edits } = commitment;
	return { id, adviceId, dimensionId, what, who, by, status, note, createdAt, ...(edits && { edits }) };
}
