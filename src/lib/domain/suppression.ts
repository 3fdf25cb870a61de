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
 * Whether the figures of a measurement were shown, so that it may be set beside others: an anonymous one is sealed by that.
 * Otherwise a comparison before and one after somebody's answers came in would tell those answers.
 */
export function hasShownFigures({
	privacy,
	status,
	sealed
}: Pick<Measurement, 'privacy' | 'status' | 'sealed'>): boolean {
	return privacy.mode === 'open' || (status === 'closed' && sealed);
}

/**
 * One side's figures over the shared items of a dimension, beside its ordinary figures over all of them. Over some of the items
 * they show only when the ordinary figures show in full: then everyone who answered anything answered all, and whatever
 * is shown is about the same people and weighs them alike. Otherwise nothing shows but the items that show in the
 * ordinary figures: the very same figures.
 * @param shared the items that count, at least one
 * @param all all items of the dimension as the respondents had them
 * @param threshold see computeAnonymousGroupFigures
 */
export function computeAnonymousSharedFigures(
	groupId: string,
	shared: readonly Item[],
	all: readonly Item[],
	responses: readonly Response[],
	threshold: Threshold
): GroupFigures {
	if (shared.length === all.length) return computeAnonymousGroupFigures(groupId, shared, responses, threshold);
	const ordinary = computeAnonymousGroupFigures(groupId, all, responses, threshold);
	const showsInFull = !ordinary.hidden && ordinary.items.every((item) => !item.hidden);
	if (showsInFull) return computeGroupFigures(groupId, shared, individualsIn(responses));
	return onlyItems(
		groupId,
		shared.flatMap(({ id }) => ordinary.items.filter((item) => item.itemId === id))
	);
}

/**
 * One side's figures on a dimension as everyone may see them. Joint answers are left out altogether.
 * @param items all items of the dimension
 * @param threshold the smallest valid n, in respondents, that a visible figure may rest on: 3, 4 or 5
 */
export function computeAnonymousGroupFigures(
	groupId: string,
	items: readonly Item[],
	responses: readonly Response[],
	threshold: Threshold
): GroupFigures {
	const individuals = individualsIn(responses);
	const figures = computeGroupFigures(groupId, items, individuals);
	if (figures.n < threshold) return itemsOnly(figures, threshold);
	// In one go: with thousands of them the answers of each are far apart in memory.
	const people = individuals.map((response) => ({
		scored: hasScore(items, response),
		valid: countValid(items, response)
	}));
	const scored = people.filter((person) => person.scored);
	if (!scored.every(({ valid }) => valid === items.length)) return scoreOnly(figures, threshold);
	const answered = people.filter(({ valid }) => valid > 0);
	return answered.length === scored.length ? figures : withoutItems(figures);
}

const individualsIn = (responses: readonly Response[]) => responses.filter(({ kind }) => kind === 'individual');

/** Valid answers (1-5), from 0 to the number of items. */
function countValid(items: readonly Item[], response: Response): number {
	return items.filter((item) => typeof response.answers[item.id] === 'number').length;
}

/** Too few people have a score: nothing of the dimension, and each item by its own n. */
function itemsOnly({ groupId, items }: GroupFigures, threshold: Threshold): GroupFigures {
	return onlyItems(
		groupId,
		items.map((item) => (item.n < threshold ? hiddenItem(item) : item))
	);
}

function onlyItems(groupId: string, items: readonly ItemFigures[]): GroupFigures {
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
		items
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
