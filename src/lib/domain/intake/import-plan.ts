import type { MeasurementBundle } from './bundle';
import { differencesIn, fixedNotes, type Difference } from './differences';
import { joinCollected, joinExtras, joinLetterbox, judgeResponses, LEAPS_AHEAD, leapsAhead } from './import-join';
import { asBundled, differs, isShownOver, rightOf, showingIn, shownTwice } from './import-showing';
import type { Verdict } from './import-verdict';
import { canTakeIn } from './intake';
import { cleanText } from '$lib/domain/text/misleading-characters';
import { withAgenda, type Measurement } from '$lib/domain/measurement/measurement';
import { canStandIn, joinShowing, type Showing, type ShowingContext } from '$lib/domain/measurement/showing';
import { stableText } from '$lib/domain/text/stable-text';

/** What opening a file would do: the same rules for the preview and for the writing. */

export interface MeasurementPlan {
	/** As it is in the file. */
	measurement: Measurement;
	verdict: Verdict;
	/** What this device will hold of it; null when nothing changes. */
	result: MeasurementBundle | null;
	/** What stands here and in the file in other words: here stays, unless people choose otherwise. */
	differences: readonly Difference[];
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
	const showing = showingIn(incoming, context.device);
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

const IDS_TAKEN = 'Op dit toestel staan al antwoorden of afspraken met hetzelfde nummer, van een andere meting.';
const SHOWN_ELSEWHERE =
	'Op de andere laptop zijn de resultaten al getoond. Om ieders anonimiteit te bewaren wordt er niets meer samengevoegd.';
const SHOWN_OVER_OTHERS =
	'Van deze meting werden al resultaten getoond, over andere mensen dan in dit bestand. Om ieders anonimiteit te bewaren komt dit er niet bij.';

function refuse(measurement: Measurement, reason: string): MeasurementPlan {
	return { measurement, verdict: { kind: 'refused', reason }, result: null, differences: [], canStandIn: false };
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
		reportChoice: incoming.reportChoice !== null,
		agenda: measurement.agenda !== undefined,
		...(incoming.letterbox && { letterbox: true as const })
	};
	const result = { ...incoming, ...(refused > 0 && { responses: fitting }), ...asBundled(joined) };
	const verdict = { kind: 'new' as const, arrivals, refused, right: rightOf(known, result, device) };
	return { measurement, verdict, result, differences: [] };
}

function strangerProblem(local: Measurement, incoming: Measurement): string | null {
	if (local.partnershipId !== incoming.partnershipId) return 'Deze meting hoort op dit toestel bij een ander overleg.';
	// A file brings names without the characters that nobody sees.
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
	const extras = joinExtras(local, incoming);
	const differences = differencesIn(local, incoming);
	const shownElsewhere = incoming.measurement.sealed && !local.measurement.sealed;
	const isComplete = shownElsewhere && isShownOver({ ...collected.result, ...asBundled(joined) });
	const closed = collected.changes && !isComplete ? canTakeIn(local.measurement) : null;
	if (leapsAhead(local, incoming)) return refuse(incoming.measurement, LEAPS_AHEAD);
	if (shownElsewhere && !isComplete) return refuse(incoming.measurement, SHOWN_ELSEWHERE);
	if (closed !== null) return refuse(incoming.measurement, closed);
	const kept = collected.older + fixedNotes(local, incoming) + differences.length;
	const { refused } = collected;
	const before = local.showing;
	const letterbox = joinLetterbox(local, incoming);
	const letterboxComes = letterbox.letterbox !== undefined && !local.letterbox;
	const showingChanges = joined !== undefined && (!before || differs(before, joined));
	if (!collected.changes && !extras.changes && !isComplete && !showingChanges && !letterboxComes) {
		return { measurement: incoming.measurement, verdict: { kind: 'same', kept, refused }, result: null, differences };
	}
	const withAll = withAgenda(collected.result.measurement, extras.agenda);
	const result = {
		...local,
		...collected.result,
		...extras.result,
		...letterbox,
		measurement: withAll,
		...asBundled(joined)
	};
	const right = showingChanges ? rightOf(known, result, device) : null;
	return {
		measurement: incoming.measurement,
		differences,
		verdict: {
			kind: 'newer',
			arrivals: { ...collected.arrivals, ...extras.arrivals, ...(letterboxComes && { letterbox: true as const }) },
			kept,
			refused,
			right
		},
		result: isComplete
			? { ...result, measurement: { ...result.measurement, status: 'closed' as const, sealed: true } }
			: result
	};
}

type Planned = Omit<MeasurementPlan, 'canStandIn'>;
