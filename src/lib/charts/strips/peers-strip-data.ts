import type { OthersSpread } from '$lib/domain/comparing/peers';
import type { Fraction } from '$lib/domain/scoring/fraction';

/** One measurement among unnamed others on a line from 1 to 5, in points of the scale. */
export interface PeersStripData {
	/** One entry for each different score of the others. */
	dots: { value: number; count: number }[];
	/** From the first to the third quartile of the others. */
	middleHalf: { from: number; to: number };
	median: number;
	own: number | null;
}

export function peersStripOf({ scores, quartiles }: OthersSpread, own: Fraction | null): PeersStripData {
	return {
		dots: scores.map(({ score, count }) => ({ value: score.toNumber(), count })),
		middleHalf: { from: quartiles.first.toNumber(), to: quartiles.third.toNumber() },
		median: quartiles.median.toNumber(),
		own: own?.toNumber() ?? null
	};
}
