import type { DimensionFigures, Gap, MeasurementFigures } from '$lib/domain/scoring/figures';
import { largestGaps, strongestDimensions } from '$lib/domain/scoring/scoring';

/** What stands out in a result: on its screen and in its report the same. */
export interface Highlights {
	/** With a reference score, strongest first; empty when there is none anywhere. */
	strongest: readonly DimensionFigures[];
	/** Those with the lowest score, lowest first, none that is among the strongest. */
	weakest: readonly DimensionFigures[];
	/** With a gap that has a word, largest first. */
	gaps: readonly (DimensionFigures & { gap: Gap })[];
	/** Of how many dimensions the groups can be compared. */
	compared: number;
}

const SHOWN = 3;

export function highlightsOf(figures: MeasurementFigures): Highlights {
	const scored = strongestDimensions(figures);
	// With few scored dimensions the two lists would repeat each other: the strongest come first.
	const strongest = scored.slice(0, Math.min(SHOWN, Math.ceil(scored.length / 2)));
	return {
		strongest,
		weakest: scored.slice(strongest.length).slice(-SHOWN).reverse(),
		gaps: largestGaps(figures).slice(0, SHOWN),
		compared: figures.dimensions.filter(({ gap }) => gap !== null).length
	};
}
