import type { ComparedDimension, Comparison } from './comparison';
import { occasionAt, sideOf, togetherAt, valueAt } from './comparison-shifts';
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
	/** Null for «samen», else the only group with a score, by its own id in this measurement. */
	groupId: string | null;
	/** The groups that «samen» is over where another came or went, by their own ids in this measurement; else null. */
	sharedGroupIds: readonly string[] | null;
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
	const { kind, groupIds } = comparison.together;
	return new Map(
		comparison.dimensions.flatMap((dimension): [string, SinceLastTime][] => {
			const found = togetherSince(dimension, fromIndex, toIndex) ?? onlyGroupSince(dimension, fromIndex, toIndex);
			if (!found) return [];
			const { groupId } = found;
			const since: SinceLastTime = {
				...found,
				date,
				groupId: groupId === null ? null : ownId(groupId),
				sharedGroupIds: groupId === null && kind === 'shared' ? groupIds.map(ownId) : null,
				partly: dimension.leftOut > 0
			};
			return [[dimension.dimensionId, since]];
		})
	);
}

type Found = Pick<SinceLastTime, 'groupId' | 'shift' | 'levels'>;

/** Of «samen», where it has a score in both. */
function togetherSince(dimension: ComparedDimension, fromIndex: number, toIndex: number): Found | null {
	const before = togetherAt(dimension, fromIndex);
	const after = togetherAt(dimension, toIndex);
	if (!before.score || !after.score || !before.level || !after.level) return null;
	const levels = { before: before.level, after: after.level };
	return { groupId: null, shift: computePartnershipShift(before, after), levels };
}

/** Of the only group that has a score, the same in both. */
function onlyGroupSince(dimension: ComparedDimension, fromIndex: number, toIndex: number): Found | null {
	const before = valueAt(dimension, fromIndex);
	const after = valueAt(dimension, toIndex);
	const groupId = after.reference?.groupId;
	if (!groupId || before.reference?.groupId !== groupId || !before.level || !after.level) return null;
	const shift = computeGroupShift(sideOf(before, groupId), sideOf(after, groupId));
	return { groupId, shift, levels: { before: before.level, after: after.level } };
}
