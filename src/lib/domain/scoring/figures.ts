import type { Fraction } from './fraction';
import type { Answer } from '$lib/domain/measurement/measurement';
import type { Level } from '$lib/domain/questionnaire/questionnaire';

/** How often each point of the scale was given: index 0 is point 1. */
export type Counts = readonly [number, number, number, number, number];

/** The figures of one item in one group. Individuals only, apart from `joint`. */
export interface ItemFigures {
	itemId: string;
	/** Kept back for anonymity (domain/scoring/anonymity.ts): n and unknown are 0, counts, mean and spread null. */
	hidden: boolean;
	/** Null as well beside a mean, when only the counts are kept back. */
	counts: Counts | null;
	/** Valid answers (1-5) of individuals. */
	n: number;
	/** «Weet niet» of individuals. */
	unknown: number;
	mean: Fraction | null;
	/** Mean distance to the mean (AD), from n = 3. */
	spread: Fraction | null;
	/** The joint answer of the side, a marker of its own. */
	joint: Answer | null;
}

/** The figures of one dimension in one group. */
export interface GroupFigures {
	groupId: string;
	/** Kept back for anonymity (anonymity.ts): all but the items is blank; each item says so for itself. */
	hidden: boolean;
	/** The side's score: of its individuals, or of its joint answers when there are no individuals with a score. */
	score: Fraction | null;
	basis: 'individual' | 'joint' | null;
	/** Individuals with a score on this dimension. */
	n: number;
	/**
	 * In an anonymous measurement, how many others of the group are in none of these figures as they
	 * left something open; else null.
	 */
	leftOpen: number | null;
	/** The individuals' scores, lowest first; empty beside a score when they are kept back for anonymity. */
	distribution: readonly { score: Fraction; count: number }[];
	range: { lowest: Fraction; highest: Fraction } | null;
	joint: Fraction | null;
	/** Mean of the items' AD; null as well when the counts are kept back. */
	spread: Fraction | null;
	divided: boolean;
	/** Given answers of individuals, «weet niet» included. */
	given: number;
	unknown: number;
	manyUnknown: boolean;
	items: readonly ItemFigures[];
}

export type GapWords = 'none' | 'gap' | 'large';

/** Highest minus lowest side. */
export interface Gap {
	size: Fraction;
	words: GapWords;
	highestGroupId: string;
	lowestGroupId: string;
}

export interface DimensionFigures {
	dimensionId: string;
	themeId: string;
	groups: readonly GroupFigures[];
	/** Samenwerkingsscore: mean of the sides' scores, each weighing the same; null if a side has none. */
	score: Fraction | null;
	/** What the level is about: the samenwerkingsscore, else the only side with a score. */
	reference: { score: Fraction; groupId: string | null } | null;
	level: Level | null;
	gap: Gap | null;
	/** max(0; 3,5 − score) + gap; null when there is nothing to rank by. */
	rank: Fraction | null;
}

export interface ThemeFigures {
	themeId: string;
	/** Mean of the samenwerkingsscores of its dimensions, only if all are there. */
	score: Fraction | null;
	groups: readonly { groupId: string; score: Fraction | null }[];
}

export interface MeasurementFigures {
	dimensions: readonly DimensionFigures[];
	themes: readonly ThemeFigures[];
}
