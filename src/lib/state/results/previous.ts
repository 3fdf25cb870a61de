import { UnknownQuestionnaireError } from '$lib/content/published';
import { computeComparison, type ComparisonOutcome, type Occasion } from '$lib/domain/comparing/comparison';
import { COMPARED_AT_MOST } from '$lib/domain/scoring/scoring-limits';
import type { Measurement } from '$lib/domain/measurement/measurement';
import { measurementsBefore } from '$lib/domain/measurement/order';
import { isSameQuestionnaire } from '$lib/domain/questionnaire/questionnaire-ref';
import { hasShownFigures } from '$lib/domain/scoring/anonymity';
import { loadMeasurements } from '$lib/storage/records/measurements';
import { loadAnswered } from './answered-measurement';

/** The measurements of a partnership before this one. */
export interface PreviousMeasurements {
	/**
	 * Of the last one; when that had another questionnaire, of the last with the same one if there is any. yyyy-mm-dd.
	 */
	date: string;
	/**
	 * Dates of those after that one, which cannot be compared: another questionnaire, or not shown yet. Newest first.
	 */
	skipped: readonly string[];
	/** Newest first. */
	ids: readonly string[];
	/**
	 * Of the last one with the same questionnaire, and this measurement; null when there is none that may be compared.
	 */
	comparison: ComparisonOutcome | null;
	/** The same with up to four before this one; null when there are fewer than two. */
	overTime: ComparisonOutcome | null;
}

/**
 * @returns null at the first measurement of a partnership
 * @throws StorageError
 */
export async function loadPrevious(current: Occasion): Promise<PreviousMeasurements | null> {
	const { measurement } = current;
	const before = measurementsBefore(await loadMeasurements(measurement.partnershipId), measurement);
	const [last] = before;
	if (!last) return null;
	const comparable = before.filter((earlier) => isLike(earlier, measurement)).slice(0, COMPARED_AT_MOST - 1);
	const occasions = (await Promise.all(comparable.map(loadIfKnown))).flatMap((occasion) => occasion ?? []);
	const compared = before.findIndex(({ id }) => id === occasions[0]?.measurement.id);
	return {
		date: (occasions[0]?.measurement ?? last).date,
		skipped: before.slice(0, compared === -1 ? before.length : compared).map(({ date }) => date),
		ids: before.map(({ id }) => id),
		comparison: occasions.length > 0 ? computeComparison([...occasions.slice(0, 1), current]) : null,
		overTime: occasions.length > 1 ? computeComparison([...occasions, current]) : null
	};
}

function isLike(earlier: Measurement, { questionnaire }: Measurement): boolean {
	return isSameQuestionnaire(earlier.questionnaire, questionnaire) && hasShownFigures(earlier);
}

/**
 * A result must not fail because an older measurement has a questionnaire that is not here, or
 * figures that do not show here.
 */
async function loadIfKnown({ id }: Measurement): Promise<Occasion | null> {
	try {
		const found = await loadAnswered(id);
		return found?.kind === 'show' ? found.answered : null;
	} catch (cause) {
		if (cause instanceof UnknownQuestionnaireError) return null;
		throw cause;
	}
}
