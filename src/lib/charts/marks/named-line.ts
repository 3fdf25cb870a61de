import type { LinePlace } from '$lib/design/tokens';

/** A line of a picture with what it is called, as a legend has it. */
export interface NamedLine extends LinePlace {
	name: string;
}

/** The lines of pictures that all have the same: one legend serves them all. */
export function sharedLines(pictures: readonly { series: readonly NamedLine[] }[]): readonly NamedLine[] {
	return pictures[0]?.series ?? [];
}
