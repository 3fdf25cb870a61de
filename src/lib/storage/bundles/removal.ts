import { questionnaireKey } from '$lib/domain/questionnaire/questionnaire-ref';
import type { IndividualResponse, Measurement } from '$lib/domain/measurement/measurement';
import type { MeasurementContent, PartnershipRecords } from '$lib/storage/records/partnerships';
import { removePrivateNote } from '$lib/storage/settings/private-notes';
import { removeFirstWays, removeLetterhead } from '$lib/storage/records/settings';
import { removeSheet } from '$lib/storage/records/sheet-records';
import { isAnyLeft, leaveToEmpty } from '$lib/storage/records/letterboxes';
import { readShowing, rememberShowing } from '$lib/storage/records/showings';
import type { StoredFirstWay, StoredLetterhead, StoredPrivateNote, StoredQuestionnaire } from '$lib/storage/schema';
import type { WriteTransaction } from '$lib/storage/transaction';
import { write } from '$lib/storage/writing/write';

/** What was removed, to put back with `putBackRecords`. */
export interface RemovedRecords extends PartnershipRecords {
	/**
	 * Those that its measurements need and that people made themselves: as long as nothing
	 * uses them, they may go as well.
	 */
	questionnaires: StoredQuestionnaire[];
	/** Whether the partnership went too. */
	partnershipGone: boolean;
	/** Whether the host has a letterbox to empty, once this is not put back any more. */
	leavesLetterbox: boolean;
	/**
	 * Of this device: how its measurements were begun and, when the partnership went too, what its reports carried and
	 * what was noted of it.
	 */
	settings: (StoredFirstWay | StoredLetterhead | StoredPrivateNote)[];
}

const allStores = [
	'partnerships',
	'measurements',
	'answers',
	'notes',
	'positions',
	'responses',
	'agreedScores',
	'sheets',
	'sheetEntries',
	'sheetTrends',
	'commitments',
	'reportChoices',
	'letterboxes',
	'questionnaires',
	'showings',
	'settings'
] as const;
type AllStores = WriteTransaction<(typeof allStores)[number]>;

/**
 * Deletes a partnership with all its measurements in one transaction. Half-filled sheets go too and do not come back.
 * @returns what was deleted, to put back on undo; undefined when there was no such partnership
 */
export async function deletePartnership(id: string): Promise<RemovedRecords | undefined> {
	return write(
		[...allStores],
		async (tx) => {
			const partnership = await tx.objectStore('partnerships').get(id);
			if (!partnership) return undefined;
			const measurements = await tx.objectStore('measurements').index('byPartnership').getAll(id);
			const questionnaires = await ownQuestionnaires(tx, measurements);
			const contents: MeasurementContent[] = [];
			for (const measurement of measurements) contents.push(await removeMeasurement(tx, measurement));
			await tx.objectStore('partnerships').delete(id);
			const ofPartnership = await removeSettings(tx, id);
			const firstWays = await removeFirstWays(tx, measurements);
			return {
				partnership,
				measurements,
				...joinContents(contents),
				questionnaires,
				partnershipGone: true,
				leavesLetterbox: await isAnyLeft(
					tx,
					contents.flatMap(({ letterboxes }) => letterboxes)
				),
				settings: [...ofPartnership, ...firstWays]
			};
		},
		{ kind: 'partnership', partnershipId: id }
	);
}

/**
 * Deletes one measurement, and its partnership when that was the last.
 * @returns what was deleted, to put back on undo
 */
export async function deleteMeasurement(id: string): Promise<RemovedRecords | undefined> {
	return write(
		[...allStores],
		async (tx) => {
			const measurement = await tx.objectStore('measurements').get(id);
			const partnership = measurement && (await tx.objectStore('partnerships').get(measurement.partnershipId));
			if (!partnership) return undefined;
			const questionnaires = await ownQuestionnaires(tx, [measurement]);
			const content = await removeMeasurement(tx, measurement);
			const left = await tx.objectStore('measurements').index('byPartnership').count(partnership.id);
			const partnershipGone = left === 0;
			if (partnershipGone) await tx.objectStore('partnerships').delete(partnership.id);
			const ofPartnership = partnershipGone ? await removeSettings(tx, partnership.id) : [];
			const settings = [...ofPartnership, ...(await removeFirstWays(tx, [measurement]))];
			const leavesLetterbox = await isAnyLeft(tx, content.letterboxes);
			return {
				partnership,
				measurements: [measurement],
				...content,
				questionnaires,
				partnershipGone,
				leavesLetterbox,
				settings
			};
		},
		{ kind: 'measurement', measurementId: id }
	);
}

/** What this device keeps of a partnership, when that goes. */
async function removeSettings(tx: AllStores, partnershipId: string): Promise<(StoredLetterhead | StoredPrivateNote)[]> {
	return [...(await removeLetterhead(tx, partnershipId)), ...(await removePrivateNote(tx, partnershipId))];
}

async function ownQuestionnaires(tx: AllStores, measurements: readonly Measurement[]): Promise<StoredQuestionnaire[]> {
	const refs = new Map(
		measurements.map(({ questionnaire: { id, version } }) => [
			questionnaireKey({ id, version }),
			[id, version] as const
		])
	);
	const found = await Promise.all(
		[...refs.values()].map(([id, version]) => tx.objectStore('questionnaires').get([id, version]))
	);
	return found.flatMap((one) => one ?? []);
}

/**
 * What is known of who shows it, and over whom, stays; and what asks the host to empty its letterbox, unless another
 * device shows it: there people may still be answering.
 */
async function removeMeasurement(tx: AllStores, measurement: Measurement): Promise<MeasurementContent> {
	const { id } = measurement;
	await rememberShowing(tx, measurement);
	const position = await tx.objectStore('positions').get(id);
	const reportChoice = await tx.objectStore('reportChoices').get(id);
	const letterbox = await tx.objectStore('letterboxes').get(id);
	const content = {
		answers: await tx.objectStore('answers').index('byMeasurement').getAll(id),
		notes: await tx.objectStore('notes').index('byMeasurement').getAll(id),
		positions: position ? [position] : [],
		responses: await tx.objectStore('responses').index('byMeasurement').getAll(id),
		agreedScores: await tx.objectStore('agreedScores').index('byMeasurement').getAll(id),
		commitments: await tx.objectStore('commitments').index('byMeasurement').getAll(id),
		reportChoices: reportChoice ? [reportChoice] : [],
		letterboxes: letterbox ? [letterbox] : []
	};
	await removeByMeasurement(tx.objectStore('answers'), id);
	await removeByMeasurement(tx.objectStore('notes'), id);
	await removeByMeasurement(tx.objectStore('responses'), id);
	await removeByMeasurement(tx.objectStore('agreedScores'), id);
	await removeByMeasurement(tx.objectStore('commitments'), id);
	await tx.objectStore('reportChoices').delete(id);
	await tx.objectStore('letterboxes').delete(id);
	if (letterbox && (await isShownHere(tx, measurement, content.responses))) await leaveToEmpty(tx, letterbox);
	for (const responseId of await tx.objectStore('sheets').index('byMeasurement').getAllKeys(id)) {
		await removeSheet(tx, responseId);
	}
	await tx.objectStore('positions').delete(id);
	await tx.objectStore('measurements').delete(id);
	return content;
}

async function isShownHere(
	tx: AllStores,
	measurement: Measurement,
	responses: readonly IndividualResponse[]
): Promise<boolean> {
	return measurement.privacy.mode === 'open' || (await readShowing(tx, measurement, responses)).isHere;
}

interface ByMeasurement<Key> {
	index(name: 'byMeasurement'): { getAllKeys(measurementId: string): Promise<Key[]> };
	delete(key: Key): Promise<void>;
}

async function removeByMeasurement<Key>(store: ByMeasurement<Key>, measurementId: string): Promise<void> {
	for (const key of await store.index('byMeasurement').getAllKeys(measurementId)) await store.delete(key);
}

function joinContents(contents: readonly MeasurementContent[]): MeasurementContent {
	return {
		answers: contents.flatMap((content) => content.answers),
		notes: contents.flatMap((content) => content.notes),
		positions: contents.flatMap((content) => content.positions),
		responses: contents.flatMap((content) => content.responses),
		agreedScores: contents.flatMap((content) => content.agreedScores),
		commitments: contents.flatMap((content) => content.commitments),
		reportChoices: contents.flatMap((content) => content.reportChoices),
		letterboxes: contents.flatMap((content) => content.letterboxes)
	};
}
