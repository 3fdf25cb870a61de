import type { GroupFigures, ItemFigures } from './figures';
import { Fraction } from './fraction';
import { computeGroupFigures, hasScore } from './group-scoring';
import { DISTRIBUTION_FROM_THRESHOLDS } from './limits';
import type { Measurement, Response, Threshold } from './measurement';
import type { Item } from './questionnaire';

/**
 * Anonymity: what a group's figures keep back. The rules and why they close the arithmetic: docs/scoring.md, «Anonymity».
 * Everything that is combined over groups or dimensions is computed afterwards, from what is left.
 */

/** Figures of an anonymous measurement show only once it is closed; of an open one always. */
export function mayShowFigures({ privacy, status }: Pick<Measurement, 'privacy' | 'status'>): boolean {
	return privacy.mode === 'open' || status === 'closed';
}

/**
 * One side's figures on a dimension as everyone may see them. Joint answers are left out altogether.
 * @param items the items that count: all of the dimension, or in a comparison the shared ones
 * @param threshold the smallest valid n, in respondents, that a visible figure may rest on: 3, 4 or 5
 */
export function computeAnonymousGroupFigures(
	groupId: string,
	items: readonly Item[],
	responses: readonly Response[],
	threshold: Threshold
): GroupFigures {
	const individuals = responses.filter((response) => response.kind === 'individual');
	const figures = computeGroupFigures(groupId, items, individuals);
	if (figures.n < threshold) return itemsOnly(figures, threshold);
	const scored = individuals.filter((response) => hasScore(items, response));
	if (!scored.every((response) => countValid(items, response) === items.length)) return scoreOnly(figures, threshold);
	const answered = individuals.filter((response) => countValid(items, response) > 0);
	return answered.length === scored.length ? figures : withoutItems(figures);
}

/** Valid answers (1-5), from 0 to the number of items. */
function countValid(items: readonly Item[], response: Response): number {
	return items.filter((item) => typeof response.answers[item.id] === 'number').length;
}

/** Too few people have a score: nothing of the dimension, and each item by its own n. */
function itemsOnly({ groupId, items }: GroupFigures, threshold: Threshold): GroupFigures {
	return {
		groupId,
		hidden: true,
		score: null,
		basis: null,
		n: 0,
		distribution: [],
		range: null,
		rounded: false,
		joint: null,
		spread: null,
		divided: false,
		given: 0,
		unknown: 0,
		manyUnknown: false,
		items: items.map((item) => (item.n < threshold ? hiddenItem(item) : item))
	};
}

/** Someone with a score left an item out: a small group's persons, and every item, would tell who that is. */
function scoreOnly(figures: GroupFigures, threshold: Threshold): GroupFigures {
	const enough = figures.n >= DISTRIBUTION_FROM_THRESHOLDS * threshold;
	const distribution = enough ? inWholePoints(figures.distribution) : [];
	const lowest = distribution[0]?.score;
	const highest = distribution.at(-1)?.score;
	const range = lowest && highest ? { lowest, highest } : null;
	return { ...withoutItems(figures), distribution, range, rounded: enough };
}

/** The spread is made of the items' spreads, so it goes with them. */
function withoutItems(figures: GroupFigures): GroupFigures {
	return { ...figures, spread: null, divided: false, items: figures.items.map(hiddenItem) };
}

/** A score such as 7/2 among thirds would tell who left one item out: whole points from 1 to 5, half up, do not. */
function inWholePoints(distribution: GroupFigures['distribution']): GroupFigures['distribution'] {
	const counts = new Map<bigint, number>();
	for (const { score, count } of distribution) {
		const point = (2n * score.numerator + score.denominator) / (2n * score.denominator);
		counts.set(point, (counts.get(point) ?? 0) + count);
	}
	return [...counts].map(([point, count]) => ({ score: Fraction.of(point), count }));
}

function hiddenItem({ itemId }: ItemFigures): ItemFigures {
	return { itemId, hidden: true, counts: [0, 0, 0, 0, 0], n: 0, unknown: 0, mean: null, spread: null, joint: null };
}
