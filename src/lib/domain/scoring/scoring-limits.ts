import { Fraction } from './fraction';
import type { GapWords } from './figures';
import type { Level } from '$lib/domain/questionnaire/questionnaire';

/** The limits of the scoring rules, as exact fractions. Source: docs/scoring.md. */
export const LEVEL_MIDDLING_FROM = Fraction.of(5, 2);
export const LEVEL_HIGH_FROM = Fraction.of(7, 2);
export const GAP_FROM = Fraction.of(1, 2);
export const LARGE_GAP_FROM = Fraction.of(1);
export const SCALE_POINTS = 5;
/** Burke & Dunlap's bound for the average deviation: the number of points divided by 6. */
export const DIVIDED_ABOVE = Fraction.of(SCALE_POINTS, 6);
export const SPREAD_FROM_N = 3;
export const MANY_UNKNOWN_FROM_N = 3;
export const MANY_UNKNOWN_FROM = Fraction.of(1, 3);
/** A shift between two measurements has a word from this size on … */
export const SHIFT_FROM = Fraction.of(1, 2);
/** … and from this many standard errors on, … */
export const SHIFT_ERRORS = 2;
/** … in which the variance of persons' scores is never taken below this: a standard deviation of 0.5. */
export const SHIFT_VARIANCE_AT_LEAST = Fraction.of(1, 4);
/**
 * What the variance of persons' scores is taken to be where they are kept back for
 * anonymity: a standard deviation of 1.
 */
export const SHIFT_VARIANCE_WHEN_HIDDEN = Fraction.of(1);
/** One person has no spread. */
export const SHIFT_FROM_N = 2;
export const COMPARED_AT_LEAST = 2;
export const COMPARED_AT_MOST = 5;

export function levelOf(score: Fraction): Level {
	if (score.isBelow(LEVEL_MIDDLING_FROM)) return 'low';
	return score.isBelow(LEVEL_HIGH_FROM) ? 'middling' : 'high';
}

export function gapWords(size: Fraction): GapWords {
	if (size.isBelow(GAP_FROM)) return 'none';
	return size.isBelow(LARGE_GAP_FROM) ? 'gap' : 'large';
}
