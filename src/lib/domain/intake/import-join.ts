import type { MeasurementBundle } from './bundle';
import {
	compareRevisions,
	judgeIncoming,
	type Judgement,
	mergeJointAnswers,
	mergeNotes,
	mergeResponses,
	placeKey
} from './intake';
import { joinWays, withAgenda, type IndividualResponse, type Measurement } from '$lib/domain/measurement/measurement';
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
	const notes = mergeNotes(local.notes, incoming.notes);
	const ways = joinWays(measurement.ways, incoming.measurement.ways);
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

/** The letterbox that is here stays; of a measurement whose figures were shown there is none. */
export function joinLetterbox(
	here: Pick<MeasurementBundle, 'measurement' | 'letterbox'>,
	other: MeasurementBundle
): Pick<MeasurementBundle, 'letterbox'> {
	const letterbox = here.letterbox ?? other.letterbox;
	return letterbox && !here.measurement.sealed ? { letterbox } : {};
}

/** What was agreed carries no revision: what is missing here comes in, what differs stays as it is here. */
export function joinExtras(local: MeasurementBundle, incoming: MeasurementBundle) {
	const agreedScores = addMissing(local.agreedScores, incoming.agreedScores, ({ dimensionId }) => dimensionId);
	const commitments = addMissing(local.commitments, incoming.commitments, ({ id }) => id);
	const choiceComes = local.reportChoice === null && incoming.reportChoice !== null;
	const agendaComes = !local.measurement.agenda && incoming.measurement.agenda !== undefined;
	const arrivals = {
		agreedScores: agreedScores.length - local.agreedScores.length,
		commitments: commitments.length - local.commitments.length,
		reportChoice: choiceComes,
		agenda: agendaComes
	};
	const comes = arrivals.agreedScores + arrivals.commitments + Number(choiceComes) + Number(agendaComes);
	return {
		arrivals,
		kept: differing(local, incoming) - comes,
		changes: comes > 0,
		agenda: local.measurement.agenda ?? incoming.measurement.agenda ?? [],
		result: { agreedScores, commitments, reportChoice: local.reportChoice ?? incoming.reportChoice }
	};
}

/** Of a sealed measurement only commitments still come in: people keep making those afterwards. */
export function keepExtras(local: MeasurementBundle, incoming: MeasurementBundle) {
	const { agreedScores, reportChoice } = local;
	const measurement = withAgenda(incoming.measurement, local.measurement.agenda ?? []);
	const commitmentsOnly = { ...incoming, measurement, agreedScores, reportChoice };
	const joined = joinExtras(local, commitmentsOnly);
	const staying = differing(local, incoming) - differing(local, commitmentsOnly);
	return { ...joined, kept: joined.kept + staying };
}

/** How many agreed scores, commitments and choices in the file are not here in the same words. */
function differing(local: MeasurementBundle, incoming: MeasurementBundle): number {
	const choices = ({ reportChoice }: MeasurementBundle) => (reportChoice === null ? [] : [reportChoice]);
	const agendas = ({ measurement: { agenda } }: MeasurementBundle) => (agenda ? [agenda] : []);
	return (
		notIn(local.agreedScores, incoming.agreedScores) +
		notIn(local.commitments, incoming.commitments) +
		notIn(choices(local), choices(incoming)) +
		notIn(agendas(local), agendas(incoming))
	);
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
