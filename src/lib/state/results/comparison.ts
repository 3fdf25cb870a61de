import type { NotComparable } from '$lib/domain/comparing/comparability';
import { computeComparison, type Comparison, type Occasion } from '$lib/domain/comparing/comparison';
import { COMPARED_AT_LEAST, COMPARED_AT_MOST } from '$lib/domain/scoring/scoring-limits';
import type { Measurement, Partnership } from '$lib/domain/measurement/measurement';
import { byNewest, measurementsBefore } from '$lib/domain/measurement/order';
import { computeTrendFigures, type DimensionTrend } from '$lib/domain/scoring/trend-figures';
import type { Change } from '$lib/storage/changes';
import { loadMeasurement, loadMeasurements } from '$lib/storage/records/measurements';
import { loadPartnership } from '$lib/storage/records/partnerships';
import { NotFoundError } from '$lib/state/not-found-error';
import { loadAnswered, type AnsweredMeasurement } from './answered-measurement';

export type LoadedComparison = ShownComparison | NotComparedOutcome;

/** What is compared, with all that shows beside it. */
interface ShownComparison {
	kind: 'compared';
	partnership: Partnership;
	comparison: Comparison;
	/**
	 * What participants of the newest measurement said themselves, beside the last time; empty when not asked.
	 */
	trends: readonly DimensionTrend[];
	/**
	 * The measurement before the newest, which they were asked to think of; compared here
	 * or not. Null at a first one.
	 */
	askedAgainst: Pick<Measurement, 'id' | 'date'> | null;
}

export type NotComparedOutcome =
	/** Another questionnaire, or no statement in common. */
	| { kind: 'none'; partnership: Partnership; reason: NotComparable; occasions: readonly Occasion[] }
	/** Too few or too many, or not all of one partnership. */
	| { kind: 'refused'; reason: string }
	/** Of an anonymous measurement the figures come only after its own result was shown. */
	| { kind: 'not-shown'; partnership: Partnership; measurements: readonly Measurement[] };

/** Whether a comparison may be another by a change: another tab may go on answering, or delete what is compared. */
export function touchesComparison({ kind }: Change): boolean {
	return RESTS_ON.includes(kind);
}

const RESTS_ON: readonly Change['kind'][] = ['partnership', 'measurement', 'response', 'answer'];

/**
 * Compares the measurements with these ids; an id given twice counts once.
 * @throws NotFoundError, UnknownQuestionnaireError, StorageError
 */
export async function loadComparison(measurementIds: readonly string[]): Promise<LoadedComparison> {
	const ids = [...new Set(measurementIds)];
	if (ids.length < COMPARED_AT_LEAST || ids.length > COMPARED_AT_MOST) {
		return refused(`Kies ${COMPARED_AT_LEAST} tot ${COMPARED_AT_MOST} metingen om te vergelijken.`);
	}
	const found = (await Promise.all(ids.map(loadMeasurement))).flatMap((measurement) => measurement ?? []);
	const [first, ...others] = found;
	if (!first || found.length < ids.length) throw new NotFoundError();
	const partnership = await loadPartnership(first.partnershipId);
	if (!partnership) throw new NotFoundError();
	if (others.some(({ partnershipId }) => partnershipId !== partnership.id)) {
		return refused('Deze metingen zijn niet van hetzelfde overleg. Vergelijken kan alleen binnen één.');
	}
	const opened = await Promise.all(found.map(({ id }) => loadAnswered(id)));
	const hidden = opened.flatMap((one) => (one && one.kind !== 'show' ? one.measurement : []));
	if (hidden.length > 0) return { kind: 'not-shown', partnership, measurements: hidden };
	const occasions = opened.flatMap((one) => (one?.kind === 'show' ? one.answered : []));
	// Deleted meanwhile in another tab.
	if (occasions.length < found.length) throw new NotFoundError();
	const [newest] = [...occasions].sort((a, b) => byNewest(a.measurement, b.measurement));
	const before = newest && measurementsBefore(await loadMeasurements(partnership.id), newest.measurement)[0];
	const outcome = computeComparison(occasions);
	if (outcome.kind === 'none') return { ...outcome, partnership };
	return {
		kind: 'compared',
		partnership,
		comparison: outcome,
		trends: newest?.measurement.asksTrend ? trendsOf(newest) : [],
		askedAgainst: before ?? null
	};
}

function trendsOf({ measurement, questionnaire, individual }: AnsweredMeasurement): DimensionTrend[] {
	return computeTrendFigures(questionnaire, measurement.groups, individual, measurement.privacy);
}

function refused(reason: string): NotComparedOutcome {
	return { kind: 'refused', reason };
}
