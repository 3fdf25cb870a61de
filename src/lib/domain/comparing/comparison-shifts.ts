import type { ComparedDimension, ComparedOccasion, Comparison } from './comparison';
import type { DimensionFigures, Gap, GroupFigures, ItemFigures } from '$lib/domain/scoring/figures';
import { Fraction } from '$lib/domain/scoring/fraction';
import { computeGroupShift, computePartnershipShift, type NoVerdict, type Shift } from './shift';

/** What became of a dimension between two measurements of a comparison. */
export interface DimensionShift {
	dimensionId: string;
	/** Of «samen»: the samenwerkingsscore, or the mean of the groups that took part each time (together.ts). */
	score: Shift;
	/** Of each group that took part in one of the two. */
	groups: readonly { groupId: string; shift: Shift }[];
	/** Between the groups that «samen» is over. */
	gap: GapShift;
}

/** Did the sides come closer? Figures only: there is no rule for a verdict on a gap. */
interface GapShift {
	before: Gap | null;
	after: Gap | null;
	/** After minus before, from −4 to 4: below 0 they came closer. Null when the two gaps are between other groups. */
	difference: Fraction | null;
}

/** What became of one item in each group. Figures only: the verdict is on the dimension. */
export interface ItemShift {
	itemId: string;
	/** As the newest version says it. */
	statement: string;
	groups: readonly {
		groupId: string;
		before: ItemScore | null;
		after: ItemScore | null;
		difference: Fraction | null;
	}[];
}

/** The item's mean over individuals, or the joint answer where no individual gave one. */
export interface ItemScore {
	/** Kept back for anonymity. */
	hidden: boolean;
	score: Fraction | null;
	basis: 'individual' | 'joint' | null;
	/** Valid answers of individuals. */
	n: number;
}

/**
 * @param fromIndex place of the earlier occasion in the comparison
 * @param toIndex place of the later one
 * @throws RangeError when the comparison has no such occasion
 */
export function shiftsBetween(comparison: Comparison, fromIndex: number, toIndex: number): DimensionShift[] {
	const groupIds = groupsInEither(comparison, fromIndex, toIndex);
	return comparison.dimensions.map((dimension) => {
		const before = valueAt(dimension, fromIndex);
		const after = valueAt(dimension, toIndex);
		const together = [togetherAt(dimension, fromIndex), togetherAt(dimension, toIndex)] as const;
		return {
			dimensionId: dimension.dimensionId,
			score: computePartnershipShift(...together),
			groups: groupIds.map((groupId) => ({
				groupId,
				shift: computeGroupShift(sideOf(before, groupId), sideOf(after, groupId))
			})),
			gap: gapShift(...together)
		};
	});
}

/** Whether every score that is there rests on joint answers: then that is said once, and not beside each figure. */
export function onlyJoint(shifts: readonly DimensionShift[]): boolean {
	const all = shifts.flatMap(({ score, groups }) => [score, ...groups.map(({ shift }) => shift)]);
	return all.some(({ why }) => why === 'joint') && all.every(({ why }) => why === 'joint' || hasNothing(why));
}

const hasNothing = (why: NoVerdict | null) => why === 'missing' || why === 'other-groups';

/**
 * The items of one dimension, on demand.
 * @throws RangeError when the comparison has no such dimension or occasion
 */
export function itemShiftsBetween(
	comparison: Comparison,
	fromIndex: number,
	toIndex: number,
	dimensionId: string
): ItemShift[] {
	const dimension = comparison.dimensions.find((entry) => entry.dimensionId === dimensionId);
	if (!dimension) throw new RangeError(`no dimension ${dimensionId} in this comparison`);
	const groupIds = groupsInEither(comparison, fromIndex, toIndex);
	const scoreIn = (value: DimensionFigures, groupId: string, itemId: string) =>
		itemScore(sideOf(value, groupId)?.items.find((item) => item.itemId === itemId));
	return dimension.items.map(({ id, statement }) => ({
		itemId: id,
		statement,
		groups: groupIds.map((groupId) => {
			const before = scoreIn(valueAt(dimension, fromIndex), groupId, id);
			const after = scoreIn(valueAt(dimension, toIndex), groupId, id);
			return { groupId, before, after, difference: minus(after?.score, before?.score) };
		})
	}));
}

/** @throws RangeError */
export function occasionAt({ occasions }: Comparison, index: number): ComparedOccasion {
	const occasion = occasions[index];
	if (!occasion) throw new RangeError(`no occasion ${index} in this comparison`);
	return occasion;
}

/** @throws RangeError */
export function valueAt({ values }: ComparedDimension, index: number): DimensionFigures {
	const value = values[index];
	if (!value) throw new RangeError(`no occasion ${index} in this comparison`);
	return value;
}

/** Over the groups that «samen» is over. @throws RangeError */
export function togetherAt({ together }: ComparedDimension, index: number): DimensionFigures {
	const value = together[index];
	if (!value) throw new RangeError(`no occasion ${index} in this comparison`);
	return value;
}

/** The groups of the comparison that took part in one of the two, in its order. */
function groupsInEither(comparison: Comparison, fromIndex: number, toIndex: number): string[] {
	const there = [occasionAt(comparison, fromIndex), occasionAt(comparison, toIndex)].flatMap(({ groups }) => groups);
	return comparison.groups.map(({ id }) => id).filter((id) => there.some((group) => group.id === id));
}

export function sideOf({ groups }: DimensionFigures, groupId: string): GroupFigures | null {
	return groups.find((group) => group.groupId === groupId) ?? null;
}

/** A gap is between the groups that have a score: with other groups it is another gap. */
function gapShift(before: DimensionFigures, after: DimensionFigures): GapShift {
	const same = scoredIn(before) === scoredIn(after);
	return { before: before.gap, after: after.gap, difference: same ? minus(after.gap?.size, before.gap?.size) : null };
}

const scoredIn = ({ groups }: DimensionFigures) =>
	groups
		.flatMap(({ groupId, score }) => (score ? [groupId] : []))
		.sort()
		.join('\n');

/** Null where the group took no part. */
export function itemScore(item: ItemFigures | undefined): ItemScore | null {
	if (!item) return null;
	const { hidden, mean, joint, n } = item;
	if (mean) return { hidden, score: mean, basis: 'individual', n };
	return typeof joint === 'number'
		? { hidden, score: Fraction.of(joint), basis: 'joint', n }
		: { hidden, score: null, basis: null, n };
}

function minus(after: Fraction | null | undefined, before: Fraction | null | undefined): Fraction | null {
	return after && before ? after.minus(before) : null;
}
