import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/bundle';
import { planMeasurement, type MeasurementPlan } from '$lib/domain/import-plan';
import type { Partnership } from '$lib/domain/measurement';
import { stableText } from '$lib/domain/stable-text';
import { bundleStores, readMeasurement, readPartnership, replaceBundles, type ReadBundles } from './bundles';
import { announce } from './changes';
import { database } from './database';
import { compareQuestionnaires, refKey, removeUnused } from './import-questionnaires';
import type { StoredQuestionnaire } from './schema';
import { write, type WriteTransaction } from './write';

/** A partnership from a file, and what the app found wrong with its measurements before looking at what is here. */
export interface IncomingBundle extends PartnershipBundle {
	/** By measurement id, in Dutch: these are refused. */
	problems: ReadonlyMap<string, string>;
}

/** A file on its way in. */
export interface Incoming {
	bundles: readonly IncomingBundle[];
	/** Own questionnaires in the file, each of them sound. */
	questionnaires: readonly StoredQuestionnaire[];
}

export interface ImportPlan {
	partnerships: PartnershipPlan[];
	/** The own questionnaires that come along: used by a measurement that is not refused, and not here yet. */
	questionnaires: StoredQuestionnaire[];
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
	questionnaires: readonly StoredQuestionnaire[];
}

export type ImportOutcome =
	| { kind: 'written'; plan: ImportPlan; done: DoneImport }
	/** Something here changed after the preview: nothing was written, and this is what would happen now. */
	| { kind: 'changed'; plan: ImportPlan };

type Stores = WriteTransaction<(typeof bundleStores)[number]>;

/** What importing would do now; nothing is written. */
export async function previewImport(incoming: Incoming): Promise<ImportPlan> {
	return planAll((await database()).transaction([...bundleStores], 'readonly'), incoming);
}

/**
 * Brings in what the preview said, in one transaction, after judging everything again inside it.
 * @param previewed what people agreed to
 * @throws StorageError when nothing was written
 */
export async function importBundles(incoming: Incoming, previewed: ImportPlan): Promise<ImportOutcome> {
	const ids = incoming.bundles.map(({ partnership }) => partnership.id);
	const outcome = await writeBundles<ImportOutcome>(ids, async (tx) => {
		const plan = await planAll(tx, incoming);
		if (stableText(verdictsOf(plan)) !== stableText(verdictsOf(previewed))) return { kind: 'changed', plan };
		const { questionnaires } = plan;
		const before = await readPartnerships(tx, ids);
		const current = carryOut(before, plan.partnerships);
		await replaceBundles(tx, before, current);
		for (const questionnaire of questionnaires) await tx.objectStore('questionnaires').put(questionnaire);
		const after = await stateOf(tx, ids);
		return { kind: 'written', plan, done: { partnershipIds: ids, before, current, after, questionnaires } };
	});
	if (outcome.kind === 'written') announceQuestionnaires(outcome.done);
	return outcome;
}

/**
 * Puts exactly the previous records back, in one transaction. A questionnaire that came along stays when another measurement
 * uses it by now.
 * @returns false when something changed since the import: then nothing is put back
 * @throws StorageError when nothing was written
 */
export async function undoImport(done: DoneImport): Promise<boolean> {
	const { partnershipIds, before, current, after, questionnaires } = done;
	const undone = await writeBundles(partnershipIds, async (tx) => {
		if ((await stateOf(tx, partnershipIds)) !== after) return false;
		const now = await readPartnerships(tx, partnershipIds);
		await replaceBundles(tx, now, withPositions(before, now, current));
		await removeUnused(tx, questionnaires);
		return true;
	});
	if (undone) announceQuestionnaires(done);
	return undone;
}

function announceQuestionnaires({ questionnaires }: DoneImport): void {
	if (questionnaires.length > 0) announce({ kind: 'questionnaire' });
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
	{ bundles, questionnaires }: Incoming
): Promise<ImportPlan> {
	const { missing, clashes } = await compareQuestionnaires(tx, questionnaires);
	const partnerships: PartnershipPlan[] = [];
	for (const { partnership, measurements, problems } of bundles) {
		const known = await tx.objectStore('partnerships').get(partnership.id);
		const own: MeasurementPlan[] = [];
		for (const bundle of measurements) {
			const { id, questionnaire } = bundle.measurement;
			const problem = problems.get(id) ?? clashes.get(refKey(questionnaire)) ?? null;
			const stored = await tx.objectStore('measurements').get(id);
			const local = stored && (await readMeasurement(tx, stored));
			own.push(planMeasurement(bundle, { local, idsTaken: await areIdsTaken(tx, bundle), problem }));
		}
		const allRefused = own.length > 0 && own.every(({ verdict }) => verdict.kind === 'refused');
		partnerships.push({ partnership: known ?? partnership, isNew: !known && !allRefused, measurements: own });
	}
	const used = new Set(
		partnerships
			.flatMap(({ measurements }) => measurements)
			.flatMap(({ measurement, verdict }) => (verdict.kind === 'refused' ? [] : [refKey(measurement.questionnaire)]))
	);
	return { partnerships, questionnaires: missing.filter((questionnaire) => used.has(refKey(questionnaire))) };
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

function verdictsOf({ partnerships, questionnaires }: ImportPlan): unknown {
	const verdicts = partnerships.map(({ partnership, isNew, measurements }) => [
		partnership.id,
		isNew,
		measurements.map(({ measurement, verdict }) => [measurement.id, verdict])
	]);
	return [verdicts, questionnaires.map(refKey)];
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
