import type { MeasurementBundle } from './bundle';
import { compareRevisions, judgeIncoming, type Judgement, mergeJointAnswers, mergeResponses, placeKey } from './intake';
import { joinWays, type IndividualResponse, type Measurement } from '$lib/domain/measurement/measurement';
import { stableText } from '$lib/domain/text/stable-text';

/** What is here of a measurement and what a file holds of it, made one. */

/** How each response in a file fits with those here, as if the measurement were still open; a refused one stays out. */
export function judgeResponses(
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

/** What people answered: merging in either order, or twice, gives the same. */
export function joinCollected(local: MeasurementBundle, incoming: MeasurementBundle) {
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
	const notes = addMissing(local.notes, incoming.notes, ({ itemId }) => itemId);
	const ways = joinWays(measurement.ways, incoming.measurement.ways);
	const arrivals = {
		added,
		replaced,
		jointAnswers: notIn(local.jointAnswers, jointAnswers),
		notes: notes.length - local.notes.length
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

/** The letterbox that is here stays; of a measurement whose figures were shown there is none. */
export function joinLetterbox(
	here: Pick<MeasurementBundle, 'measurement' | 'letterbox'>,
	other: MeasurementBundle
): Pick<MeasurementBundle, 'letterbox'> {
	const letterbox = here.letterbox ?? other.letterbox;
	return letterbox && !here.measurement.sealed ? { letterbox } : {};
}

/**
 * What was agreed and chosen: what is missing here comes in, what differs is for people to choose (`differences.ts`).
 * Of a sealed measurement only commitments come in by themselves: people keep making those afterwards.
 */
export function joinExtras(local: MeasurementBundle, incoming: MeasurementBundle) {
	const { agenda, sealed } = local.measurement;
	const scoresIn = sealed ? [] : incoming.agreedScores;
	const agreedScores = addMissing(local.agreedScores, scoresIn, ({ dimensionId }) => dimensionId);
	const commitments = addMissing(local.commitments, incoming.commitments, ({ id }) => id);
	const choiceComes = !sealed && local.reportChoice === null && incoming.reportChoice !== null;
	const agendaComes = !sealed && !agenda && incoming.measurement.agenda !== undefined;
	const arrivals = {
		agreedScores: agreedScores.length - local.agreedScores.length,
		commitments: commitments.length - local.commitments.length,
		reportChoice: choiceComes,
		agenda: agendaComes
	};
	return {
		arrivals,
		changes: arrivals.agreedScores + arrivals.commitments + Number(choiceComes) + Number(agendaComes) > 0,
		agenda: (agendaComes ? incoming.measurement.agenda : agenda) ?? [],
		result: { agreedScores, commitments, reportChoice: choiceComes ? incoming.reportChoice : local.reportChoice }
	};
}

/** Nobody changes one answer so often by hand: it would stand over everything that is answered here later. */
const MAX_CHANGES_AHEAD = 10_000;
export const LEAPS_AHEAD =
	'Een gezamenlijk antwoord in dit bestand zegt dat het vaker gewijzigd is dan kan. Het bestand is beschadigd of met de hand gewijzigd. Maak het opnieuw op de andere laptop.';

export function leapsAhead(local: MeasurementBundle, incoming: MeasurementBundle): boolean {
	const here = new Map(local.jointAnswers.map((joint) => [placeKey(joint), joint.revision]));
	return incoming.jointAnswers.some((joint) => joint.revision > (here.get(placeKey(joint)) ?? 0) + MAX_CHANGES_AHEAD);
}

function addMissing<T>(here: readonly T[], incoming: readonly T[], keyOf: (value: T) => string): T[] {
	const known = new Set(here.map(keyOf));
	return [...here, ...incoming.filter((value) => !known.has(keyOf(value)))];
}

function notIn(here: readonly unknown[], values: readonly unknown[]): number {
	const known = new Set(here.map(stableText));
	return values.filter((value) => !known.has(stableText(value))).length;
}
