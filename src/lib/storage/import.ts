import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/bundle';
import { planMeasurement, type MeasurementPlan } from '$lib/domain/import-plan';
import type { Partnership } from '$lib/domain/measurement';
import { stableText } from '$lib/domain/stable-text';
import { bundleStores, readMeasurement, readPartnership, replaceBundles, type ReadBundles } from './bundles';
import { announce } from './changes';
import { database } from './database';
import { write, type WriteTransaction } from './write';

/** A partnership from a file, and what the app found wrong with its measurements before looking at what is here. */
export interface IncomingBundle extends PartnershipBundle {
	/** By measurement id, in Dutch: these are refused. */
	problems: ReadonlyMap<string, string>;
}

export interface PartnershipPlan {
	/** As it is here, or else as it is in the file. */
	partnership: Partnership;
	/** Whether this device gets it. Not when it is here, nor when all its measurements are refused. */
	isNew: boolean;
	measurements: MeasurementPlan[];
}

/** What an import changed: as it was, and as it became. Only for undoing that import. */
export interface DoneImport {
	partnershipIds: readonly string[];
	before: readonly PartnershipBundle[];
	/** The text of what it became, and of the sheets that were being filled in. */
	after: string;
	current: readonly PartnershipBundle[];
}

export type ImportOutcome =
	| { kind: 'written'; plans: PartnershipPlan[]; done: DoneImport }
	/** Something here changed after the preview: nothing was written, and this is what would happen now. */
	| { kind: 'changed'; plans: PartnershipPlan[] };

type Stores = WriteTransaction<(typeof bundleStores)[number]>;

/** What importing would do now; nothing is written. */
export async function previewImport(incoming: readonly IncomingBundle[]): Promise<PartnershipPlan[]> {
	return planAll((await database()).transaction([...bundleStores], 'readonly'), incoming);
}

/**
 * Brings in what the preview said, in one transaction, after judging everything again inside it.
 * @param previewed what people agreed to
 * @throws StorageError when nothing was written
 */
export async function importBundles(
	incoming: readonly IncomingBundle[],
	previewed: readonly PartnershipPlan[]
): Promise<ImportOutcome> {
	const ids = incoming.map(({ partnership }) => partnership.id);
	return writeBundles(ids, async (tx) => {
		const plans = await planAll(tx, incoming);
		if (stableText(verdictsOf(plans)) !== stableText(verdictsOf(previewed))) return { kind: 'changed', plans };
		const before = await readPartnerships(tx, ids);
		const current = carryOut(before, plans);
		await replaceBundles(tx, before, current);
		const after = await stateOf(tx, ids);
		return { kind: 'written', plans, done: { partnershipIds: ids, before, current, after } };
	});
}

/**
 * Puts exactly the previous records back, in one transaction.
 * @returns false when something changed since the import: then nothing is put back
 * @throws StorageError when nothing was written
 */
export async function undoImport({ partnershipIds, before, current, after }: DoneImport): Promise<boolean> {
	return writeBundles(partnershipIds, async (tx) => {
		if ((await stateOf(tx, partnershipIds)) !== after) return false;
		const now = await readPartnerships(tx, partnershipIds);
		await replaceBundles(tx, now, withPositions(before, now, current));
		return true;
	});
}

/** Where people were while filling in may move meanwhile: the place of a measurement that stays is left as it is. */
function withPositions(
	before: readonly PartnershipBundle[],
	now: readonly PartnershipBundle[],
	written: readonly PartnershipBundle[]
): PartnershipBundle[] {
	const positions = (bundles: readonly PartnershipBundle[]) =>
		new Map(bundles.flatMap(({ measurements }) => measurements.map((one) => [one.measurement.id, one.position])));
	const [nowAt, writtenAt] = [positions(now), positions(written)];
	return before.map(({ partnership, measurements }) => ({
		partnership,
		measurements: measurements.map((bundle) => {
			const { id } = bundle.measurement;
			const moved = nowAt.get(id) !== writtenAt.get(id);
			return moved ? { ...bundle, position: nowAt.get(id) ?? null } : bundle;
		})
	}));
}

async function planAll<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	incoming: readonly IncomingBundle[]
): Promise<PartnershipPlan[]> {
	const plans: PartnershipPlan[] = [];
	for (const { partnership, measurements, problems } of incoming) {
		const known = await tx.objectStore('partnerships').get(partnership.id);
		const own: MeasurementPlan[] = [];
		for (const bundle of measurements) {
			const problem = problems.get(bundle.measurement.id) ?? null;
			const stored = await tx.objectStore('measurements').get(bundle.measurement.id);
			const local = stored && (await readMeasurement(tx, stored));
			own.push(planMeasurement(bundle, { local, idsTaken: await areIdsTaken(tx, bundle), problem }));
		}
		const allRefused = own.length > 0 && own.every(({ verdict }) => verdict.kind === 'refused');
		plans.push({ partnership: known ?? partnership, isNew: !known && !allRefused, measurements: own });
	}
	return plans;
}

/** The stores of responses and commitments have one key for all measurements: an import must not take one away. */
async function areIdsTaken<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	{ measurement, responses, commitments }: MeasurementBundle
): Promise<boolean> {
	for (const { id } of responses) {
		const stored = await tx.objectStore('responses').get(id);
		if (stored && stored.measurementId !== measurement.id) return true;
	}
	for (const { id } of commitments) {
		const stored = await tx.objectStore('commitments').get(id);
		if (stored && stored.measurementId !== measurement.id) return true;
	}
	return false;
}

/** What the device holds once the plans are carried out. */
function carryOut(before: readonly PartnershipBundle[], plans: readonly PartnershipPlan[]): PartnershipBundle[] {
	const known = new Map(before.map((bundle) => [bundle.partnership.id, bundle]));
	return plans.flatMap(({ partnership, isNew, measurements }) => {
		const local = known.get(partnership.id);
		if (!local && !isNew) return [];
		const results = new Map(measurements.flatMap(({ result }) => (result ? [[result.measurement.id, result]] : [])));
		const kept = (local?.measurements ?? []).filter(({ measurement }) => !results.has(measurement.id));
		return [{ partnership, measurements: [...kept, ...results.values()] }];
	});
}

async function readPartnerships<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	ids: readonly string[]
): Promise<PartnershipBundle[]> {
	const bundles: PartnershipBundle[] = [];
	for (const id of ids) {
		const bundle = await readPartnership(tx, id);
		if (bundle) bundles.push(bundle);
	}
	return bundles;
}

/** Everything of these partnerships as text, also who is filling in, but not the place where that was left. */
async function stateOf(tx: Stores, ids: readonly string[]): Promise<string> {
	const bundles = await readPartnerships(tx, ids);
	const measurements = bundles.flatMap((bundle) => bundle.measurements);
	const sheets: string[] = [];
	for (const { measurement } of measurements) {
		sheets.push(...(await tx.objectStore('sheets').index('byMeasurement').getAllKeys(measurement.id)));
	}
	return stableText([bundles.map(({ partnership }) => partnership), measurements.map(withoutPosition), sheets]);
}

function withoutPosition(bundle: MeasurementBundle): MeasurementBundle {
	return { ...bundle, position: null };
}

function verdictsOf(plans: readonly PartnershipPlan[]): unknown {
	return plans.map(({ partnership, isNew, measurements }) => [
		partnership.id,
		isNew,
		measurements.map(({ measurement, verdict }) => [measurement.id, verdict])
	]);
}

/** One transaction over all these stores; every partnership it is about is announced afterwards. */
async function writeBundles<Result>(
	partnershipIds: readonly string[],
	work: (tx: Stores) => Promise<Result>
): Promise<Result> {
	const [first = '', ...others] = partnershipIds;
	const result = await write([...bundleStores], work, { kind: 'partnership', partnershipId: first });
	for (const partnershipId of others) announce({ kind: 'partnership', partnershipId });
	return result;
}
