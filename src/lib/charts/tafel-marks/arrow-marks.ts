import type { TafelMark } from './tafel-marks';

export interface Arrow {
	sideIndex: number | null;
	colour: string;
	y: number;
	/** Where its shaft begins and where its head ends. */
	from: number;
	to: number;
	/** Clear: 5 thick with a filled head; else 2 thick with an open one. */
	clear: boolean;
	/** There is room for one. */
	head: boolean;
}

const CLEAR = { thick: 5, long: 11, half: 8 };
const UNCLEAR = { thick: 2, long: 7, half: 6 };

/** @param scale of its thickness and its head */
export function arrowMarks({ sideIndex, colour, y, from, to, clear, head }: Arrow, scale = 1): TafelMark[] {
	const { thick, long, half } = clear ? CLEAR : UNCLEAR;
	const back = -Math.sign(to - from) * long * scale;
	const own = { part: clear ? 'change' : 'unclear-change', sideIndex } as const;
	const line = { kind: 'line', ...own, colour, width: thick * scale, dash: [] } as const;
	if (!head) return [{ ...line, x1: from, x2: to, y1: y, y2: y }];
	if (clear)
		return [
			// A filled head ends the shaft, with no seam between them.
			{ ...line, x1: from, x2: to + back * 0.9, y1: y, y2: y },
			{ kind: 'head', ...own, x: to, y, long: back, half: half * scale, fill: colour }
		];
	return [
		{ ...line, x1: from, x2: to, y1: y, y2: y },
		...[-1, 1].map((up): TafelMark => ({ ...line, x1: to + back, x2: to, y1: y + up * half * scale, y2: y }))
	];
}
