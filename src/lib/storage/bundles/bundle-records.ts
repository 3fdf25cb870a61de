import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import { canonicalResponse } from '$lib/domain/intake/canonical-response';
import { stableText } from '$lib/domain/text/stable-text';
import { jointResponseId } from '$lib/storage/records/answers';
import { privateNoteOf } from '$lib/storage/settings/private-notes';
import type { BundleStore, ReadBundles } from './bundles';
import type { Schema } from '$lib/storage/schema';

/** Bundles as the records that they are made of, to put them on this device and to take them away again. */

/** A record that was put in, so that it can be undone: small, since a device may get thousands at once. */
export interface ReplacedRecord {
	store: BundleStore;
	key: IDBValidKey;
	/** What was there, as JSON; null: nothing. */
	before: string | null;
}

/** Part of a store that takes any record: what goes in came out of the same store. */
interface AnyStore {
	put(value: unknown): Promise<unknown>;
	delete(key: IDBValidKey): Promise<unknown>;
}

interface BundleRecord extends Omit<ReplacedRecord, 'before'> {
	value: object;
	text: string;
}

/**
 * Adds to what the device holds of a partnership, and touches only the records that differ.
 * @param from what it holds
 * @param to the same and more
 */
export async function addRecords(
	tx: ReadBundles<'readwrite'>,
	from: PartnershipBundle | undefined,
	to: PartnershipBundle
): Promise<ReplacedRecord[]> {
	const before = recordsOf(from);
	const after = recordsOf(to);
	const differing = [...after].filter(([id, { text }]) => before.get(id)?.text !== text);
	// What opens answers goes once figures were shown; nothing else ever does.
	const erased = [...before].filter(([id, { store }]) => store === 'letterboxes' && !after.has(id));
	await Promise.all([
		...differing.map(async ([, { store, value }]) => anyStore(tx, store).put(value)),
		...erased.map(async ([, { store, key }]) => anyStore(tx, store).delete(key))
	]);
	// What is known of who shows a measurement, and over whom, is never taken back.
	const undoable = [...differing, ...erased].filter(([, { store }]) => store !== 'showings');
	const replaced = undoable.map(([id, { store, key }]) => {
		const previous = before.get(id);
		return { store, key, before: previous ? JSON.stringify(previous.value) : null };
	});
	return [...replaced, ...placesOf(replaced)];
}

/** Makes these records as they were. */
export async function revertRecords(tx: ReadBundles<'readwrite'>, replaced: readonly ReplacedRecord[]): Promise<void> {
	await Promise.all(
		replaced.map(async ({ store, key, before }) =>
			before === null ? anyStore(tx, store).delete(key) : anyStore(tx, store).put(JSON.parse(before))
		)
	);
}

/** Where people are in a new measurement goes with it, also when they got there later. */
function placesOf(replaced: readonly ReplacedRecord[]): ReplacedRecord[] {
	const added = replaced.filter(({ store, before }) => store === 'measurements' && before === null);
	return added.map(({ key }) => ({ store: 'positions', key, before: null }));
}

function anyStore(tx: ReadBundles<'readwrite'>, store: BundleStore): AnyStore {
	return tx.objectStore(store) as unknown as AnyStore;
}

type Add = <Store extends BundleStore>(store: Store, key: Schema[Store]['key'], value: Schema[Store]['value']) => void;

/** Every record of a partnership, by store and key. */
function recordsOf(bundle: PartnershipBundle | undefined): Map<string, BundleRecord> {
	const records = new Map<string, BundleRecord>();
	const add: Add = (store, key, value) =>
		records.set(`${store} ${JSON.stringify(key)}`, { store, key, value, text: stableText(value) });
	if (bundle) add('partnerships', bundle.partnership.id, bundle.partnership);
	if (bundle?.privateNote !== undefined) {
		const note = privateNoteOf(bundle.partnership.id, bundle.privateNote);
		add('settings', note.key, note);
	}
	for (const one of bundle?.measurements ?? []) addMeasurement(one, add);
	return records;
}

function addMeasurement(bundle: MeasurementBundle, add: Add): void {
	const { id: measurementId, partnershipId } = bundle.measurement;
	add('measurements', measurementId, bundle.measurement);
	for (const response of bundle.responses) add('responses', response.id, canonicalResponse(response));
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
	if (bundle.letterbox && !bundle.measurement.sealed)
		add('letterboxes', measurementId, { measurementId, ...bundle.letterbox });
	if (bundle.showing) {
		const { device, turn, shownOver } = bundle.showing;
		add('showings', measurementId, { measurementId, device, turn, shownOver });
	}
}
