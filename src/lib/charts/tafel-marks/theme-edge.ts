import { themeColour } from '$lib/design/tokens';
import type { LineMark } from './tafel-marks';

/** Decoration: nothing rests on seeing it. */
export const GRID = '#DDD9CC';

/** In letter sizes: the edge of a theme, 7 × 32 beside letters of 18. */
const EDGE = { width: 7 / 18, height: 32 / 18 };
/** Larger letters make an edge higher, not wider. */
const MOST_EDGE = 7;
/** The dashes of an edge, in letter sizes, so that a theme is never told by its colour alone. */
const EDGE_DASH = { solid: [], dashed: [0.5, 0.14], dotted: [0.22, 0.14] } as const;
/** From the left of an edge to the words beside it, in letter sizes. */
const EDGE_ROOM = 0.9;
export const edgeRoom = (letter: number): number => Math.min(MOST_EDGE + letter * 0.55, EDGE_ROOM * letter);

/** The edge of a theme, with its middle at this height. */
export function themeEdge(
	themeIndex: number,
	x: number,
	middle: number,
	letter: number,
	height = EDGE.height
): LineMark {
	const { edge, line } = themeColour(themeIndex);
	const [width, half] = [Math.min(MOST_EDGE, EDGE.width * letter), (height * letter) / 2];
	return {
		...{ kind: 'line', part: 'theme', sideIndex: null, x1: x + width / 2, x2: x + width / 2 },
		...{ y1: middle - half, y2: middle + half, colour: edge, width },
		dash: EDGE_DASH[line].map((dash) => dash * letter)
	};
}
