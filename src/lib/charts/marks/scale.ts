import { t } from '$lib/domain/language/say';
import { Fraction } from '$lib/domain/scoring/fraction';
import { LEVEL_HIGH_FROM, LEVEL_MIDDLING_FROM } from '$lib/domain/scoring/scoring-limits';
import { formatScore } from '$lib/domain/words/score-words';

/** The scale that every chart is drawn on. */
export const SCALE_MIN = 1;
export const SCALE_MAX = 5;
export const SCALE_POINTS: readonly number[] = [1, 2, 3, 4, 5];
/** Where the levels begin. */
export const LEVEL_LIMITS: readonly number[] = [LEVEL_MIDDLING_FROM.toNumber(), LEVEL_HIGH_FROM.toNumber()];

/** Where a value lies on the scale: 0 for 1, 1 for 5. */
export function shareOf(value: number): number {
	return (value - SCALE_MIN) / (SCALE_MAX - SCALE_MIN);
}

/** The same in a drawing that is as wide as the scale: how far from its left. */
export const percentOf = (value: number): string => `${shareOf(value) * 100}%`;

/** How wide what lies between two values is there. */
export const percentBetween = (from: number, to: number): string => `${(shareOf(to) - shareOf(from)) * 100}%`;

/** «3,7», in the same digits as in a table; «geen score» without one. */
export function scoreText(value: number | null): string {
	return value === null ? t`geen score` : formatScore(Fraction.of(Math.round(value * PRECISION), PRECISION));
}

/** Fine enough that no score of people on a questionnaire is rounded over a limit. */
const PRECISION = 1_000_000_000;
