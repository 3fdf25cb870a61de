import { selectAdvice, type Advice } from '$lib/domain/advice';
import type { MeasurementFigures } from '$lib/domain/figures';
import { type AgreedScore, type ItemNote, type Measurement, type Partnership } from '$lib/domain/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire';
import { computeFigures } from '$lib/domain/scoring';
import { sinceLastTime, type Since } from '$lib/domain/since';
import { mayShowFigures } from '$lib/domain/suppression';
import { computeTrendFigures, type DimensionTrend } from '$lib/domain/trend-figures';
import { loadNotes } from '$lib/storage/answers';
import { changeMeasurement, loadAgreedScores, loadMeasurement } from '$lib/storage/measurements';
import { loadPartnership } from '$lib/storage/partnerships';
import { NotFoundError } from './not-found-error';
import { loadOccasion } from './occasion';
import { loadPrevious, type PreviousMeasurements } from './previous';

/** Everything that the result, its print and the presentation show. */
export interface Result {
	partnership: Partnership;
	measurement: Measurement;
	questionnaire: Questionnaire;
	figures: MeasurementFigures;
	/** How participants find that each dimension goes beside last time; empty where that was not asked. */
	trends: readonly DimensionTrend[];
	advice: Advice[];
	/** Notes of the room and of respondents, in open mode; by item. */
	notes: ItemNote[];
	agreed: AgreedScore[];
	/** Null at the first measurement of the partnership. */
	previous: PreviousMeasurements | null;
	/** Individual responses a group. */
	counts: { groupId: string; responses: number }[];
}

export type ResultOutcome =
	| ({ kind: 'shown' } & Result)
	/** Figures of an anonymous measurement wait until it is closed. */
	| { kind: 'open'; partnership: Partnership; measurement: Measurement }
	/** Closed, but not shown yet: showing them once means that nothing is added any more. */
	| { kind: 'unsealed'; partnership: Partnership; measurement: Measurement };

/** @throws NotFoundError, UnknownQuestionnaireError, StorageError */
export async function loadResult(measurementId: string): Promise<ResultOutcome> {
	const measurement = await loadMeasurement(measurementId);
	const partnership = measurement && (await loadPartnership(measurement.partnershipId));
	if (!partnership) throw new NotFoundError();
	if (!mayShowFigures(measurement)) return { kind: 'open', partnership, measurement };
	if (measurement.privacy.mode === 'anoniem' && !measurement.sealed)
		return { kind: 'unsealed', partnership, measurement };
	return { kind: 'shown', ...(await computeResult(partnership, measurement)) };
}

/**
 * Shows the figures of a closed anonymous measurement for the first time: from then on it stays as it is.
 * @throws NotFoundError, UnknownQuestionnaireError, StorageError
 */
export async function showResult(measurementId: string): Promise<ResultOutcome> {
	await changeMeasurement(measurementId, (measurement) =>
		mayShowFigures(measurement) && measurement.privacy.mode === 'anoniem'
			? { ...measurement, sealed: true }
			: measurement
	);
	return loadResult(measurementId);
}

async function computeResult(partnership: Partnership, measurement: Measurement): Promise<Result> {
	const { id, groups, privacy } = measurement;
	const [occasion, notes, agreed] = await Promise.all([loadOccasion(measurement), loadNotes(id), loadAgreedScores(id)]);
	const { questionnaire, responses, individual } = occasion;
	const figures = computeFigures(questionnaire, groups, responses, privacy);
	const previous = await loadPrevious(occasion);
	const respondentNotes = individual.flatMap((response) =>
		Object.entries(response.notes).map(([itemId, text]) => ({ itemId, text }))
	);
	return {
		partnership,
		measurement,
		questionnaire,
		figures,
		trends: measurement.asksTrend ? computeTrendFigures(questionnaire, groups, individual, privacy) : [],
		advice: selectAdvice(questionnaire, groups, figures, sinceOf(previous)),
		previous,
		notes: privacy.mode === 'open' ? [...notes, ...respondentNotes] : [],
		agreed,
		counts: groups.map((group) => ({
			groupId: group.id,
			responses: individual.filter((response) => response.groupId === group.id).length
		}))
	};
}

/** What became of the scores since the last comparable measurement; nothing when there is none. */
function sinceOf(previous: PreviousMeasurements | null): Since | undefined {
	if (previous?.comparison?.kind !== 'compared') return undefined;
	const last = previous.comparison.occasions.length - 1;
	return sinceLastTime(previous.comparison, last - 1, last);
}
