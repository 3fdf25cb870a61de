import type { MeasurementBundle } from './bundle';
import {
	canTakeIn,
	compareRevisions,
	judgeIncoming,
	mergeJointAnswers,
	mergeNotes,
	mergeResponses,
	type Judgement
} from './intake';
import { cleanText } from '$lib/domain/text/misleading-characters';
import type { IndividualResponse, Measurement } from '$lib/domain/measurement/measurement';
import {
	assumedShowing,
	canStandIn,
	fingerprintOf,
	joinShowing,
	type BundledShowing,
	type Showing,
	type ShowingContext
} from '$lib/domain/scoring/showing';
import { stableText } from '$lib/domain/text/stable-text';

/** What opening a file would do: the same rules for the preview and for the writing. */

/** How many things of each kind come in. */
export interface Arrivals {
	/** Responses that were not here. */
	added: number;
	/** Responses of which a newer revision comes in. */
	replaced: number;
	jointAnswers: number;
	notes: number;
	agreedScores: number;
	commitments: number;
	/** The choices for the report. */
	reportChoice: boolean;
}

/**
 * What becomes of who closes and shows an anonymous measurement of which no figure was shown; null: nothing changes.
 */
export type RightToShow =
	/** This device, from now on. */
	| 'here'
	/** Another one: here answers are only collected. */
	| 'elsewhere'
	/** None: figures were shown already, over other people than will be here. */
	| 'over-others'
	| null;

/** `refused`, where something else may come in: responses in the file that do not, such as one without answers. */
export type Verdict =
	| { kind: 'new'; arrivals: Arrivals; refused: number; right: RightToShow }
	/** It was here, and something comes in. `kept`: things that differ and stay as they are here. */
	| { kind: 'newer'; arrivals: Arrivals; kept: number; refused: number; right: RightToShow }
	| { kind: 'same'; kept: number; refused: number }
	/** Dutch; nothing of this measurement comes in. */
	| { kind: 'refused'; reason: string };

/** Whether anything changes on this device. */
export function bringsChange({ kind }: Verdict): boolean {
	return kind === 'new' || kind === 'newer';
}

export interface MeasurementPlan {
	/** As it is in the file. */
	measurement: Measurement;
	verdict: Verdict;
	/** What this device will hold of it; null when nothing changes. */
	result: MeasurementBundle | null;
	/** Whether people may say that this device comes in the place of the one that shows it. */
	canStandIn: boolean;
}

export interface PlanContext {
	/** What this device holds of the same measurement. */
	local: MeasurementBundle | undefined;
	/** Whether a response or commitment in the file has the id of one here that belongs to another measurement. */
	idsTaken: boolean;
	/** What this device knows of who shows it, also when it is not here any more. */
	known: Showing | undefined;
	/** This device, and whether it stands in for another one. */
	device: ShowingContext & { name: string };
	/** Why it cannot come in whatever is here, in Dutch; null when it can. */
	problem: string | null;
}

/** Nothing that is here disappears, and what is here of a sealed measurement stays exactly as it is. */
export function planMeasurement(incoming: MeasurementBundle, context: PlanContext): MeasurementPlan {
	const { measurement } = incoming;
	const { local, idsTaken, problem } = context;
	const showing = showingIn(incoming, context);
	const reason =
		problem ??
		(idsTaken ? IDS_TAKEN : null) ??
		(local ? strangerProblem(local.measurement, measurement) : null) ??
		// A sealed one that is here stays as it is anyway.
		(showing && !local?.measurement.sealed && shownTwice(context.known, showing) ? SHOWN_OVER_OTHERS : null);
	if (reason !== null) return refuse(measurement, reason);
	const joined = showing && joinShowing(context.known, showing, context.device);
	const plan = local ? planKnown(local, incoming, joined, context) : planNew(incoming, joined, context);
	const asked = showing !== undefined && canStandIn(context.known, showing, context.device.isHere);
	return { ...plan, canStandIn: asked && plan.verdict.kind !== 'refused' };
}

/**
 * What a file says of who shows an anonymous measurement. One of an older version says nothing: then it is shown here.
 */
function showingIn(
	{ measurement, responses, showing }: MeasurementBundle,
	{ device }: PlanContext
): BundledShowing | undefined {
	if (measurement.privacy.mode === 'open') return undefined;
	const said = showing ?? { ...assumedShowing(measurement, responses, device.name), backup: false };
	// Figures that were shown rest on who is in the file: it was sealed then.
	return measurement.sealed && said.shownOver === null
		? { ...said, shownOver: fingerprintOf(measurement, responses) }
		: said;
}

function shownTwice(known: Showing | undefined, { shownOver }: BundledShowing): boolean {
	const here = known?.shownOver ?? null;
	return here !== null && shownOver !== null && here !== shownOver;
}

/** Who shows it from now on, when that is worth saying. @param after what this device will hold */
function rightOf(
	before: Showing | undefined,
	after: Pick<MeasurementBundle, 'measurement' | 'responses' | 'showing'>,
	{ isHere }: ShowingContext
): RightToShow {
	const { showing } = after;
	if (!showing) return null;
	if (showing.shownOver !== null) return isShownOver(after) ? null : 'over-others';
	const [was, is] = [before && isHere(before.device), isHere(showing.device)];
	if (was === is) return null;
	return is ? 'here' : 'elsewhere';
}

function asBundled(showing: Showing | undefined): Pick<MeasurementBundle, 'showing'> {
	return showing ? { showing: { ...showing, backup: false } } : {};
}

const IDS_TAKEN = 'Op dit toestel staan al antwoorden of afspraken met hetzelfde nummer, van een andere meting.';
const SHOWN_ELSEWHERE =
	'Op de andere laptop zijn de resultaten al getoond. Om ieders anonimiteit te bewaren wordt er niets meer samengevoegd.';
const SHOWN_OVER_OTHERS =
	'Van deze meting werden al resultaten getoond, over andere mensen dan in dit bestand. Om ieders anonimiteit te bewaren komt dit er niet bij.';

function refuse(measurement: Measurement, reason: string): MeasurementPlan {
	return { measurement, verdict: { kind: 'refused', reason }, result: null, canStandIn: false };
}

function planNew(incoming: MeasurementBundle, joined: Showing | undefined, { known, device }: PlanContext): Planned {
	const { measurement, jointAnswers, notes, agreedScores, commitments } = incoming;
	const { fitting, refused } = judgeResponses(measurement, new Map(), incoming.responses);
	const arrivals = {
		added: fitting.length,
		replaced: 0,
		jointAnswers: jointAnswers.length,
		notes: notes.length,
		agreedScores: agreedScores.length,
		commitments: commitments.length,
		reportChoice: incoming.reportChoice !== null
	};
	const result = { ...incoming, ...(refused > 0 && { responses: fitting }), ...asBundled(joined) };
	return { measurement, verdict: { kind: 'new', arrivals, refused, right: rightOf(known, result, device) }, result };
}

/** How each response in a file fits with those here, as if the measurement were still open; a refused one stays out. */
function judgeResponses(
	measurement: Measurement,
	existing: ReadonlyMap<string, IndividualResponse>,
	incoming: readonly IndividualResponse[]
) {
	const open: Measurement = { ...measurement, status: 'open', sealed: false };
	const judged = incoming.map((response) => ({
		response,
		kind: judgeIncoming(open, existing.get(response.id), response).kind
	}));
	const fitting = judged.filter(({ kind }) => kind !== 'refused').map(({ response }) => response);
	const count = (kind: Judgement['kind']) => judged.filter((one) => one.kind === kind).length;
	return {
		fitting,
		added: count('added'),
		replaced: count('replaced'),
		older: count('older'),
		refused: count('refused')
	};
}

function strangerProblem(local: Measurement, incoming: Measurement): string | null {
	if (local.partnershipId !== incoming.partnershipId)
		return 'Deze meting hoort op dit toestel bij een ander samenwerkingsverband.';
	// A file brings names without the signs that nobody sees.
	const clean = (groups: Measurement['groups']) =>
		groups.map(({ id, role, name }) => ({ id, role, name: cleanText(name) }));
	const settings = ({ questionnaire, groups, privacy, asksTrend }: Measurement) =>
		stableText([questionnaire, clean(groups), privacy, asksTrend]);
	return settings(local) === settings(incoming)
		? null
		: 'Dit is dezelfde meting, maar met andere groepen of andere instellingen.';
}

function planKnown(
	local: MeasurementBundle,
	incoming: MeasurementBundle,
	joined: Showing | undefined,
	{ known, device }: PlanContext
): Planned {
	const collected = joinCollected(local, incoming);
	const extras = local.measurement.sealed ? keepExtras(local, incoming) : joinExtras(local, incoming);
	const shownElsewhere = incoming.measurement.sealed && !local.measurement.sealed;
	const isComplete = shownElsewhere && isShownOver({ ...collected.result, ...asBundled(joined) });
	const closed = collected.changes && !isComplete ? canTakeIn(local.measurement) : null;
	if (leapsAhead(local, incoming)) return refuse(incoming.measurement, LEAPS_AHEAD);
	if (shownElsewhere && !isComplete) return refuse(incoming.measurement, SHOWN_ELSEWHERE);
	if (closed !== null) return refuse(incoming.measurement, closed);
	const kept = collected.older + extras.kept;
	const { refused } = collected;
	const before = local.showing;
	const showingChanges = joined !== undefined && (!before || differs(before, joined));
	if (!collected.changes && !extras.changes && !isComplete && !showingChanges) {
		return { measurement: incoming.measurement, verdict: { kind: 'same', kept, refused }, result: null };
	}
	const result = { ...local, ...collected.result, ...extras.result, ...asBundled(joined) };
	const right = showingChanges ? rightOf(known, result, device) : null;
	return {
		measurement: incoming.measurement,
		verdict: { kind: 'newer', arrivals: { ...collected.arrivals, ...extras.arrivals }, kept, refused, right },
		result: isComplete
			? { ...result, measurement: { ...result.measurement, status: 'closed' as const, sealed: true } }
			: result
	};
}

type Planned = Omit<MeasurementPlan, 'canStandIn'>;

function differs(before: Showing, { device, turn, shownOver }: Showing): boolean {
	return before.device !== device || before.turn !== turn || before.shownOver !== shownOver;
}

/**
 * Whether what is here and in the file together are exactly those over whom figures were
 * shown: then they show here too.
 */
function isShownOver({
	measurement,
	responses,
	showing
}: Pick<MeasurementBundle, 'measurement' | 'responses' | 'showing'>): boolean {
	return showing !== undefined && showing.shownOver === fingerprintOf(measurement, responses);
}

/** What people answered: merging in either order, or twice, gives the same. */
function joinCollected(local: MeasurementBundle, incoming: MeasurementBundle) {
	const measurement = local.measurement;
	const existing = new Map(local.responses.map((response) => [response.id, response]));
	const { fitting, added, replaced, older, refused } = judgeResponses(measurement, existing, incoming.responses);
	const responses = mergeResponses(local.responses, fitting).map((merged) => {
		const before = existing.get(merged.id);
		return before && compareRevisions(before, merged) === 0 ? before : merged;
	});
	const placed = (bundle: MeasurementBundle) =>
		bundle.jointAnswers.map((joint) => ({ ...joint, measurementId: measurement.id }));
	const jointAnswers = mergeJointAnswers(placed(local), placed(incoming)).map(
		({ groupId, itemId, answer, revision }) => ({ groupId, itemId, answer, revision })
	);
	const notes = mergeNotes(local.notes, incoming.notes);
	const ways = [...new Set([...measurement.ways, ...incoming.measurement.ways])].sort();
	const arrivals = {
		added,
		replaced,
		jointAnswers: notIn(local.jointAnswers, jointAnswers),
		notes: notIn(local.notes, notes)
	};
	const waysChange = ways.length > measurement.ways.length;
	return {
		arrivals,
		older,
		refused,
		changes: waysChange || Object.values(arrivals).some((number) => number > 0),
		result: { measurement: waysChange ? { ...measurement, ways } : measurement, responses, jointAnswers, notes }
	};
}

/** What was agreed carries no revision: what is missing here comes in, what differs stays as it is here. */
function joinExtras(local: MeasurementBundle, incoming: MeasurementBundle) {
	const agreedScores = addMissing(local.agreedScores, incoming.agreedScores, ({ dimensionId }) => dimensionId);
	const commitments = addMissing(local.commitments, incoming.commitments, ({ id }) => id);
	const choiceComes = local.reportChoice === null && incoming.reportChoice !== null;
	const arrivals = {
		agreedScores: agreedScores.length - local.agreedScores.length,
		commitments: commitments.length - local.commitments.length,
		reportChoice: choiceComes
	};
	return {
		arrivals,
		kept: differing(local, incoming) - arrivals.agreedScores - arrivals.commitments - Number(choiceComes),
		changes: choiceComes || arrivals.agreedScores + arrivals.commitments > 0,
		result: { agreedScores, commitments, reportChoice: local.reportChoice ?? incoming.reportChoice }
	};
}

/** Of a sealed measurement only commitments still come in: people keep making those afterwards. */
function keepExtras(local: MeasurementBundle, incoming: MeasurementBundle) {
	const { agreedScores, reportChoice } = local;
	const joined = joinExtras(local, { ...incoming, agreedScores, reportChoice });
	const left = differing(local, incoming) - differing(local, { ...incoming, agreedScores, reportChoice });
	return { ...joined, kept: joined.kept + left };
}

/** How many agreed scores, commitments and report choices in the file are not here in the same words. */
function differing(local: MeasurementBundle, incoming: MeasurementBundle): number {
	const choices = ({ reportChoice }: MeasurementBundle) => (reportChoice === null ? [] : [reportChoice]);
	return (
		notIn(local.agreedScores, incoming.agreedScores) +
		notIn(local.commitments, incoming.commitments) +
		notIn(choices(local), choices(incoming))
	);
}

/** Nobody changes one answer so often by hand: it would stand over everything that is answered here later. */
const MAX_CHANGES_AHEAD = 10_000;
const LEAPS_AHEAD =
	'Een gezamenlijk antwoord in dit bestand zegt dat het vaker gewijzigd is dan kan. Het bestand is beschadigd of met de hand gewijzigd. Maak het opnieuw op de andere laptop.';

function leapsAhead(local: MeasurementBundle, incoming: MeasurementBundle): boolean {
	const place = ({ groupId, itemId }: { groupId: string; itemId: string }) => JSON.stringify([groupId, itemId]);
	const here = new Map(local.jointAnswers.map((joint) => [place(joint), joint.revision]));
	return incoming.jointAnswers.some((joint) => joint.revision > (here.get(place(joint)) ?? 0) + MAX_CHANGES_AHEAD);
}

function addMissing<T>(here: readonly T[], incoming: readonly T[], keyOf: (value: T) => string): T[] {
	const known = new Set(here.map(keyOf));
	return [...here, ...incoming.filter((value) => !known.has(keyOf(value)))];
}

function notIn(here: readonly unknown[], values: readonly unknown[]): number {
	const known = new Set(here.map(stableText));
	return values.filter((value) => !known.has(stableText(value))).length;
}
