import { answersClosing } from '$lib/domain/intake/response-fits';
import type { AskedIds } from '$lib/domain/measurement/asked';
import type { IndividualResponse, Topics, Trend } from '$lib/domain/measurement/measurement';
import { fixed, integerOf, taker } from '$lib/exchange/encoding/bit-string';

/** The bits of a code for what is asked beside the statements; `response-code.ts` says where they stand. */

/** For one dimension: 0 unanswered, 1 better, 2 same, 3 worse. */
const TREND_BITS = 2;

/** The number of bits for so many dimensions that are asked for a trend. */
export function trendBits(trendCount: number): number {
	return TREND_BITS * trendCount;
}

/** The number of bits for so many dimensions to choose from; none where there is no closing question. */
export function topicBits(choiceCount: number): number {
	return choiceCount === 0 ? 0 : 1 + choiceCount;
}

const trendsByDigit: readonly (Trend | undefined)[] = [undefined, 'better', 'same', 'worse'];

export function bitsOfTrends(trends: IndividualResponse['trends'], asked: readonly string[]): string {
	const given = new Map(Object.entries(trends));
	return asked.map((dimensionId) => fixed(BigInt(trendsByDigit.indexOf(given.get(dimensionId))), TREND_BITS)).join('');
}

export function trendsOfBits(bits: string, asked: readonly string[]): Record<string, Trend> {
	const take = taker(bits);
	return Object.fromEntries(
		asked.flatMap((dimensionId): [string, Trend][] => {
			const trend = trendsByDigit[Number(integerOf(take(TREND_BITS)))];
			return trend === undefined ? [] : [[dimensionId, trend]];
		})
	);
}

export function bitsOfTopics(topics: Topics | undefined, { dimensionIds, closing }: AskedIds): string {
	if (!closing) return '';
	if (!topics) return '0'.repeat(topicBits(dimensionIds.length));
	return ['1', ...dimensionIds.map((id) => Number(topics.includes(id)))].join('');
}

/** @returns undefined when nobody answered, null when these bits are no answer */
export function topicsOfBits(bits: string, context: AskedIds): Topics | null | undefined {
	if (!bits.includes('1')) return undefined;
	const topics = context.dimensionIds.filter((_, place) => bits[place + 1] === '1');
	return bits.startsWith('1') && answersClosing(topics, context) ? topics : null;
}
