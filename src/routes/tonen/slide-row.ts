/** What the room looks at: the picture of all, one dimension, or what was agreed. */
export type Slide = { kind: 'overview' } | { kind: 'topic'; dimensionId: string } | { kind: 'ending' };

/** In the order in which they come: a dimension for each topic. */
export function slidesOf(topics: readonly string[]): Slide[] {
	return [
		{ kind: 'overview' },
		...topics.map((dimensionId): Slide => ({ kind: 'topic', dimensionId })),
		{ kind: 'ending' }
	];
}

/**
 * The slide at a step: from 1, or the id of a dimension that is none of the topics.
 * @param step as it stands in an address, and so whatever people make of it
 * @param dimensionIds those there are
 */
export function slideAt(step: string, slides: readonly Slide[], dimensionIds: readonly string[]): Slide {
	if (dimensionIds.includes(step)) return { kind: 'topic', dimensionId: step };
	const place = Math.min(Math.max(1, Math.trunc(Number(step)) || 1), slides.length);
	return slides[place - 1] ?? { kind: 'overview' };
}

/** Where a slide is in the row; -1 for a dimension that is none of the topics. */
export function placeOf(slide: Slide, slides: readonly Slide[]): number {
	return slides.findIndex((one) => stepIn(one) === stepIn(slide));
}

/** As it stands in the address. */
export function stepOf(slide: Slide, slides: readonly Slide[]): string {
	const place = placeOf(slide, slides);
	return place === -1 && slide.kind === 'topic' ? slide.dimensionId : String(place + 1);
}

function stepIn(slide: Slide): string {
	return slide.kind === 'topic' ? `topic ${slide.dimensionId}` : slide.kind;
}
