import { selectAdvice, type Advice } from '$lib/domain/advice/advice';
import { anythingShows } from '$lib/domain/scoring/anything-shows';
import {
	type AgreedScore,
	type Agenda,
	type ItemNote,
	type Measurement,
	type Partnership
} from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { sinceLastTime, type Since } from '$lib/domain/comparing/since';
import type { Showing } from '$lib/domain/measurement/showing';
import { staysHidden, turnoutOf, type Turnout } from '$lib/domain/scoring/turnout';
import { loadNotes } from '$lib/storage/records/answers';
import type { Change, From } from '$lib/storage/changes';
import { sealForShowing } from '$lib/storage/records/for-figures';
import { loadAgreedScores } from '$lib/storage/records/agreed-scores';
import { loadMeasurement } from '$lib/storage/records/measurements';
import { loadPartnership } from '$lib/storage/records/partnerships';
import { NotFoundError } from '$lib/state/not-found-error';
import { loadAnswered, type AnsweredMeasurement } from './answered-measurement';
import { measuredFigures, type MeasuredFigures } from './measured-figures';
import { loadPrevious, type PreviousMeasurements } from './previous';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';
import { ResponseGroups } from '$lib/state/response-groups';

/** Everything that the result, its print and the presentation show. */
export interface Result extends MeasuredFigures {
	partnership: Partnership;
	measurement: Measurement;
	questionnaire: Questionnaire;
	advice: Advice[];
	/** Notes of the room and of respondents, in open mode; by item. */
	notes: ItemNote[];
	agreed: AgreedScore[];
	/** The dimensions that the room chose to talk about, by id; empty: nobody chose yet. */
	chosen: Agenda;
	/** Null at the first measurement of the partnership. */
	previous: PreviousMeasurements | null;
}

export type ResultOutcome =
	| ({ kind: 'shown' } & Result)
	/**
	 * Why no figures of an anonymous measurement show: it is open, or another device shows it, or they were shown over
	 * other people (domain/measurement/showing.ts).
	 */
	| {
			kind: 'open' | 'collects' | 'other-people';
			partnership: Partnership;
			measurement: Measurement;
			showing: Showing;
	  }
	/** Closed, but not shown yet: showing them once means that nothing is added any more. */
	| ({ kind: 'unsealed' } & BeforeShown)
	/** Closed, and there is no figure to show: nothing was shown, so it can be reopened. */
	| ({ kind: 'nothing' } & BeforeShown);

/** What the facilitator sees before any figure. */
interface BeforeShown {
	partnership: Partnership;
	measurement: Measurement;
	/** How many answered, a side; no answer is in it. */
	turnouts: readonly Turnout[];
}

/**
 * Whether a result may be another by a change: of its answers, or of those it is set beside. Of this tab only what a
 * page that was left still stored: who places an example or shows a result here, reads it after that.
 */
export function touchesResult(change: Change, from: From, outcome: ResultOutcome | undefined): boolean {
	if (change.kind === 'measurement' || change.kind === 'partnership') return from === 'elsewhere';
	if (!RESTS_ON.includes(change.kind) || !('measurementId' in change)) return false;
	const earlier = outcome?.kind === 'shown' ? (outcome.previous?.ids ?? []) : [];
	return !outcome || [outcome.measurement.id, ...earlier].includes(change.measurementId);
}

const RESTS_ON: readonly Change['kind'][] = ['answer', 'note', 'response', 'agreed-score'];

/** @throws NotFoundError, UnknownQuestionnaireError, StorageError */
export async function loadResult(measurementId: string): Promise<ResultOutcome> {
	const found = await loadAnswered(measurementId);
	if (!found) throw new NotFoundError();
	const { measurement } = found.kind === 'show' ? found.answered : found;
	const partnership = await loadPartnership(measurement.partnershipId);
	if (!partnership) throw new NotFoundError();
	if (found.kind === 'show') return { kind: 'shown', ...(await computeResult(partnership, found.answered)) };
	if (found.kind === 'unsealed') return beforeShown(partnership, measurement);
	return { kind: found.kind, partnership, measurement, showing: found.showing };
}

async function beforeShown(partnership: Partnership, measurement: Measurement): Promise<ResultOutcome> {
	const groupIds = await new ResponseGroups(measurement.id).read();
	const turnouts = measurement.groups.map((group) =>
		turnoutOf(group, groupIds.filter((groupId) => groupId === group.id).length)
	);
	const enough = turnouts.some((turnout) => !staysHidden(turnout, measurement.privacy));
	return { kind: enough ? 'unsealed' : 'nothing', partnership, measurement, turnouts };
}

/**
 * Shows the figures of a closed anonymous measurement for the first time, when that may be: from then on it stays as it
 * is. When there is none to show, it stays as free as it was.
 * @throws NotFoundError, UnknownQuestionnaireError, StorageError
 */
export async function showResult(measurementId: string): Promise<ResultOutcome> {
	const known = await loadMeasurement(measurementId);
	if (!known) throw new NotFoundError();
	const questionnaire = await loadQuestionnaire(known.questionnaire);
	const shows = await sealForShowing(measurementId, (measurement, individual) =>
		anythingShows(questionnaire, measurement, individual)
	);
	const outcome = await loadResult(measurementId);
	return outcome.kind === 'unsealed' && !shows ? { ...outcome, kind: 'nothing' } : outcome;
}

async function computeResult(partnership: Partnership, answered: AnsweredMeasurement): Promise<Result> {
	const { measurement, questionnaire, individual } = answered;
	const { id, groups, privacy } = measurement;
	const [notes, agreed, previous] = await Promise.all([loadNotes(id), loadAgreedScores(id), loadPrevious(answered)]);
	const measured = measuredFigures(answered);
	const respondentNotes = individual.flatMap((response) =>
		Object.entries(response.notes).map(([itemId, text]) => ({ itemId, text }))
	);
	return {
		partnership,
		measurement,
		questionnaire,
		...measured,
		advice: selectAdvice(questionnaire, groups, measured.figures, sinceOf(previous)),
		previous,
		notes: privacy.mode === 'open' ? [...notes, ...respondentNotes] : [],
		agreed,
		chosen: measurement.agenda ?? []
	};
}

/** What became of the scores since the last comparable measurement; nothing when there is none. */
function sinceOf(previous: PreviousMeasurements | null): Since | undefined {
	if (previous?.comparison?.kind !== 'compared') return undefined;
	const last = previous.comparison.occasions.length - 1;
	return sinceLastTime(previous.comparison, last - 1, last);
}
