import type { IDBPObjectStore, StoreNames } from 'idb';
import type { BundledCommitment, MeasurementBundle, PartnershipBundle } from '$lib/domain/bundle';
import type { Commitment } from '$lib/domain/commitment';
import type { Measurement } from '$lib/domain/measurement';
import { stableText } from '$lib/domain/stable-text';
import { jointResponseId } from './answers';
import { database } from './database';
import type { Schema } from './schema';
import type { WriteTransaction } from './write';

/** The stores that a file with measurements fills. Questionnaires are kept apart from the bundles; sheets are read only, to know whether someone is filling in. */
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
	'questionnaires',
	'sheets'
] as const;
type BundleStore = (typeof bundleStores)[number];

/** A transaction that reads these stores, and perhaps writes in them. */
export interface ReadBundles<Mode extends IDBTransactionMode = IDBTransactionMode> {
	objectStore<Name extends BundleStore>(name: Name): IDBPObjectStore<Schema, StoreNames<Schema>[], Name, Mode>;
}

/** Everything of everyone on this device, in key order, as it is at one moment. */
export async function loadBundles(): Promise<PartnershipBundle[]> {
	const tx = (await database()).transaction([...bundleStores], 'readonly');
	const bundles: PartnershipBundle[] = [];
	for (const id of await tx.objectStore('partnerships').getAllKeys()) {
		const bundle = await readPartnership(tx, id);
		if (bundle) bundles.push(bundle);
	}
	return bundles;
}

/** A partnership with all its measurements, within a transaction. */
export async function readPartnership<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	id: string
): Promise<PartnershipBundle | undefined> {
	const partnership = await tx.objectStore('partnerships').get(id);
	if (!partnership) return undefined;
	const measurements: MeasurementBundle[] = [];
	for (const measurement of await tx.objectStore('measurements').index('byPartnership').getAll(id)) {
		measurements.push(await readMeasurement(tx, measurement));
	}
	return { partnership, measurements };
}

/** Everything of one measurement, within a transaction. */
export async function readMeasurement<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	measurement: Measurement
): Promise<MeasurementBundle> {
	const { id } = measurement;
	const answers = await tx.objectStore('answers').index('byMeasurement').getAll(id);
	const notes = await tx.objectStore('notes').index('byMeasurement').getAll(id);
	const agreedScores = await tx.objectStore('agreedScores').index('byMeasurement').getAll(id);
	const commitments = await tx.objectStore('commitments').index('byMeasurement').getAll(id);
	const choice = await tx.objectStore('reportChoices').get(id);
	return {
		measurement,
		responses: await tx.objectStore('responses').index('byMeasurement').getAll(id),
		jointAnswers: answers.map(({ groupId, itemId, answer, revision }) => ({ groupId, itemId, answer, revision })),
		notes: notes.map(({ itemId, text }) => ({ itemId, text })),
		agreedScores: agreedScores.map(({ dimensionId, score, note }) => ({ dimensionId, score, note })),
		commitments: commitments.map(bundled),
		reportChoice: choice ? { adviceIds: choice.adviceIds, ownWords: choice.ownWords } : null,
		position: (await tx.objectStore('positions').get(id))?.dimensionId ?? null
	};
}

/** A commitment without the ids that its place in the bundle gives. */
function bundled({ id, adviceId, dimensionId, what, who, by, status, note, createdAt }: Commitment): BundledCommitment {
	return { id, adviceId, dimensionId, what, who, by, status, note, createdAt };
}

/** One record of one store, with how to put it and take it away. */
interface BundleRecord {
	text: string;
	put(tx: WriteTransaction<BundleStore>): Promise<unknown>;
	remove(tx: WriteTransaction<BundleStore>): Promise<unknown>;
}

/** Makes the device hold these bundles instead of those, and touches only the records that differ. */
export async function replaceBundles(
	tx: WriteTransaction<BundleStore>,
	from: readonly PartnershipBundle[],
	to: readonly PartnershipBundle[]
): Promise<void> {
	const before = recordsOf(from);
	const after = recordsOf(to);
	for (const [key, record] of before) if (!after.has(key)) await record.remove(tx);
	for (const [key, record] of after) if (before.get(key)?.text !== record.text) await record.put(tx);
}

/** Every record of the bundles, by store and key. */
function recordsOf(bundles: readonly PartnershipBundle[]): Map<string, BundleRecord> {
	const records = new Map<string, BundleRecord>();
	const add = <Store extends BundleStore>(store: Store, key: Schema[Store]['key'], value: Schema[Store]['value']) =>
		records.set(`${store} ${JSON.stringify(key)}`, {
			text: stableText(value),
			put: (tx) => tx.objectStore(store).put(value),
			remove: (tx) => tx.objectStore(store).delete(key)
		});
	for (const { partnership, measurements } of bundles) {
		add('partnerships', partnership.id, partnership);
		for (const bundle of measurements) addMeasurement(bundle, add);
	}
	return records;
}

function addMeasurement(
	bundle: MeasurementBundle,
	add: <Store extends BundleStore>(store: Store, key: Schema[Store]['key'], value: Schema[Store]['value']) => void
): void {
	const { id: measurementId, partnershipId } = bundle.measurement;
	add('measurements', measurementId, bundle.measurement);
	for (const response of bundle.responses) add('responses', response.id, response);
	for (const joint of bundle.jointAnswers) {
		const responseId = jointResponseId(measurementId, joint.groupId);
		add('answers', [responseId, joint.itemId], { responseId, measurementId, ...joint });
	}
	for (const note of bundle.notes) add('notes', [measurementId, note.itemId], { measurementId, ...note });
	for (const agreed of bundle.agreedScores)
		add('agreedScores', [measurementId, agreed.dimensionId], { measurementId, ...agreed });
	for (const commitment of bundle.commitments)
		add('commitments', commitment.id, { partnershipId, measurementId, ...commitment });
	if (bundle.reportChoice) add('reportChoices', measurementId, { measurementId, ...bundle.reportChoice });
	if (bundle.position !== null) add('positions', measurementId, { measurementId, dimensionId: bundle.position });
}
