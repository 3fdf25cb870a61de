import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import { fingerprint } from '$lib/domain/text/fingerprint';
import { planMeasurement, type MeasurementPlan } from '$lib/domain/intake/import-plan';
import { unwatched, WorkEnded, type BeginPhase } from '$lib/domain/long-work';
import type { Partnership } from '$lib/domain/measurement/measurement';
import { stableText } from '$lib/domain/text/stable-text';
import { addRecords, putBack, type ReplacedRecord } from './bundle-records';
import { bundleStores, readMeasurement, readPartnership, type ReadBundles } from './bundles';
import { announce } from '$lib/storage/changes';
import type { Database } from '$lib/storage/connection/database';
import { areIdsTaken } from '$lib/storage/records/ids-taken';
import { compareQuestionnaires, refKey, removeUnused } from './import-questionnaires';
import { aliveUntil } from '$lib/storage/connection/keep-alive';
import type { StoredQuestionnaire } from '$lib/storage/schema';
import { read } from '$lib/storage/connection/read';
import { ensureDevice, nameOf, ownDevices, recallShowing } from '$lib/storage/records/showings';
import { write } from '$lib/storage/writing/write';

/** A partnership from a file, and what the app found wrong with its measurements before looking at what is here. */
export interface IncomingBundle extends PartnershipBundle {
	/** By measurement id, in Dutch: these are refused. */
	problems: ReadonlyMap<string, string>;
}

/** A file on its way in, of which no more than one partnership is in memory. */
export interface Incoming {
	/** How many partnerships. */
	count: number;
	/**
	 * One of them, from 0; always the same. From the second time on it must not wait for the database.
	 * @throws WorkEnded when the file cannot be read or cannot come in
	 */
	partnership(index: number): Promise<IncomingBundle>;
	/** Own questionnaires in the file, each of them sound. */
	questionnaires: readonly StoredQuestionnaire[];
}

export interface ImportPlan {
	/** In the order of the file. */
	partnerships: PartnershipPlan[];
	/** The own questionnaires that come along: used by a measurement that is not refused, and not here yet. */
	questionnaires: StoredQuestionnaire[];
}

export interface PartnershipPlan {
	/** As it is here, or else as it is in the file. */
	partnership: Partnership;
	/** Whether this device gets it. Not when it is here, nor when all its measurements are refused. */
	isNew: boolean;
	measurements: PlannedMeasurement[];
}

/** What would become of a measurement; its answers stay in the file. */
export type PlannedMeasurement = Pick<MeasurementPlan, 'measurement' | 'verdict' | 'canStandIn'>;

/** How a file is opened. */
export interface ImportOptions {
	begin?: BeginPhase;
	/** People say that the device of which the file is a back-up is gone, and that this one comes in its place. */
	standsIn?: boolean;
}

/** What an import changed. Only for undoing that import. */
export interface DoneImport {
	partnerships: readonly DonePartnership[];
	questionnaires: readonly StoredQuestionnaire[];
}

interface DonePartnership {
	id: string;
	replaced: readonly ReplacedRecord[];
	/** Of what it became, and of the sheets that were being filled in. */
	after: number;
}

export type ImportOutcome =
	| { kind: 'written'; plan: ImportPlan; done: DoneImport }
	/** Something here changed after the preview: nothing was written, and this is what would happen now. */
	| { kind: 'changed'; plan: ImportPlan };

type Stores = ReadBundles<'readwrite'>;

/** Something here changed after the preview. */
class Overtaken extends WorkEnded {}

/**
 * What importing would do now; nothing is written.
 * @throws WorkEnded when people stopped it, or when the file cannot come in
 */
export function previewImport(incoming: Incoming, options: ImportOptions = {}): Promise<ImportPlan> {
	return read((db) => previewIn(db, incoming, options));
}

async function previewIn(
	db: Database,
	incoming: Incoming,
	{ begin = unwatched, standsIn = false }: ImportOptions
): Promise<ImportPlan> {
	const report = begin('comparing');
	const open = () => db.transaction([...bundleStores], 'readonly');
	const { missing, clashes } = await compareQuestionnaires(open(), incoming.questionnaires);
	const partnerships: PartnershipPlan[] = [];
	for (let index = 0; index < incoming.count; index += 1) {
		report(index, incoming.count);
		const bundle = await incoming.partnership(index);
		// Only now: a transaction does not wait for a file.
		const { plan } = await planPartnership(open(), bundle, { clashes, standsIn });
		partnerships.push(plan);
	}
	return { partnerships, questionnaires: usedIn(partnerships, missing) };
}

/**
 * Brings in what the preview said, in one transaction, one partnership after another, each judged again inside it.
 * @param previewed what people agreed to
 * @throws StorageError or WorkEnded when nothing was written
 */
export async function importBundles(
	incoming: Incoming,
	previewed: ImportPlan,
	options: ImportOptions = {}
): Promise<ImportOutcome> {
	try {
		const outcome = await writeBundles(idsIn(previewed), (tx) => bringIn(tx, incoming, previewed, options));
		announceQuestionnaires(outcome.done);
		return outcome;
	} catch (cause) {
		if (!(cause instanceof Overtaken)) throw cause;
		return { kind: 'changed', plan: await previewImport(incoming, options) };
	}
}

async function bringIn(
	tx: Stores,
	incoming: Incoming,
	previewed: ImportPlan,
	{ begin = unwatched, standsIn = false }: ImportOptions
): Promise<Extract<ImportOutcome, { kind: 'written' }>> {
	const report = begin('writing');
	const { missing, clashes } = await compareQuestionnaires(tx, incoming.questionnaires);
	const plans: PartnershipPlan[] = [];
	const partnerships: DonePartnership[] = [];
	let next = readAhead(incoming, 0);
	for (let index = 0; index < incoming.count; index += 1) {
		report(index, incoming.count);
		const bundle = await aliveUntil(tx, next);
		next = readAhead(incoming, index + 1);
		const { plan, results } = await planPartnership(tx, bundle, { clashes, standsIn });
		if (!agree(plan, previewed.partnerships[index])) throw new Overtaken();
		plans.push(plan);
		partnerships.push(await carryOut(tx, plan, results));
	}
	const questionnaires = usedIn(plans, missing);
	const refs = (some: readonly StoredQuestionnaire[]) => some.map(refKey);
	if (!agree(refs(questionnaires), refs(previewed.questionnaires))) throw new Overtaken();
	await Promise.all(questionnaires.map(async (one) => tx.objectStore('questionnaires').put(one)));
	begin('settling');
	const plan = { partnerships: plans, questionnaires };
	return { kind: 'written', plan, done: { partnerships, questionnaires } };
}

/** While one partnership is written, the next is read. */
function readAhead(incoming: Incoming, index: number): Promise<IncomingBundle> {
	if (index >= incoming.count) return new Promise(() => undefined);
	const reading = incoming.partnership(index);
	// Heard where it is waited for, which may never happen.
	reading.catch(() => undefined);
	return reading;
}

/**
 * Puts exactly the previous records back, in one transaction. A questionnaire that came along stays when
 * another measurement uses it by now.
 * @returns false when something changed since the import: then nothing is put back
 * @throws StorageError or WorkEnded when nothing was written
 */
export async function undoImport(done: DoneImport, begin: BeginPhase = unwatched): Promise<boolean> {
	const { partnerships, questionnaires } = done;
	const ids = partnerships.map(({ id }) => id);
	const undone = await writeBundles(ids, async (tx) => {
		const looking = begin('looking-back');
		for (const [index, { id, after }] of partnerships.entries()) {
			looking(index, partnerships.length);
			if ((await stateOf(tx, id)) !== after) return false;
		}
		const puttingBack = begin('putting-back');
		for (const [index, { replaced }] of partnerships.entries()) {
			puttingBack(index, partnerships.length);
			await putBack(tx, replaced);
		}
		await removeUnused(tx, questionnaires);
		begin('settling');
		return true;
	});
	if (undone) announceQuestionnaires(done);
	return undone;
}

function announceQuestionnaires({ questionnaires }: DoneImport): void {
	if (questionnaires.length > 0) announce({ kind: 'questionnaire' });
}

/** @returns also what the device will hold of each measurement that changes */
async function planPartnership<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	{ partnership, measurements, problems }: IncomingBundle,
	{ clashes, standsIn }: { clashes: ReadonlyMap<string, string>; standsIn: boolean }
): Promise<{ plan: PartnershipPlan; results: MeasurementBundle[] }> {
	const known = await tx.objectStore('partnerships').get(partnership.id);
	const own: MeasurementPlan[] = [];
	const devices = await ownDevices(tx);
	const name = nameOf(devices);
	const device = {
		name,
		isHere: (other: string) => devices.has(other) || other === name,
		standIn: standsIn ? name : undefined
	};
	for (const bundle of measurements) {
		const { id, questionnaire } = bundle.measurement;
		const problem = problems.get(id) ?? clashes.get(refKey(questionnaire)) ?? null;
		const stored = await tx.objectStore('measurements').get(id);
		const local = stored && (await readMeasurement(tx, stored));
		const known = (await recallShowing(tx, id)) ?? local?.showing;
		const idsTaken = await areIdsTaken(tx, bundle);
		own.push(planMeasurement(bundle, { local, idsTaken, known, device, problem }));
	}
	const allRefused = own.length > 0 && own.every(({ verdict }) => verdict.kind === 'refused');
	const plan = {
		partnership: known ?? partnership,
		isNew: !known && !allRefused,
		measurements: own.map(({ measurement, verdict, canStandIn }) => ({ measurement, verdict, canStandIn }))
	};
	return { plan, results: own.flatMap(({ result }) => result ?? []) };
}

async function carryOut(
	tx: Stores,
	{ partnership, isNew }: PartnershipPlan,
	planned: readonly MeasurementBundle[]
): Promise<DonePartnership> {
	const { id } = partnership;
	const results = await Promise.all(planned.map((bundle) => withName(tx, bundle)));
	const local = await readPartnership(tx, id);
	const changed = new Set(results.map(({ measurement }) => measurement.id));
	const kept = (local?.measurements ?? []).filter(({ measurement }) => !changed.has(measurement.id));
	const replaced =
		local || isNew ? await addRecords(tx, local, { partnership, measurements: [...kept, ...results] }) : [];
	return { id, replaced, after: await stateOf(tx, id) };
}

/** What this device shows from now on carries its name: only then it needs one. */
async function withName(tx: Stores, bundle: MeasurementBundle): Promise<MeasurementBundle> {
	const { showing } = bundle;
	if (showing?.device !== '') return bundle;
	return { ...bundle, showing: { ...showing, device: await ensureDevice(tx) } };
}

/** Of everything of a partnership, also who is filling in, but not the place where that was left. */
async function stateOf(tx: Stores, partnershipId: string): Promise<number> {
	const bundle = await readPartnership(tx, partnershipId);
	const measurements = bundle?.measurements ?? [];
	const sheets = await Promise.all(
		measurements.map(({ measurement }) => tx.objectStore('sheets').index('byMeasurement').getAllKeys(measurement.id))
	);
	const withoutPosition = measurements.map((one) => ({ ...one, position: null }));
	return fingerprint(stableText([bundle?.partnership ?? null, withoutPosition, sheets]));
}

/** Of these questionnaires, those that a measurement that is not refused needs. */
function usedIn(
	partnerships: readonly PartnershipPlan[],
	questionnaires: readonly StoredQuestionnaire[]
): StoredQuestionnaire[] {
	const used = new Set(
		partnerships
			.flatMap(({ measurements }) => measurements)
			.flatMap(({ measurement, verdict }) => (verdict.kind === 'refused' ? [] : [refKey(measurement.questionnaire)]))
	);
	return questionnaires.filter((questionnaire) => used.has(refKey(questionnaire)));
}

function idsIn({ partnerships }: ImportPlan): string[] {
	return partnerships.map(({ partnership }) => partnership.id);
}

function agree(one: unknown, other: unknown): boolean {
	return stableText(one) === stableText(other);
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
