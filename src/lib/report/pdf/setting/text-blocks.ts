import type { StructureElement } from 'pdfkit';
import { colours } from '$lib/design/tokens';
import type { Heading, List, Paragraph, Text } from '$lib/report/model/report-model';
import { strong } from '$lib/report/model/report-model';
import { baselineIn, type Pen, type TextStyle } from './pen';
import { drawThemeEdge } from './theme-edge';
import type { Line } from './typesetting';

export interface Frame {
	x: number;
	width: number;
}

const headingStyles: Record<Heading['level'], TextStyle> = {
	1: { size: 36, lineHeight: 39, before: 12, after: 10 },
	2: { size: 13.5, lineHeight: 17, before: 12, after: 4 },
	3: { size: 11, lineHeight: 14, before: 9, after: 2 }
};
/** The title of page one is smaller where it would take more than two lines. */
const longTitle: TextStyle = { size: 24, lineHeight: 28, before: 12, after: 8 };
const TITLE_LINES = 2;
const paragraphStyles: Record<Paragraph['look'], TextStyle> = {
	opening: { size: 18, lineHeight: 24, before: 2, after: 8 },
	lead: { size: 12.5, lineHeight: 16.5, before: 2, after: 6 },
	body: { size: 9.75, lineHeight: 13.25, before: 0, after: 5 },
	small: { size: 8.75, lineHeight: 11.75, before: 0, after: 3 }
};
const itemStyle: TextStyle = { size: 9.75, lineHeight: 13.25, before: 0, after: 2.5 };
const BULLET_INDENT = 11;
const NUMBER_INDENT = 16;
const LIST_AFTER = 3;
/** A heading of a theme stands beside the theme's edge. */
const THEME_INDENT = 11;
/** Fewer lines of a paragraph than this are not left alone at the foot of a page. */
const FEWEST_LINES = 2;

/** A heading as it looks: its style, and where its text begins. */
function set(pen: Pen, block: Heading, frame: Frame): { style: TextStyle; lines: Line[]; indent: number } {
	const { text, level, themeIndex } = block;
	const indent = themeIndex === null ? 0 : THEME_INDENT;
	const setIn = (style: TextStyle) => ({
		style,
		indent,
		lines: pen.set([strong(text)], style.size, frame.width - indent)
	});
	const large = setIn(headingStyles[level]);
	return level === 1 && large.lines.length > TITLE_LINES ? setIn(longTitle) : large;
}

export function headingHeight(pen: Pen, block: Heading, frame: Frame): number {
	const { style, lines } = set(pen, block, frame);
	return style.before + lines.length * style.lineHeight + style.after;
}

export function drawHeading(pen: Pen, block: Heading, frame: Frame, parent: StructureElement): void {
	const { style, lines, indent } = set(pen, block, frame);
	if (!pen.atTop) pen.down(style.before);
	const { themeIndex, level } = block;
	if (themeIndex !== null)
		pen.artifact(() =>
			drawThemeEdge(pen.doc, themeIndex, { ...frame, y: pen.y, height: lines.length * style.lineHeight })
		);
	drawLines(pen, lines, style, frame.x + indent, pen.child(parent, `H${level}`), `H${level}`);
	pen.down(style.after);
}

export function paragraphHeight(pen: Pen, { text, look }: Paragraph, frame: Frame): number {
	const style = paragraphStyles[look];
	return style.before + pen.set(text, style.size, frame.width).length * style.lineHeight + style.after;
}

/** The least height to begin a paragraph with. */
export function paragraphStart(pen: Pen, block: Paragraph, frame: Frame): number {
	return Math.min(paragraphHeight(pen, block, frame), FEWEST_LINES * paragraphStyles[block.look].lineHeight);
}

export function drawParagraph(pen: Pen, { text, look }: Paragraph, frame: Frame, parent: StructureElement): void {
	const style = paragraphStyles[look];
	if (!pen.atTop) pen.down(style.before);
	const lines = pen.set(text, style.size, frame.width);
	drawLines(pen, lines, style, frame.x, pen.child(parent, 'P'), 'P');
	pen.down(style.after);
}

export function listHeight(pen: Pen, block: List, frame: Frame): number {
	return block.items.reduce((height, item) => height + itemHeight(pen, block, item, frame), LIST_AFTER);
}

export function listStart(pen: Pen, block: List, frame: Frame): number {
	const [first] = block.items;
	return first ? itemHeight(pen, block, first, frame) : 0;
}

function itemHeight(pen: Pen, block: List, item: Text, frame: Frame): number {
	return itemLines(pen, block, item, frame).length * itemStyle.lineHeight + itemStyle.after;
}

const indentOf = ({ numbered }: List) => (numbered ? NUMBER_INDENT : BULLET_INDENT);
const itemLines = (pen: Pen, list: List, item: Text, frame: Frame) =>
	pen.set(item, itemStyle.size, frame.width - indentOf(list));

export function drawList(pen: Pen, block: List, frame: Frame, parent: StructureElement): void {
	const list = pen.child(parent, 'L');
	const { items, numbered } = block;
	items.forEach((item, index) => {
		const lines = itemLines(pen, block, item, frame);
		// The last item does not go to the next page alone.
		const next = index === items.length - 2 ? items[index + 1] : undefined;
		const together = itemHeight(pen, block, item, frame) + (next ? itemHeight(pen, block, next, frame) : 0);
		pen.reserve(together <= pen.pageHeight ? together : Math.min(lines.length * itemStyle.lineHeight, pen.pageHeight));
		const entry = pen.child(list, 'LI');
		const label = pen.child(entry, 'Lbl');
		pen.tagged(label, 'Lbl', () =>
			pen.glyphs(
				numbered ? `${index + 1}.` : '•',
				'regular',
				frame.x + (numbered ? 0 : 1),
				pen.y + baselineIn(itemStyle),
				itemStyle.size,
				colours.ink
			)
		);
		drawLines(pen, lines, itemStyle, frame.x + indentOf(block), pen.child(entry, 'LBody'), 'LBody');
		pen.down(itemStyle.after);
	});
	pen.down(LIST_AFTER);
}

/** Draws lines under each other, on as many pages as they need, as the content of one element. */
export function drawLines(
	pen: Pen,
	lines: readonly Line[],
	style: TextStyle,
	x: number,
	element: StructureElement,
	tag: string
): void {
	for (let done = 0; done < lines.length;) {
		pen.reserve(style.lineHeight);
		const fitting = Math.max(1, Math.floor(pen.room / style.lineHeight));
		// Nor does one line go to the next page alone.
		const count = lines.length - done - fitting === 1 && fitting > FEWEST_LINES ? fitting - 1 : fitting;
		const part = lines.slice(done, done + count);
		pen.tagged(element, tag, () => {
			for (const line of part) {
				pen.line(line, x, pen.y + baselineIn(style), style.size);
				pen.down(style.lineHeight);
			}
		});
		done += part.length;
	}
}
