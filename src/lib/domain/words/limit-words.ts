import { COUNTS_FROM_THRESHOLDS, PERSONS_FROM_THRESHOLDS } from '$lib/domain/scoring/anonymity-limits';
import { numberWord, withComma } from './counting-words';
import type { Fraction } from '$lib/domain/scoring/fraction';
import {
	DIVIDED_ABOVE,
	GAP_FROM,
	LARGE_GAP_FROM,
	LEVEL_HIGH_FROM,
	LEVEL_MIDDLING_FROM,
	MANY_UNKNOWN_FROM_N,
	SHIFT_ERRORS,
	SHIFT_FROM,
	SHIFT_VARIANCE_AT_LEAST,
	SHIFT_VARIANCE_WHEN_HIDDEN,
	SPREAD_FROM_N
} from '$lib/domain/scoring/scoring-limits';
import { THRESHOLDS } from '$lib/domain/measurement/measurement';
import type { Level } from '$lib/domain/questionnaire/questionnaire';

/**
 * The limits of the scoring rules as people read them. Every screen, report and spreadsheet that names a limit takes it
 * from here; a test
 * holds docs/scoring.md and the wording of the pages to it.
 */
export const LIMIT_WORDS = {
	middlingFrom: asRead(LEVEL_MIDDLING_FROM),
	highFrom: asRead(LEVEL_HIGH_FROM),
	gapFrom: asRead(GAP_FROM),
	largeGapFrom: asRead(LARGE_GAP_FROM),
	dividedAbove: asRead(DIVIDED_ABOVE),
	/** As it is made: the number of points of the scale divided by 6. */
	dividedExactly: `${DIVIDED_ABOVE.numerator}/${DIVIDED_ABOVE.denominator}`,
	spreadFrom: numberWord(SPREAD_FROM_N),
	manyUnknownFrom: numberWord(MANY_UNKNOWN_FROM_N),
	shiftFrom: asRead(SHIFT_FROM),
	shiftErrors: numberWord(SHIFT_ERRORS),
	/** Standard deviations, of which the limits are the squares. */
	deviationAtLeast: withComma(String(Math.sqrt(SHIFT_VARIANCE_AT_LEAST.toNumber()))),
	deviationWhenHidden: withComma(String(Math.sqrt(SHIFT_VARIANCE_WHEN_HIDDEN.toNumber()))),
	/** In times the threshold. */
	personsFrom: numberWord(PERSONS_FROM_THRESHOLDS),
	countsFrom: numberWord(COUNTS_FROM_THRESHOLDS),
	/** «5, of 4 of 3»: the usual threshold first. */
	thresholds: [...THRESHOLDS].reverse().join(' of ').replace(' of ', ', of ')
} as const;

export const levelRules: Record<Level, string> = {
	low: `onder ${LIMIT_WORDS.middlingFrom}`,
	middling: `van ${LIMIT_WORDS.middlingFrom} tot ${LIMIT_WORDS.highFrom}`,
	high: `vanaf ${LIMIT_WORDS.highFrom}`
};

/** With as many decimals as it has, two at most. */
function asRead(limit: Fraction): string {
	return withComma(String(Number(limit.toNumber().toFixed(2))));
}
