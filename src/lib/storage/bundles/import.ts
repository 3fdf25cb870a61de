import { questionnaireKey } from '$lib/domain/questionnaire/questionnaire-ref';
import type { MeasurementBundle } from '$lib/domain/intake/bundle';
import { unwatched, WorkEnded } from '$lib/domain/long-work';
import { haveSameContent } from '$lib/domain/text/stable-text';
import { addRecords } from './bundle-records';
import { readPartnership, type ReadBundles } from './bundles';
import { announceDrafts, bringDrafts, planDrafts } from './import-drafts';
import { compareQuestionnaires } from './import-questionnaires';
import { aliveUntil } from './keep-alive';
import {
	planPartnership,
	previewImport,
	planQuestionnaires,
	type ImportOptions,
	type ImportPlan,
	type Incoming,
	type IncomingBundle,
	type PartnershipPlan
} from './plan-import';
import { ensureDevice } from '$lib/storage/records/showings';
import { stateOf, type DoneImport, type DonePartnership } from './undo-import';
import { announceQuestionnaires, writeBundles } from './write-bundles';

export type ImportOutcome =
	| { kind: 'written'; plan: ImportPlan; done: DoneImport }
	/** Something here changed after the preview: nothing was written, and this is what would happen now. */
	| { kind: 'changed'; plan: ImportPlan };

type Stores = ReadBundles<'readwrite'>;

/** Something here changed after the preview. */
class Overtaken extends WorkEnded {}

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
		announceQuestionnaires(outcome.done.questionnaires);
		announceDrafts(outcome.done.drafts);
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
	{ begin = unwatched, standsIn = false, takes }: ImportOptions
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
		const { plan, ...held } = await planPartnership(tx, bundle, { clashes, standsIn, ...(takes && { takes }) });
		if (!haveSameContent(plan, previewed.partnerships[index])) throw new Overtaken();
		plans.push(plan);
		partnerships.push(await carryOut(tx, plan, held));
	}
	const drafts = await planDrafts(tx, incoming.drafts);
	const { drafts: making, unsound } = incoming;
	const { questionnaires, leftOut } = planQuestionnaires(plans, { missing, clashes, drafts: making, unsound });
	const plan: ImportPlan = { partnerships: plans, questionnaires, drafts, leftOut };
	if (!haveSameContent(ownIn(plan), ownIn(previewed))) throw new Overtaken();
	await Promise.all(questionnaires.map(async (one) => tx.objectStore('questionnaires').put(one)));
	const broughtDrafts = await bringDrafts(tx, making, drafts, takes ?? new Set());
	begin('settling');
	return { kind: 'written', plan, done: { partnerships, questionnaires, drafts: broughtDrafts } };
}

/** What a plan says beside the partnerships, to compare; a questionnaire comes in some moment, which says nothing. */
function ownIn({ questionnaires, drafts, leftOut }: ImportPlan): unknown {
	return [questionnaires.map(questionnaireKey), drafts, leftOut];
}

/** While one partnership is written, the next is read. */
function readAhead(incoming: Incoming, index: number): Promise<IncomingBundle> {
	if (index >= incoming.count) return new Promise(() => undefined);
	const reading = incoming.partnership(index);
	// Heard where it is waited for, which may never happen.
	reading.catch(() => undefined);
	return reading;
}

async function carryOut(
	tx: Stores,
	{ partnership, isNew }: PartnershipPlan,
	{ results: planned, privateNote }: { results: readonly MeasurementBundle[]; privateNote: string | undefined }
): Promise<DonePartnership> {
	const { id } = partnership;
	const results = await Promise.all(planned.map((bundle) => withName(tx, bundle)));
	const local = await readPartnership(tx, id);
	const changed = new Set(results.map(({ measurement }) => measurement.id));
	const kept = (local?.measurements ?? []).filter(({ measurement }) => !changed.has(measurement.id));
	const noted = privateNote !== undefined && { privateNote };
	const joined = { partnership, measurements: [...kept, ...results], ...noted };
	const replaced = local || isNew ? await addRecords(tx, local, joined) : [];
	return { id, replaced, after: await stateOf(tx, id) };
}

/** What this device shows from now on carries its name: only then it needs one. */
async function withName(tx: Stores, bundle: MeasurementBundle): Promise<MeasurementBundle> {
	const { showing } = bundle;
	if (showing?.device !== '') return bundle;
	return { ...bundle, showing: { ...showing, device: await ensureDevice(tx) } };
}

function idsIn({ partnerships }: ImportPlan): string[] {
	return partnerships.map(({ partnership }) => partnership.id);
}
