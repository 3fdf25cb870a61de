import type { Advice } from '$lib/domain/advice/advice';
import type { ComparisonOutcome } from '$lib/domain/comparing/comparison';
import type { Commitment, ReportChoice } from '$lib/domain/measurement/commitment';
import type { Letterhead } from '$lib/domain/measurement/letterhead';
import type { MeasurementFigures } from '$lib/domain/scoring/figures';
import type { AgreedScore, ItemNote, Measurement, Partnership } from '$lib/domain/measurement/measurement';
import type { GroupTopics } from '$lib/domain/scoring/topic-figures';
import type { DimensionTrend } from '$lib/domain/scoring/trend-figures';
import type { UniformSheets } from '$lib/domain/scoring/uniform-sheets';
import { dimensionNameIn, groupNameIn } from '$lib/domain/words/names';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { NameOf } from '$lib/domain/words/score-words';

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
	/** What each group surely wants to talk about; empty where nobody was asked. */
	topics: readonly GroupTopics[];
	/** The dimensions that the room chose to discuss, in its order; empty: nobody chose yet. */
	chosen: readonly string[];
	/** Groups of which some gave the same answer everywhere. */
	uniform: readonly UniformSheets[];
	/** Null at the first measurement of a partnership. */
	previous: Previous | null;
}

/** Everything that a report is made of. */
export interface ReportSource {
	result: ReportedResult;
	/** All commitments of the partnership, of every measurement. */
	commitments: readonly Commitment[];
	choice: Pick<ReportChoice, 'adviceIds' | 'ownWords'>;
	letterhead: Letterhead;
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
	group: NameOf;
	dimension: NameOf;
}

export function namesIn({ measurement, questionnaire }: ReportedResult): Naming {
	return { group: groupNameIn(measurement.groups), dimension: dimensionNameIn(questionnaire) };
}
