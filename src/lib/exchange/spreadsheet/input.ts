import type { Commitment } from '$lib/domain/measurement/commitment';
import type { MeasurementFigures } from '$lib/domain/scoring/figures';
import type { AgreedScore, IndividualResponse, Measurement, Partnership } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { DimensionTrend } from '$lib/domain/scoring/trend-figures';

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
	/** Individual responses a group. */
	counts: readonly { groupId: string; responses: number }[];
	agreed: readonly AgreedScore[];
	commitments: readonly Commitment[];
	/** Used in open mode only: of an anonymous measurement no response is read. */
	responses: readonly IndividualResponse[];
}
