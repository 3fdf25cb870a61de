import type { Point } from '$lib/charts/marks/point';
import { colours, sideStyle } from '$lib/design/tokens';
import type { MarkerMark } from './tafel-marks';

/** Of its radius: how thick the outline of an old mark is. */
export const OLD_OUTLINE = 2 / 7.5;

/** The score of a side at one of two measurements: an old mark is open, a new one solid. */
export function scoreMark(sideIndex: number, at: Point, radius: number, old: boolean): MarkerMark {
	const { colour, marker: shape } = sideStyle(sideIndex);
	const mark = { kind: 'marker', part: 'mean', sideIndex, shape, ...at } as const;
	if (!old) return { ...mark, size: radius, fill: colour, outline: null };
	const width = radius * OLD_OUTLINE;
	return { ...mark, size: radius - width / 2, fill: colours.paper, outline: { colour, width } };
}

/** Around what a side answered together. */
export function ringMark(sideIndex: number | null, at: Point, radius: number, colour: string): MarkerMark {
	return {
		...{ kind: 'marker', part: 'joint', sideIndex, shape: 'circle', ...at, size: radius * 1.5 },
		...{ fill: 'none', outline: { colour, width: radius * 0.2 } }
	};
}
