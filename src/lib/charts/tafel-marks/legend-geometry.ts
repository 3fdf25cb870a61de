import { arrowMarks } from './arrow-marks';
import { OLD_OUTLINE, ringMark } from './old-and-new';
import { colours, dotStyle, sideStyle } from '$lib/design/tokens';
import { moved, type TafelMark } from './tafel-marks';
import type { WidthOf } from './text-width';

/** What a legend explains, in the order in which it does: exactly what is drawn. */
export type LegendItem =
	| { kind: 'side'; sideIndex: number; name: string }
	| { kind: 'person' | 'mean' | 'joint' | 'hidden' | 'old' | 'new'; sides: readonly number[]; text: string }
	| { kind: 'gap' | 'agreed' | 'change' | 'unclear-change' | 'ring'; text: string }
	| { kind: 'unseen'; sideIndex: number; text: string };

export interface LegendSheet {
	/** What it may take before an item goes to the next line; Infinity for one item alone. */
	width: number;
	letter: number;
	/** The radius of its means, and how far its persons reach. */
	mean: number;
	person: number;
	widthOf: WidthOf;
}

/** In letter sizes. */
const LINE = 1.6;
const BETWEEN = 1.4;
const WORD_GAP = 0.45;
/** On a screen, where an arrow has the thickness of its rule. */
const PAGE_LETTER = 18;

/** The legend under (0, 0), on as many lines as it takes; wider than it may be where one item alone is. */
export function legendGeometry(
	items: readonly LegendItem[],
	sheet: LegendSheet
): { width: number; height: number; marks: TafelMark[] } {
	const { letter, width } = sheet;
	let x = 0;
	let line = 0;
	let reach = 0;
	const marks = items.flatMap((item) => {
		const drawn = legendItemMarks(item, sheet);
		if (x > 0 && x + drawn.width > width) {
			x = 0;
			line += 1;
		}
		const at = drawn.marks.map((mark) => moved(mark, x, (line + 0.5) * LINE * letter));
		reach = Math.max(reach, x + drawn.width);
		x += drawn.width + BETWEEN * letter;
		return at;
	});
	return { width: reach, height: items.length === 0 ? 0 : (line + 1) * LINE * letter, marks };
}

/** One item from (0, 0) to the right, with its middle at 0. */
function legendItemMarks(item: LegendItem, sheet: LegendSheet): { width: number; marks: TafelMark[] } {
	const { letter, widthOf } = sheet;
	const key = legendKey(item, sheet);
	const isSide = item.kind === 'side';
	const text = isSide ? item.name : item.text;
	const x = key.width + WORD_GAP * letter;
	const words: TafelMark = {
		...{ kind: 'text', part: 'legend', sideIndex: isSide ? item.sideIndex : null, text, x },
		...{ baseline: letter * 0.35, size: letter, bold: isSide, anchor: 'start' },
		colour: isSide ? sideStyle(item.sideIndex).colour : colours.muted
	};
	return { width: x + widthOf(text, letter, isSide), marks: [...key.marks, words] };
}

/** The marks that an item explains, from (0, 0) to the right. */
export function legendKey(
	item: LegendItem,
	{ letter, mean, person }: Pick<LegendSheet, 'letter' | 'mean' | 'person'>
): { width: number; marks: TafelMark[] } {
	switch (item.kind) {
		case 'side':
			return markers([item.sideIndex], 'mean', mean * 1.1);
		case 'person':
			return markers(item.sides, 'person', Math.max(person / 2, letter * 0.2));
		case 'mean':
			return markers(item.sides, 'mean', mean);
		case 'new':
			return markers(item.sides, 'mean', mean);
		case 'old':
			return markers(item.sides, 'old', mean);
		case 'joint':
			return markers(item.sides, 'joint', mean);
		case 'gap':
			return bar(letter * 1.2, mean * 0.6);
		case 'change':
			return arrow(true, letter);
		case 'unclear-change':
			return arrow(false, letter);
		case 'ring':
			return ring(mean);
		case 'agreed':
			return box(null, letter);
		case 'hidden':
			return box(item.sides[0] ?? 0, letter);
		case 'unseen':
			return box(item.sideIndex, letter);
	}
}

/** How thick an open marker is drawn, of its size. */
const OUTLINES = { joint: 0.4, old: OLD_OUTLINE, mean: 0, person: 0 };

function markers(sides: readonly number[], part: keyof typeof OUTLINES, size: number) {
	const step = size * 2 + Math.max(2, size * 0.5);
	const marks = sides.map((sideIndex, index): TafelMark => {
		const { marker: shape, colour } = part === 'person' ? dotStyle(sideIndex) : sideStyle(sideIndex);
		const thick = OUTLINES[part];
		const outline = thick > 0 ? { colour, width: size * thick } : null;
		return {
			...{ kind: 'marker', part: 'legend', sideIndex, shape, outline, x: size + index * step, y: 0 },
			size: size * (1 - thick / 2),
			fill: outline ? colours.paper : colour
		};
	});
	return { width: Math.max(0, sides.length - 1) * step + size * 2, marks };
}

function arrow(clear: boolean, letter: number) {
	const width = letter * 2;
	const scale = letter / PAGE_LETTER;
	return {
		width,
		marks: arrowMarks({ sideIndex: null, colour: colours.ink, y: 0, from: 0, to: width, clear, head: true }, scale)
	};
}

/** Around what a side answered together. */
function ring(size: number) {
	return { width: size * 3, marks: [ringMark(null, { x: size * 1.5, y: 0 }, size, colours.muted)] };
}

function bar(width: number, thick: number) {
	const mark: TafelMark = {
		...{ kind: 'line', part: 'legend', sideIndex: null, x1: 0, x2: width, y1: 0, y2: 0 },
		...{ colour: colours.ink, width: thick, dash: [] }
	};
	return { width, marks: [mark] };
}

/** A dashed outline for what is hidden of a side, or the flag of what is agreed. */
function box(sideIndex: number | null, letter: number) {
	const [width, height] = [letter * 1.4, letter * 0.8];
	const outline =
		sideIndex === null
			? null
			: { colour: sideStyle(sideIndex).colour, width: letter * 0.1, dash: [letter * 0.1, letter * 0.25] };
	const mark: TafelMark = {
		...{ kind: 'box', part: 'legend', sideIndex, x: 0, y: -height / 2, width, height, radius: letter * 0.25 },
		...{ fill: sideIndex === null ? colours.ink : null, outline }
	};
	return { width, marks: [mark] };
}
