import { questionnaireKey } from '$lib/domain/questionnaire/questionnaire-ref';
import type { MeasurementBundle } from '$lib/domain/intake/bundle';
import type { Commitment } from '$lib/domain/measurement/commitment';
import { areOneMeasurement, joinCommitments, joinNotes, joinPutBack } from '$lib/domain/intake/put-back';
import { joinTags } from '$lib/domain/measurement/tags';
import { haveSameContent, stableText } from '$lib/domain/text/stable-text';
import { addRecords } from './bundle-records';
import { bundleOf, readMeasurement, readPartnership, type ReadBundles } from './bundles';
import { areIdsTaken } from './ids-taken';
import { compareQuestionnaires } from './import-questionnaires';
import type { RemovedRecords } from './removal';
import { takeFromEmptying } from '$lib/storage/records/letterboxes';
import { isPrivateNote } from '$lib/storage/settings/private-notes';
import { mustBeThere } from '$lib/storage/storage-error';
import { write } from '$lib/storage/writing/write';
import { announceQuestionnaires, writeBundles } from './write-bundles';

/** What became of what was removed. */
export interface PutBack {
	/** Whether something of it had come back meanwhile, other than it was: that stays. */
	met: boolean;
	/**
	 * Whether a measurement stays away, since another one has its number or that of its answers by now, or its
	 * questionnaire became another.
	 */
	refused: boolean;
}

type Stores = ReadBundles<'readwrite'>;

/**
 * Puts back what was removed, as it fits with what is here by now: all that is missing, in one transaction.
 * @throws StorageError when nothing was put back
 */
export async function putBackRecords(removed: RemovedRecords): Promise<PutBack> {
	const { partnership, questionnaires } = removed;
	const outcome = await writeBundles([partnership.id], async (tx) => {
		const { missing, clashes } = await compareQuestionnaires(tx, questionnaires);
		const here = await readPartnership(tx, partnership.id);
		const results: MeasurementBundle[] = [];
		const renamed = removed.partnershipGone && here && !haveSameContent(here.partnership, partnership);
		const outcome: PutBack = { met: renamed ?? false, refused: false };
		for (const bundle of bundlesOf(removed)) {
			const result = clashes.has(questionnaireKey(bundle.measurement.questionnaire))
				? undefined
				: await fit(tx, bundle);
			outcome.refused ||= result === undefined;
			outcome.met ||= result !== undefined && !haveSameContent(inOrder(result), inOrder(bundle));
			if (result) results.push(result);
		}
		if (results.length === 0 && outcome.refused) return outcome;
		const changed = new Set(results.map(({ measurement }) => measurement.id));
		const others = (here?.measurements ?? []).filter(({ measurement }) => !changed.has(measurement.id));
		await addRecords(tx, here, {
			partnership: here ? joinTags(here.partnership, partnership) : partnership,
			measurements: [...others, ...results]
		});
		await putPlaces(tx, results);
		await takeFromEmptying(tx, removed.letterboxes);
		outcome.met = (await putSettings(tx, removed)) || outcome.met;
		await Promise.all(missing.map(async (one) => tx.objectStore('questionnaires').put(one)));
		return outcome;
	});
	announceQuestionnaires(questionnaires);
	return outcome;
}

/**
 * Puts back a commitment that was removed; one that came back meanwhile stays as it is, with
 * the words of both in its note.
 * @throws StorageError when nothing was put back, also when its measurement is not there any more
 */
export async function putBackCommitment(removed: Commitment): Promise<PutBack> {
	return write(
		['measurements', 'commitments'],
		async (tx) => {
			mustBeThere(await tx.objectStore('measurements').getKey(removed.measurementId));
			const here = await tx.objectStore('commitments').get(removed.id);
			if (here && here.measurementId !== removed.measurementId) return { met: true, refused: true };
			const result = here ? joinCommitments(here, removed) : removed;
			await tx.objectStore('commitments').put(result);
			return { met: !haveSameContent(result, removed), refused: false };
		},
		{ kind: 'commitment', partnershipId: removed.partnershipId }
	);
}

/** @returns what the device is to hold of it; undefined when it cannot stand beside what is here */
async function fit(tx: Stores, bundle: MeasurementBundle): Promise<MeasurementBundle | undefined> {
	const stored = await tx.objectStore('measurements').get(bundle.measurement.id);
	if (stored && !areOneMeasurement(stored, bundle.measurement)) return undefined;
	if (await areIdsTaken(tx, bundle)) return undefined;
	return stored ? joinPutBack(bundle, await readMeasurement(tx, stored)) : bundle;
}

async function putPlaces(tx: Stores, bundles: readonly MeasurementBundle[]): Promise<void> {
	await Promise.all(
		bundles.map(async ({ measurement: { id: measurementId }, position }) =>
			position === null ? undefined : tx.objectStore('positions').put({ measurementId, dimensionId: position })
		)
	);
}

/** What was set meanwhile stays, and of two notes no word goes. @returns whether another note had come meanwhile */
async function putSettings(tx: Stores, removed: RemovedRecords): Promise<boolean> {
	const settings = tx.objectStore('settings');
	let met = false;
	for (const one of removed.settings) {
		const here = await settings.get(one.key);
		if (here === undefined) await settings.put(one);
		if (!isPrivateNote(here) || !isPrivateNote(one) || here.value === one.value) continue;
		met = true;
		await settings.put({ ...here, value: joinNotes(here.value, one.value) });
	}
	return met;
}

function bundlesOf(removed: RemovedRecords): MeasurementBundle[] {
	return removed.measurements.map((measurement) => {
		const own = <Kind extends { measurementId: string }>(records: readonly Kind[]) =>
			records.filter(({ measurementId }) => measurementId === measurement.id);
		return bundleOf(measurement, {
			answers: own(removed.answers),
			notes: own(removed.notes),
			agreedScores: own(removed.agreedScores),
			commitments: own(removed.commitments),
			choice: own(removed.reportChoices)[0],
			responses: own(removed.responses),
			position: own(removed.positions)[0],
			letterbox: own(removed.letterboxes)[0]
		});
	});
}

/** The same whatever the order in which it came. */
function inOrder(bundle: MeasurementBundle): unknown {
	const sorted = (records: readonly object[]) => records.map(stableText).sort();
	const { responses, jointAnswers, notes, agreedScores, commitments } = bundle;
	return [
		...[responses, jointAnswers, notes, agreedScores, commitments].map(sorted),
		...[bundle.measurement, bundle.reportChoice]
	];
}
