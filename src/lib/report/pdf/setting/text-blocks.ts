import type { StructureElement } from 'pdfkit';
import { colours, themeColour } from '$lib/design/tokens';
import type { Heading, List, Paragraph, Text } from '$lib/report/model/report-model';
import { strong } from '$lib/report/model/report-model';
import { baselineIn, type Pen, type TextStyle } from './pen';
import type { Line } from './typesetting';

export interface Frame {
	x: number;
	width: number;
}

const headingStyles: Record<Heading['level'], TextStyle> = {
	1: { size: 21, lineHeight: 25, before: 0, after: 4 },
	2: { size: 13.5, lineHeight: 17, before: 12, after: 4 },
	3: { size: 11, lineHeight: 14, before: 9, after: 2 }
};
const paragraphStyles: Record<Paragraph['look'], TextStyle> = {
	lead: { size: 12.5, lineHeight: 16.5, before: 2, after: 6 },
	body: { size: 9.75, lineHeight: 13.25, before: 0, after: 5 },
	small: { size: 8.75, lineHeight: 11.75, before: 0, after: 3 }
};
const itemStyle: TextStyle = { size: 9.75, lineHeight: 13.25, before: 0, after: 2.5 };
const ITEM_INDENT = 11;
const LIST_AFTER = 3;
/** A heading of a theme stands beside a bar in the theme's colour. */
const THEME_INDENT = 10;
const THEME_BAR = 4;
/** Fewer lines of a paragraph than this are not left alone at the foot of a page. */
const FEWEST_LINES = 2;

/** A heading as it looks: its style, and where its text begins. */
function headingLines(pen: Pen, { text, level, themeIndex }: Heading, frame: Frame): { lines: Line[]; indent: number } {
	const indent = themeIndex === null ? 0 : THEME_INDENT;
	return { lines: pen.set([strong(text)], headingStyles[level].size, frame.width - indent), indent };
}

export function headingHeight(pen: Pen, block: Heading, frame: Frame): number {
	const style = headingStyles[block.level];
	return style.before + headingLines(pen, block, frame).lines.length * style.lineHeight + style.after;
}

export function drawHeading(pen: Pen, block: Heading, frame: Frame, parent: StructureElement): void {
	const style = headingStyles[block.level];
	const { lines, indent } = headingLines(pen, block, frame);
	if (!pen.atTop) pen.down(style.before);
	const { themeIndex } = block;
	if (themeIndex !== null) drawThemeMark(pen, themeIndex, frame, lines.length * style.lineHeight);
	drawLines(pen, lines, style, frame.x + indent, pen.child(parent, `H${block.level}`), `H${block.level}`);
	pen.down(style.after);
}

/** The edge of a theme, at the left of its headings. */
function drawThemeMark(pen: Pen, themeIndex: number, frame: Frame, height: number): void {
	const { edge } = themeColour(themeIndex);
	pen.artifact(() => pen.doc.fillColor(edge).rect(frame.x, pen.y, THEME_BAR, height).fill());
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

export function listHeight(pen: Pen, { items }: List, frame: Frame): number {
	return items.reduce((height, item) => height + itemHeight(pen, item, frame), LIST_AFTER);
}

export function listStart(pen: Pen, { items }: List, frame: Frame): number {
	return items[0] ? itemHeight(pen, items[0], frame) : 0;
}

function itemHeight(pen: Pen, item: Text, frame: Frame): number {
	return itemLines(pen, item, frame).length * itemStyle.lineHeight + itemStyle.after;
}

const itemLines = (pen: Pen, item: Text, frame: Frame) => pen.set(item, itemStyle.size, frame.width - ITEM_INDENT);

export function drawList(pen: Pen, { items }: List, frame: Frame, parent: StructureElement): void {
	const list = pen.child(parent, 'L');
	items.forEach((item, index) => {
		const lines = itemLines(pen, item, frame);
		// The last item does not go to the next page alone.
		const next = index === items.length - 2 ? items[index + 1] : undefined;
		const together = itemHeight(pen, item, frame) + (next ? itemHeight(pen, next, frame) : 0);
		pen.reserve(together <= pen.pageHeight ? together : Math.min(lines.length * itemStyle.lineHeight, pen.pageHeight));
		const entry = pen.child(list, 'LI');
		const label = pen.child(entry, 'Lbl');
		pen.tagged(label, 'Lbl', () =>
			pen.glyphs('•', 'regular', frame.x + 1, pen.y + baselineIn(itemStyle), itemStyle.size, colours.ink)
		);
		drawLines(pen, lines, itemStyle, frame.x + ITEM_INDENT, pen.child(entry, 'LBody'), 'LBody');
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
