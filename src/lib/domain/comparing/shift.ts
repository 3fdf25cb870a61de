import type { DimensionFigures, GroupFigures } from '$lib/domain/scoring/figures';
import { Fraction, sum, ZERO } from '$lib/domain/scoring/fraction';
import {
	SHIFT_ERRORS,
	SHIFT_FROM,
	SHIFT_FROM_N,
	SHIFT_VARIANCE_AT_LEAST,
	SHIFT_VARIANCE_WHEN_HIDDEN
} from '$lib/domain/scoring/scoring-limits';

export type ShiftWords = 'better' | 'worse' | 'indistinct';

/**
 * Why there is no verdict. `missing`: a score is not there or hidden. `other-groups`: there is no «samen» of the same
 * groups, at least two, in both. `joint`: a score rests on a joint answer. `few`: a score rests on one person, who has
 * no spread.
 */
export type NoVerdict = 'missing' | 'other-groups' | 'joint' | 'few';

/** What became of a score between two measurements, in points of the scale. */
export interface Shift {
	before: Fraction | null;
	after: Fraction | null;
	/** After minus before, from −4 to 4; null when one is missing or they are of other groups. */
	difference: Fraction | null;
	/** Null when there is no verdict; `why` says why. */
	words: ShiftWords | null;
	why: NoVerdict | null;
	/** The persons behind a score are kept back for anonymity: the verdict takes their standard deviation to be 1. */
	assumed: boolean;
}

/**
 * The shift of one group's score, by the rule of docs/scoring.md, «Shift». It is a function of what the figures show.
 * @param before null when the group did not take part
 * @param after the same
 */
export function computeGroupShift(before: GroupFigures | null, after: GroupFigures | null): Shift {
	return judge(ofGroups(before?.score, before && [before]), ofGroups(after?.score, after && [after]), true);
}

/**
 * The shift of «samen»: each group weighs the same, so the uncertainty of each counts for as much. Without any group
 * there is no «samen» (together.ts).
 */
export function computePartnershipShift(before: DimensionFigures, after: DimensionFigures): Shift {
	const sameGroups = before.groups.length > 0 && idsOf(before.groups) === idsOf(after.groups);
	return judge(ofGroups(before.score, before.groups), ofGroups(after.score, after.groups), sameGroups);
}

/** The verdict is «better»; or there is none because of joint answers, and the score rose by half a point or more. */
export function isRise({ words, why, difference }: Shift): boolean {
	if (words === 'better') return true;
	return why === 'joint' && difference !== null && ZERO.isBelow(difference) && isLargeEnough(difference);
}

/** The verdict is «worse»; or there is none because of joint answers, and the score fell by half a point or more. */
export function isFall({ words, why, difference }: Shift): boolean {
	if (words === 'worse') return true;
	return why === 'joint' && difference !== null && difference.isBelow(ZERO) && isLargeEnough(difference);
}

/** A score, and the groups of which it is the mean. */
interface Side {
	score: Fraction | null;
	groups: readonly GroupFigures[];
}

const ofGroups = (score: Fraction | null | undefined, groups: readonly GroupFigures[] | null): Side => ({
	score: score ?? null,
	groups: groups ?? []
});

const idsOf = (groups: readonly GroupFigures[]) =>
	groups
		.map(({ groupId }) => groupId)
		.sort()
		.join('\n');

function judge(before: Side, after: Side, sameGroups: boolean): Shift {
	const scores = { before: before.score, after: after.score };
	const silent = (why: NoVerdict, difference: Fraction | null): Shift => ({
		...scores,
		difference,
		words: null,
		why,
		assumed: false
	});
	if (!sameGroups) return silent('other-groups', null);
	if (!before.score || !after.score) return silent('missing', null);
	const difference = after.score.minus(before.score);
	const groups = [...before.groups, ...after.groups];
	const why = obstacle(groups);
	if (why) return silent(why, difference);
	const words = shiftWords(difference, errorSquared(before.groups).plus(errorSquared(after.groups)));
	return { ...scores, difference, words, why: null, assumed: groups.some(arePersonsHidden) };
}

function obstacle(groups: readonly GroupFigures[]): NoVerdict | null {
	if (groups.some(({ basis }) => basis !== 'individual')) return 'joint';
	return groups.some(({ n }) => n < SHIFT_FROM_N) ? 'few' : null;
}

const arePersonsHidden = ({ distribution }: GroupFigures) => distribution.length === 0;

/** Squares are compared, so that no root is ever taken: d² ≥ 2² · (s₁²/n₁ + s₂²/n₂). */
function shiftWords(difference: Fraction, errorSquared: Fraction): ShiftWords {
	const bound = errorSquared.times(Fraction.of(SHIFT_ERRORS ** 2));
	if (!isLargeEnough(difference) || difference.times(difference).isBelow(bound)) return 'indistinct';
	return difference.isBelow(ZERO) ? 'worse' : 'better';
}

const isLargeEnough = (difference: Fraction) => !difference.abs().isBelow(SHIFT_FROM);

/** Of the mean of k groups: Σ s²/n, divided by k². */
function errorSquared(groups: readonly GroupFigures[]): Fraction {
	const ofEach = groups.map((group) => variance(group).dividedBy(group.n));
	return sum(ofEach).dividedBy(groups.length ** 2);
}

/** The sample variance (n − 1) of persons' scores, at least the least there is. */
function variance(group: GroupFigures): Fraction {
	if (arePersonsHidden(group)) return SHIFT_VARIANCE_WHEN_HIDDEN;
	const { distribution, n } = group;
	const times = (value: Fraction, count: number) => value.times(Fraction.of(count));
	const total = sum(distribution.map(({ score, count }) => times(score, count)));
	const squares = sum(distribution.map(({ score, count }) => times(score.times(score), count)));
	const found = squares.minus(total.times(total).dividedBy(n)).dividedBy(n - 1);
	return found.isBelow(SHIFT_VARIANCE_AT_LEAST) ? SHIFT_VARIANCE_AT_LEAST : found;
}
