import type { Advice } from '$lib/domain/advice/advice';
import type { ComparisonOutcome } from '$lib/domain/comparing/comparison';
import type { Commitment, ReportChoice } from '$lib/domain/measurement/commitment';
import type { MeasurementFigures } from '$lib/domain/scoring/figures';
import type { AgreedScore, ItemNote, Measurement, Partnership } from '$lib/domain/measurement/measurement';
import type { DimensionTrend } from '$lib/domain/scoring/trend-figures';
import { dimensionsOf, type Dimension, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** The result that a report is about; its figures already keep back what anonymity asks. */
export interface ReportedResult {
	partnership: Partnership;
	measurement: Measurement;
	questionnaire: Questionnaire;
	figures: MeasurementFigures;
	advice: readonly Advice[];
	notes: readonly ItemNote[];
	agreed: readonly AgreedScore[];
	counts: readonly { groupId: string; responses: number }[];
	/** What participants said themselves, beside the last time; empty when they were not asked. */
	trends: readonly DimensionTrend[];
	/** Null at the first measurement of a partnership. */
	previous: Previous | null;
}

/** Everything that a report is made of. */
export interface ReportSource {
	result: ReportedResult;
	/** All commitments of the partnership, of every measurement. */
	commitments: readonly Commitment[];
	choice: Pick<ReportChoice, 'adviceIds' | 'ownWords'>;
	/** Version of the app that makes the report. */
	appVersion: string;
}

/** The measurements before this one. */
export interface Previous {
	/** yyyy-mm-dd */
	date: string;
	/** Dates of those after it, which cannot be compared. */
	skipped: readonly string[];
	ids: readonly string[];
	/** Of the last one before and this measurement; null when none may be compared. */
	comparison: ComparisonOutcome | null;
	/** Of this measurement, as the last, with two to four before it; null when there are fewer. */
	overTime: ComparisonOutcome | null;
}

export interface Naming {
	group: (id: string) => string;
	dimension: (id: string) => string;
}

export function namesIn({ measurement, questionnaire }: ReportedResult): Naming {
	const dimensions = new Map(dimensionsOf(questionnaire).map(({ dimension }) => [dimension.id, dimension.name]));
	return {
		group: (id) => measurement.groups.find((group) => group.id === id)?.name ?? id,
		dimension: (id) => dimensions.get(id) ?? id
	};
}

/** What the room agreed on about a dimension; undefined when it agreed on nothing. */
export function agreedOn(result: ReportedResult, dimension: Dimension): AgreedScore | undefined {
	return result.agreed.find(
		(agreed) => agreed.dimensionId === dimension.id && (agreed.score !== null || agreed.note.trim() !== '')
	);
}

/** Whether anyone filled in alone: then n and range say something. */
export function hasIndividuals(result: ReportedResult): boolean {
	return result.counts.some(({ responses }) => responses > 0);
}
