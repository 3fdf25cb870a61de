import type { GroupFigures, ItemFigures } from './figures';
import { computeGroupFigures } from './group-scoring';
import { COUNTS_FROM_THRESHOLDS, PERSONS_FROM_THRESHOLDS } from './anonymity-limits';
import type { Measurement, Response, Threshold } from '$lib/domain/measurement/measurement';
import type { Item } from '$lib/domain/questionnaire/questionnaire';

/**
 * Anonymity: what a group's figures keep back. The rules and why they close the arithmetic: docs/scoring.md,
 * «Anonymity». Everything that is combined over groups or dimensions is computed afterwards, from what is left.
 */

/**
 * Whether the figures of a measurement were shown, so that it may be set beside others: an anonymous one is sealed by
 * that. Otherwise a comparison before and one after somebody's answers came in would tell those answers.
 */
export function hasShownFigures({
	privacy,
	status,
	sealed
}: Pick<Measurement, 'privacy' | 'status' | 'sealed'>): boolean {
	return privacy.mode === 'open' || (status === 'closed' && sealed);
}

/**
 * One side's figures on a dimension as everyone may see them, over the items that count. With C the people who answered
 * every item of the dimension and D those who answered any («weet niet» is no answer): when C = D, or C counts at least
 * twice the threshold, all is over C, and the others are in nothing. Otherwise there is one figure, the score of
 * everyone who has one. Joint answers are left out altogether.
 * @param items the items that count, at least one: all of the dimension, or in a comparison the shared ones
 * @param all all items of the dimension as the respondents had them
 * @param threshold the smallest number of people that a visible figure may rest on: 3, 4 or 5
 */
export function computeAnonymousFigures(
	groupId: string,
	items: readonly Item[],
	all: readonly Item[],
	responses: readonly Response[],
	threshold: Threshold
): GroupFigures {
	const individuals = responses.filter(({ kind }) => kind === 'individual');
	const complete: Response[] = [];
	let some = 0;
	for (const response of individuals) {
		const valid = countValid(all, response);
		if (valid > 0) some += 1;
		if (valid === all.length) complete.push(response);
	}
	const isWhole = items.length === all.length;
	if (complete.length < some && complete.length < PERSONS_FROM_THRESHOLDS * threshold) {
		const figures = computeGroupFigures(groupId, all, individuals);
		return isWhole && figures.n >= threshold ? scoreOnly(figures) : nothing(groupId, items);
	}
	if (complete.length < threshold) return nothing(groupId, items);
	const figures = computeGroupFigures(groupId, items, complete);
	const kept = { ...figures, leftOpen: individuals.length - complete.length };
	// Persons over a second choice of items would let them be put together again, item by item.
	return isWhole ? keptBack(kept, complete.length / threshold) : withoutPersons(kept);
}

/** Valid answers (1-5), from 0 to the number of items. */
function countValid(items: readonly Item[], response: Response): number {
	let valid = 0;
	for (const { id } of items) if (typeof response.answers[id] === 'number') valid += 1;
	return valid;
}

/** @param thresholds how many times the threshold the people are */
function keptBack(figures: GroupFigures, thresholds: number): GroupFigures {
	if (thresholds < PERSONS_FROM_THRESHOLDS) return withoutPersons(figures);
	return thresholds < COUNTS_FROM_THRESHOLDS ? withoutCounts(figures) : figures;
}

/** Means and numbers of people, of the dimension and of its items: nothing that tells persons apart. */
function withoutPersons(figures: GroupFigures): GroupFigures {
	return { ...withoutCounts(figures), distribution: [], range: null, divided: false };
}

/** How often each answer was given, beside the persons' scores, would let few people's answers be put together. */
function withoutCounts(figures: GroupFigures): GroupFigures {
	return {
		...figures,
		spread: null,
		items: figures.items.map((item) => ({ ...item, counts: null, spread: null }))
	};
}

/** The score of everyone who has one, and their number. */
function scoreOnly(figures: GroupFigures): GroupFigures {
	return {
		...withoutPersons(figures),
		given: 0,
		unknown: 0,
		manyUnknown: false,
		items: figures.items.map(hiddenItem)
	};
}

function nothing(groupId: string, items: readonly Item[]): GroupFigures {
	return {
		groupId,
		hidden: true,
		score: null,
		basis: null,
		n: 0,
		leftOpen: null,
		distribution: [],
		range: null,
		joint: null,
		spread: null,
		divided: false,
		given: 0,
		unknown: 0,
		manyUnknown: false,
		items: items.map(({ id }) => hiddenItem({ itemId: id }))
	};
}

function hiddenItem({ itemId }: Pick<ItemFigures, 'itemId'>): ItemFigures {
	return { itemId, hidden: true, counts: null, n: 0, unknown: 0, mean: null, spread: null, joint: null };
}
