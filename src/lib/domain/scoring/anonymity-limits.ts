/**
 * The limits of docs/scoring.md, «Anonymity», apart from the others: the participant's page speaks of
 * them and needs no fractions.
 */

/** The scores of persons (marks, range, «verdeeld») and trend counts show from so many times the threshold … */
export const PERSONS_FROM_THRESHOLDS = 2;
/** … and how often each answer was given, with the spread of it, from so many. */
export const COUNTS_FROM_THRESHOLDS = 4;
