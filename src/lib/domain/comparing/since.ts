import type { Comparison } from './comparison';
import { occasionAt, sideOf, valueAt } from './comparison-shifts';
import type { Level } from '$lib/domain/questionnaire/questionnaire';
import { computeGroupShift, computePartnershipShift, type Shift } from './shift';

/**
 * What the previous measurement adds to the advice of this one; by dimension id, only where
 * the same score can be compared.
 */
export type Since = ReadonlyMap<string, SinceLastTime>;

/** The score that gives a dimension its level, then and now, over the shared items. */
export interface SinceLastTime {
	/** ISO date of the previous measurement. */
	date: string;
	/** Null for the samenwerkingsscore, else the only group with a score, by its own id in this measurement. */
	groupId: string | null;
	shift: Shift;
	levels: { before: Level; after: Level };
	/** Not every item of the dimension stands in both. */
	partly: boolean;
}

/**
 * @param fromIndex place of the previous measurement in the comparison
 * @param toIndex place of this one
 * @throws RangeError when the comparison has no such occasion
 */
export function sinceLastTime(comparison: Comparison, fromIndex: number, toIndex: number): Since {
	const { date } = occasionAt(comparison, fromIndex).measurement;
	const ownId = (groupId: string) => comparison.groups.find(({ id }) => id === groupId)?.own[toIndex]?.id ?? groupId;
	return new Map(
		comparison.dimensions.flatMap((dimension): [string, SinceLastTime][] => {
			const before = valueAt(dimension, fromIndex);
			const after = valueAt(dimension, toIndex);
			if (!before.level || !after.level || before.reference?.groupId !== after.reference?.groupId) return [];
			const groupId = after.reference?.groupId ?? null;
			const since: SinceLastTime = {
				date,
				groupId: groupId === null ? null : ownId(groupId),
				shift:
					groupId === null
						? computePartnershipShift(before, after)
						: computeGroupShift(sideOf(before, groupId), sideOf(after, groupId)),
				levels: { before: before.level, after: after.level },
				partly: dimension.leftOut > 0
			};
			return [[dimension.dimensionId, since]];
		})
	);
}
