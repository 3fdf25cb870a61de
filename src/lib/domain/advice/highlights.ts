import type { DimensionFigures, Gap, MeasurementFigures } from '$lib/domain/scoring/figures';
import { levelOf } from '$lib/domain/scoring/scoring-limits';
import { largestGaps, strongestDimensions } from '$lib/domain/scoring/scoring';

/** What stands out in a result: on its screen and in its report the same. */
export interface Highlights {
	/**
	 * With a reference score, strongest first; none that the sides see differently, none in which a side scores low.
	 */
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
	const strongest = scored.filter(mayBePraised).slice(0, Math.min(SHOWN, Math.ceil(scored.length / 2)));
	return {
		strongest,
		weakest: scored
			.filter((dimension) => !strongest.includes(dimension))
			.slice(-SHOWN)
			.reverse(),
		gaps: largestGaps(figures).slice(0, SHOWN),
		compared: figures.dimensions.filter(({ gap }) => gap !== null).length
	};
}

/** Whether every side has a score, and they see it alike. */
export function isAgreedUpon({ score, gap }: DimensionFigures): boolean {
	return score !== null && gap?.words === 'none';
}

/** Whether every side scores it high, and they see it alike. */
export function isStrength(dimension: DimensionFigures): boolean {
	return isAgreedUpon(dimension) && levelsOf(dimension).every((level) => level === 'high');
}

/** A dispute is no strength, nor is what one side finds bad, however high the mean of the sides. */
function mayBePraised(dimension: DimensionFigures): boolean {
	return (dimension.gap?.words ?? 'none') === 'none' && !levelsOf(dimension).includes('low');
}

function levelsOf({ groups }: DimensionFigures) {
	return groups.flatMap(({ score }) => (score ? [levelOf(score)] : []));
}
