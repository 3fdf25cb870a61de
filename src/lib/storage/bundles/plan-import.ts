import { questionnaireKey } from '$lib/domain/questionnaire/questionnaire-ref';
import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import { differenceKey, takeFromFile } from '$lib/domain/intake/differences';
import { joinPartnership, type PartnershipJoin } from '$lib/domain/intake/import-partnership';
import { planMeasurement, type MeasurementPlan } from '$lib/domain/intake/import-plan';
import { unwatched, type BeginPhase } from '$lib/domain/long-work';
import { bundleStores, readMeasurement, type ReadBundles } from './bundles';
import type { Database } from '$lib/storage/connection/database';
import { areIdsTaken } from './ids-taken';
import { planDrafts, type PlannedDraft } from './import-drafts';
import { compareQuestionnaires } from './import-questionnaires';
import { read } from '$lib/storage/connection/read';
import type { StoredQuestionnaire, StoredQuestionnaireDraft } from '$lib/storage/schema';
import { readPrivateNote } from '$lib/storage/settings/private-notes';
import { nameOf, ownDevices, recallShowing } from '$lib/storage/records/showings';

/** What becomes of a file on its way in: nothing is written here. */

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
	/** Those that someone is still making, each of them sound. */
	drafts: readonly StoredQuestionnaireDraft[];
	/** Why what is unsound stays out, in Dutch: of own questionnaires by `questionnaireKey`, of drafts by their id. */
	unsound: ReadonlyMap<string, string>;
}

export interface ImportPlan {
	/** In the order of the file. */
	partnerships: PartnershipPlan[];
	/** The own questionnaires that come along: not here yet, and not only for measurements that are refused. */
	questionnaires: StoredQuestionnaire[];
	drafts: PlannedDraft[];
	/** Why something that no measurement in the file uses stays out, in Dutch. */
	leftOut: string[];
}

export interface PartnershipPlan extends PartnershipJoin {
	/** Whether this device gets it. Not when it is here, nor when all its measurements are refused. */
	isNew: boolean;
	measurements: PlannedMeasurement[];
}

/** What would become of a measurement; its answers stay in the file. */
export type PlannedMeasurement = Pick<MeasurementPlan, 'measurement' | 'verdict' | 'differences' | 'canStandIn'>;

/** How a file is opened. */
export interface ImportOptions {
	begin?: BeginPhase;
	/** People say that the device of which the file is a back-up is gone, and that this one comes in its place. */
	standsIn?: boolean;
	/** Of which differences people take what is in the file, by `differenceKey`; of all others what is here stays. */
	takes?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

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
	const drafts = await planDrafts(open(), incoming.drafts);
	return {
		partnerships,
		drafts,
		...planQuestionnaires(partnerships, { missing, clashes, drafts: incoming.drafts, unsound: incoming.unsound })
	};
}

/**
 * Within a transaction. The plan is the same whatever people take from the file.
 * @returns also what the device will hold of each measurement that changes, and of what is noted
 */
export async function planPartnership<Mode extends IDBTransactionMode>(
	tx: ReadBundles<Mode>,
	incoming: IncomingBundle,
	{ clashes, standsIn, takes = NONE }: { clashes: ReadonlyMap<string, string> } & ImportOptions
): Promise<{ plan: PartnershipPlan; results: MeasurementBundle[]; privateNote: string | undefined }> {
	const { measurements, problems } = incoming;
	const known = await tx.objectStore('partnerships').get(incoming.partnership.id);
	const own: MeasurementPlan[] = [];
	const devices = await ownDevices(tx);
	const name = nameOf(devices);
	const device = {
		name,
		isHere: (other: string) => devices.has(other) || other === name,
		standIn: standsIn ? name : undefined
	};
	const results: MeasurementBundle[] = [];
	for (const bundle of measurements) {
		const { id, questionnaire } = bundle.measurement;
		const problem = problems.get(id) ?? clashes.get(questionnaireKey(questionnaire)) ?? null;
		const stored = await tx.objectStore('measurements').get(id);
		const local = stored && (await readMeasurement(tx, stored));
		const known = (await recallShowing(tx, id)) ?? local?.showing;
		const idsTaken = await areIdsTaken(tx, bundle);
		const planned = planMeasurement(bundle, { local, idsTaken, known, device, problem });
		own.push(planned);
		const result = resultOf(planned, { local, incoming: bundle, takes });
		if (result) results.push(result);
	}
	const allRefused = own.length > 0 && own.every(({ verdict }) => verdict.kind === 'refused');
	const noted = known && (await readPrivateNote(tx, known.id));
	const here = known && { partnership: known, ...(noted !== undefined && { privateNote: noted }) };
	const joined = joinPartnership(here, allRefused && here ? here : incoming);
	const plan = {
		...joined,
		isNew: !known && !allRefused,
		measurements: own.map(({ measurement, verdict, differences, canStandIn }) => ({
			...{ measurement, verdict },
			...{ differences, canStandIn }
		}))
	};
	const isTaken = joined.differences.some((one) => takes.has(differenceKey(incoming.partnership.id, one)));
	const privateNote = isTaken ? incoming.privateNote : (noted ?? joined.privateNote ?? undefined);
	return { plan, results, privateNote };
}

/** What the device will hold of it; undefined when nothing changes. */
function resultOf(
	{ measurement, result, differences }: MeasurementPlan,
	{
		local,
		incoming,
		takes
	}: { local: MeasurementBundle | undefined; incoming: MeasurementBundle; takes: ReadonlySet<string> }
): MeasurementBundle | undefined {
	const taken = differences.filter((one) => takes.has(differenceKey(measurement.id, one)));
	const bundle = result ?? (taken.length > 0 ? local : undefined);
	return (
		bundle &&
		takeFromFile(
			bundle,
			incoming,
			taken.map(({ place }) => place)
		)
	);
}

interface OwnInFile extends Pick<Incoming, 'drafts' | 'unsound'> {
	missing: readonly StoredQuestionnaire[];
	clashes: ReadonlyMap<string, string>;
}

/**
 * Of the questionnaires that are missing here those that come in: all but what only refused measurements use. What no
 * measurement uses is named when it cannot come in; of the others the measurement says so.
 */
export function planQuestionnaires(
	partnerships: readonly PartnershipPlan[],
	{ missing, clashes, drafts, unsound }: OwnInFile
): Pick<ImportPlan, 'questionnaires' | 'leftOut'> {
	const measurements = partnerships.flatMap((one) => one.measurements);
	const keysOf = (some: readonly PlannedMeasurement[]) =>
		some.map(({ measurement }) => questionnaireKey(measurement.questionnaire));
	const named = new Set(keysOf(measurements));
	const needed = new Set([
		...keysOf(measurements.filter(({ verdict }) => verdict.kind !== 'refused')),
		...drafts.flatMap(({ base }) => (base ? [questionnaireKey(base)] : []))
	]);
	return {
		questionnaires: missing.filter((one) => {
			const key = questionnaireKey(one);
			return needed.has(key) || !named.has(key);
		}),
		leftOut: [...clashes, ...unsound].filter(([key]) => !named.has(key)).map(([, reason]) => reason)
	};
}
