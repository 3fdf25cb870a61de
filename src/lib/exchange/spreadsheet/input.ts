import type { Commitment } from '$lib/domain/measurement/commitment';
import type { MeasurementFigures } from '$lib/domain/scoring/figures';
import type { AgreedScore, IndividualResponse, Measurement, Partnership } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { GroupTopics } from '$lib/domain/scoring/topic-figures';
import type { DimensionTrend } from '$lib/domain/scoring/trend-figures';
import type { UniformSheets } from '$lib/domain/scoring/uniform-sheets';

/** What the sheets are made of. */
export interface SpreadsheetInput {
	partnership: Partnership;
	measurement: Measurement;
	questionnaire: Questionnaire;
	/** As everyone may see them: hidden already where anonymity asks it. */
	figures: MeasurementFigures;
	/**
	 * How participants find that each dimension goes beside last time, hidden likewise; empty where it was not asked.
	 */
	trends: readonly DimensionTrend[];
	/** What each group surely wants to talk about, hidden likewise; empty where nobody was asked. */
	topics: readonly GroupTopics[];
	/** Groups of which some gave the same answer everywhere. */
	uniform: readonly UniformSheets[];
	/** Individual responses a group. */
	counts: readonly { groupId: string; responses: number }[];
	agreed: readonly AgreedScore[];
	commitments: readonly Commitment[];
	/** Used in open mode only: of an anonymous measurement no response is read. */
	responses: readonly IndividualResponse[];
}
