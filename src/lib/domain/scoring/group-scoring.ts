import type { Counts, GroupFigures, ItemFigures } from './figures';
import { Fraction, mean } from './fraction';
import { DIVIDED_ABOVE, MANY_UNKNOWN_FROM, MANY_UNKNOWN_FROM_N, SPREAD_FROM_N } from './scoring-limits';
import type { Answer, Response } from '$lib/domain/measurement/measurement';
import type { Item } from '$lib/domain/questionnaire/questionnaire';

/**
 * One side's figures on a dimension, from the responses of that side only.
 * @param items the items that count: all of the dimension, or in a comparison the shared ones
 */
export function computeGroupFigures(
	groupId: string,
	items: readonly Item[],
	responses: readonly Response[]
): GroupFigures {
	const individuals = responses.filter((response) => response.kind === 'individual');
	const jointResponse = responses.find((response) => response.kind === 'joint');
	const { tallies, scored, respondents } = countAnswers(items, individuals);
	const itemFigures = tallies.map((tally) => computeItemFigures(tally, jointResponse));
	const individualScore = meanOfTotals(scored);
	const joint = jointResponse ? scoreOf(respondentTotal(items, jointResponse)) : null;
	const distribution = distributionOf(scored);
	const spread = mean(itemFigures.flatMap((item) => item.spread ?? []));
	const unknown = itemFigures.reduce((total, item) => total + item.unknown, 0);
	const given = itemFigures.reduce((total, item) => total + item.n, unknown);
	const lowest = distribution[0]?.score;
	const highest = distribution.at(-1)?.score;
	return {
		groupId,
		hidden: false,
		score: individualScore ?? joint,
		basis: individualScore ? 'individual' : joint ? 'joint' : null,
		n: scored.length,
		leftOpen: null,
		distribution,
		range: lowest && highest ? { lowest, highest } : null,
		joint,
		spread,
		divided: spread !== null && DIVIDED_ABOVE.isBelow(spread),
		given,
		unknown,
		manyUnknown: isManyUnknown(respondents, unknown, given),
		items: itemFigures
	};
}

/** How often each answer was given to one item. */
interface Tally {
	itemId: string;
	counts: [number, number, number, number, number];
	unknown: number;
}

/**
 * Everything that is counted, in one go over the respondents: with thousands of them the answers of
 * each are far apart in memory.
 * @returns respondents: who gave any answer, «weet niet» too
 */
function countAnswers(
	items: readonly Item[],
	individuals: readonly Response[]
): { tallies: Tally[]; scored: Total[]; respondents: number } {
	const tallies = items.map(({ id }): Tally => ({ itemId: id, counts: [0, 0, 0, 0, 0], unknown: 0 }));
	const scored: Total[] = [];
	let respondents = 0;
	for (const response of individuals) {
		let answered = false;
		for (const tally of tallies) {
			const answer = response.answers[tally.itemId];
			if (answer === undefined) continue;
			answered = true;
			if (answer === 'unknown') tally.unknown += 1;
			else tally.counts[answer - 1] = (tally.counts[answer - 1] ?? 0) + 1;
		}
		if (answered) respondents += 1;
		const total = respondentTotal(items, response);
		if (total) scored.push(total);
	}
	return { tallies, scored, respondents };
}

interface Total {
	sum: number;
	count: number;
}

/** The valid answers of one respondent, or null when they are half of the items or fewer. */
function respondentTotal(items: readonly Item[], response: Response): Total | null {
	let sum = 0;
	let count = 0;
	for (const item of items) {
		const answer = response.answers[item.id];
		if (answer === undefined || answer === 'unknown') continue;
		sum += answer;
		count += 1;
	}
	return count * 2 > items.length ? { sum, count } : null;
}

function scoreOf(total: Total | null): Fraction | null {
	return total && Fraction.of(total.sum, total.count);
}

/** Adds whole numbers per denominator first, so that thousands of respondents stay cheap and exact. */
function meanOfTotals(totals: readonly Total[]): Fraction | null {
	if (totals.length === 0) return null;
	const sums = new Map<number, number>();
	for (const { sum, count } of totals) sums.set(count, (sums.get(count) ?? 0) + sum);
	const parts = [...sums].map(([count, sum]) => Fraction.of(sum, count));
	return parts.reduce((a, b) => a.plus(b)).dividedBy(totals.length);
}

/** Grouped by value: equal fractions of small whole numbers divide to the very same number, so that is a safe key. */
function distributionOf(totals: readonly Total[]): GroupFigures['distribution'] {
	const found = new Map<number, { score: Fraction; count: number }>();
	for (const { sum, count } of totals) {
		const entry = found.get(sum / count);
		if (entry) entry.count += 1;
		else found.set(sum / count, { score: Fraction.of(sum, count), count: 1 });
	}
	return [...found.values()].sort((a, b) => a.score.compare(b.score));
}

function computeItemFigures({ itemId, counts, unknown }: Tally, jointResponse: Response | undefined): ItemFigures {
	const n = counts.reduce((total, count) => total + count, 0);
	const sum = counts.reduce((total, count, index) => total + count * (index + 1), 0);
	const joint: Answer | null = jointResponse?.answers[itemId] ?? null;
	return {
		itemId,
		hidden: false,
		counts,
		n,
		unknown,
		mean: n > 0 ? Fraction.of(sum, n) : null,
		spread: n >= SPREAD_FROM_N ? averageDeviation(counts, n, sum) : null,
		joint
	};
}

/** Mean distance to the mean: Σ|x − S/n| / n, kept whole as Σ|n·x − S| / n². */
function averageDeviation(counts: Counts, n: number, sum: number): Fraction {
	const distances = counts.reduce((total, count, index) => total + count * Math.abs(n * (index + 1) - sum), 0);
	return Fraction.of(distances, n * n);
}

function isManyUnknown(respondents: number, unknown: number, given: number): boolean {
	if (respondents < MANY_UNKNOWN_FROM_N) return false;
	return !Fraction.of(unknown, given).isBelow(MANY_UNKNOWN_FROM);
}
