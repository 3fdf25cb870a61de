import { compareText } from '$lib/domain/text/compare-text';
import type { DimensionFigures, Gap, GroupFigures, MeasurementFigures, ThemeFigures } from './figures';
import { type Fraction, mean, ZERO } from './fraction';
import { computeGroupFigures } from './group-scoring';
import { gapWords, LEVEL_HIGH_FROM, levelOf } from './scoring-limits';
import type { Group, Privacy, Response } from '$lib/domain/measurement/measurement';
import { dimensionsOf, type Item, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { computeAnonymousFigures } from './anonymity';

/** All figures of a measurement, by the rules of docs/scoring.md. */
export function computeFigures(
	questionnaire: Questionnaire,
	groups: readonly Group[],
	responses: readonly Response[],
	privacy: Privacy
): MeasurementFigures {
	const parts = dimensionsOf(questionnaire).map(({ dimension, theme }) => ({
		dimensionId: dimension.id,
		themeId: theme.id,
		items: dimension.items,
		all: dimension.items
	}));
	return computeFiguresOver(parts, groups, responses, privacy);
}

/** A dimension, and which of its items count. */
export interface CountedItems {
	dimensionId: string;
	themeId: string;
	/** The items that count: all, or in a comparison the shared ones. */
	items: readonly Item[];
	/** All items of the dimension as the respondents had them. */
	all: readonly Item[];
}

/**
 * The figures over these items of these dimensions. In an anonymous measurement each side's figures are hidden where
 * they must be before anything is combined: all else is a function of figures that may be shown.
 */
export function computeFiguresOver(
	parts: readonly CountedItems[],
	groups: readonly Group[],
	responses: readonly Response[],
	privacy: Privacy
): MeasurementFigures {
	const byGroup = groups.map((group) => ({
		groupId: group.id,
		responses: responses.filter((response) => response.groupId === group.id)
	}));
	const dimensions = parts.map((part) =>
		computeDimensionFigures(
			part,
			byGroup.map((side) => computeSide(side.groupId, part, side.responses, privacy))
		)
	);
	const themeIds = [...new Set(parts.map(({ themeId }) => themeId))];
	return {
		dimensions,
		themes: themeIds.map((themeId) =>
			computeThemeFigures(
				themeId,
				groups,
				dimensions.filter((dimension) => dimension.themeId === themeId)
			)
		)
	};
}

function computeSide(
	groupId: string,
	{ items, all }: CountedItems,
	responses: readonly Response[],
	privacy: Privacy
): GroupFigures {
	return privacy.mode === 'open'
		? computeGroupFigures(groupId, items, responses)
		: computeAnonymousFigures(groupId, items, all, responses, privacy.threshold);
}

/** The figures of a dimension out of those of its groups, which keep back what they must. */
export function computeDimensionFigures(
	{ dimensionId, themeId }: Pick<DimensionFigures, 'dimensionId' | 'themeId'>,
	groups: readonly GroupFigures[]
): DimensionFigures {
	const scored = groups.filter((group) => group.score !== null);
	const scores = groups.flatMap((group) => group.score ?? []);
	const score = groups.length > 0 && scores.length === groups.length ? mean(scores) : null;
	const reference = referenceOf(score, scored);
	const gap = computeGap(groups);
	return {
		dimensionId,
		themeId,
		groups,
		score,
		reference,
		level: reference && levelOf(reference.score),
		gap,
		rank: rankOf(reference?.score ?? null, gap)
	};
}

function referenceOf(score: Fraction | null, scored: readonly GroupFigures[]): DimensionFigures['reference'] {
	if (score) return { score, groupId: null };
	const [only, ...others] = scored;
	return only?.score && others.length === 0 ? { score: only.score, groupId: only.groupId } : null;
}

/** Highest minus lowest side; equal sides are named by id, so that the order of the groups does not matter. */
function computeGap(groups: readonly GroupFigures[]): Gap | null {
	const sides = groups
		.flatMap(({ groupId, score }) => (score ? [{ groupId, score }] : []))
		.sort((a, b) => b.score.compare(a.score) || compareText(a.groupId, b.groupId));
	const highest = sides[0];
	const lowest = sides.at(-1);
	if (!highest || !lowest || sides.length < 2) return null;
	const size = highest.score.minus(lowest.score);
	return { size, words: gapWords(size), highestGroupId: highest.groupId, lowestGroupId: lowest.groupId };
}

function rankOf(score: Fraction | null, gap: Gap | null): Fraction | null {
	if (!score && !gap) return null;
	const shortfall = score?.isBelow(LEVEL_HIGH_FROM) ? LEVEL_HIGH_FROM.minus(score) : ZERO;
	return shortfall.plus(gap?.size ?? ZERO);
}

/** @param dimensions those of the theme: it has a score when all of them have one */
export function computeThemeFigures(
	themeId: string,
	groups: readonly Pick<Group, 'id'>[],
	dimensions: readonly DimensionFigures[]
): ThemeFigures {
	const meanIfAll = (scores: (Fraction | null | undefined)[]) => {
		const there = scores.flatMap((score) => score ?? []);
		return there.length === scores.length ? mean(there) : null;
	};
	return {
		themeId,
		score: meanIfAll(dimensions.map((dimension) => dimension.score)),
		groups: groups.map((group) => ({
			groupId: group.id,
			score: meanIfAll(dimensions.map((d) => d.groups.find((side) => side.groupId === group.id)?.score))
		}))
	};
}

/** The dimensions «worth talking about»: highest rank first, ties in questionnaire order, unranked ones left out. */
export function rankDimensions(figures: MeasurementFigures): DimensionFigures[] {
	return figures.dimensions
		.flatMap((dimension) => (dimension.rank ? [{ dimension, rank: dimension.rank }] : []))
		.sort((a, b) => b.rank.compare(a.rank))
		.map(({ dimension }) => dimension);
}

/** The dimensions with a reference score, strongest first; ties in questionnaire order. */
export function strongestDimensions(figures: MeasurementFigures): DimensionFigures[] {
	return figures.dimensions
		.flatMap((dimension) => (dimension.reference ? [{ dimension, score: dimension.reference.score }] : []))
		.sort((a, b) => b.score.compare(a.score))
		.map(({ dimension }) => dimension);
}

/** The dimensions with a gap that has a word, largest first; ties in questionnaire order. */
export function largestGaps(figures: MeasurementFigures): (DimensionFigures & { gap: Gap })[] {
	return figures.dimensions
		.filter((dimension): dimension is DimensionFigures & { gap: Gap } => (dimension.gap?.words ?? 'none') !== 'none')
		.sort((a, b) => b.gap.size.compare(a.gap.size));
}
