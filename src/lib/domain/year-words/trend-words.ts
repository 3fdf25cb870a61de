import { trendWord, type Trend } from '$lib/domain/measurement/measurement';
import { HIDDEN_WORDS } from '$lib/domain/words/side-words';
import type { DimensionTrend, GroupTrend } from '$lib/domain/scoring/trend-figures';
import type { NameOf } from '$lib/domain/words/score-words';

/** Dutch words for what participants say of a dimension set beside the last time: counts, never percentages. */

/** In the order in which they are asked and told. */
export const TRENDS: readonly Trend[] = ['better', 'same', 'worse'];

/** «Gevraagd aan de deelnemers, tegenover de vorige keer: 5 beter, 3 gelijk, 1 minder goed (Verenigingen); …». */
export function describeTrend({ groups }: DimensionTrend, groupName: NameOf): string {
	const sides = groups.map((side) => `${trendCounts(side)} (${groupName(side.groupId)})`);
	return `Gevraagd aan de deelnemers, tegenover de vorige keer: ${sides.join('; ')}`;
}

/** «5 beter, 3 gelijk, 1 minder goed», or why there is nothing to count. */
export function trendCounts({ hidden, n, counts }: GroupTrend): string {
	if (hidden) return HIDDEN_WORDS;
	if (n === 0) return 'geen antwoord';
	return TRENDS.map((trend) => `${counts[trend]} ${trendWord(trend)}`).join(', ');
}
