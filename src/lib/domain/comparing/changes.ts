import type { Comparison } from './comparison';
import type { DimensionShift } from './comparison-shifts';
import { isFall, isRise, type Shift } from './shift';
import { levelOf } from '$lib/domain/scoring/scoring-limits';

/** A score of «samen» (null) or of one group that rose, fell or stayed low, between two measurements. */
export interface ScoreChange {
	dimensionId: string;
	groupId: string | null;
	shift: Shift;
}

export interface Changes {
	/** The verdict is «better»; or joint answers, which have none, went up by half a point or more. */
	rose: readonly ScoreChange[];
	/** The verdict is «worse»; or joint answers went down by half a point or more. */
	fell: readonly ScoreChange[];
	/** The level of the score is low in both, whatever became of it. */
	stayedLow: readonly ScoreChange[];
}

/** In the order of the comparison, «samen» before the groups. Source: docs/scoring.md, «Shift». */
export function changesIn(comparison: Comparison, shifts: readonly DimensionShift[]): Changes {
	const all = shifts.flatMap(({ dimensionId, score, groups }): ScoreChange[] => [
		{ dimensionId, groupId: null, shift: score },
		...comparison.groups.flatMap(({ id }) => {
			const own = groups.find(({ groupId }) => groupId === id);
			return own ? [{ dimensionId, groupId: id, shift: own.shift }] : [];
		})
	]);
	return {
		rose: all.filter(({ shift }) => isRise(shift)),
		fell: all.filter(({ shift }) => isFall(shift)),
		stayedLow: all.filter(({ shift }) => isLow(shift.before) && isLow(shift.after))
	};
}

const isLow = (score: Shift['before']) => score !== null && levelOf(score) === 'low';
