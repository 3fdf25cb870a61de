import type PDFDocument from 'pdfkit';
import type { OutlineItem, StructureElement } from 'pdfkit';
import { colours } from '$lib/design/tokens';
import type { Inline, Text } from '$lib/report/model/report-model';
import type { Face } from './run';
import { setText, type Faces, type Line } from './typesetting';

/** How a piece of text is set: sizes and distances in points. */
export interface TextStyle {
	size: number;
	lineHeight: number;
	before: number;
	after: number;
}

export const PAGE = { left: 48, right: 48, top: 52, bottom: 54 };

/** Draws on the pages of one document and keeps the place; everything it draws is tagged or an artifact. */
export class Pen {
	/** From the top of the page, in points. */
	y = PAGE.top;
	/** Whether nothing stands on this page yet: then space before a block is left out. */
	atTop = true;

	/** The last bookmark of a section, for those within it. */
	#section: OutlineItem | null = null;
	#page = 0;
	/** Pages on which a placeholder stands for a character that no font has; counted from 0. */
	readonly #incomplete = new Set<number>();
	/** Texts are measured before they are drawn, some more than once. */
	readonly #known = new Map<string, Line[]>();

	constructor(
		readonly doc: PDFDocument,
		private readonly faces: Faces
	) {
		this.newPage();
	}

	get width(): number {
		return this.doc.page.width - PAGE.left - PAGE.right;
	}

	/** What is left on this page, in points. */
	get room(): number {
		return this.doc.page.height - PAGE.bottom - this.y;
	}

	get pageHeight(): number {
		return this.doc.page.height - PAGE.top - PAGE.bottom;
	}

	/** Whether every character on this page could be drawn. */
	get complete(): boolean {
		return !this.#incomplete.has(this.#page);
	}

	/** Back to a page that was drawn before; counted from 0. */
	goToPage(index: number): void {
		this.doc.switchToPage(index);
		this.#page = index;
	}

	newPage(): void {
		this.doc.addPage();
		this.#page = this.doc.bufferedPageRange().count - 1;
		this.y = PAGE.top;
		this.atTop = true;
	}

	/** Goes to a new page when less is left, unless this one is still empty. */
	reserve(height: number): void {
		if (height > this.room && !this.atTop) this.newPage();
	}

	down(distance: number): void {
		this.y += distance;
		this.atTop = false;
	}

	/** A bookmark to this place: a part of a section lies under its section. */
	bookmark(level: 1 | 2 | 3, title: string): void {
		const place = { left: this.doc.page.width, top: this.y, zoom: 0 };
		const parent = level === 3 ? (this.#section ?? this.doc.outline) : this.doc.outline;
		const item = parent.addItem(title, place);
		if (level < 3) this.#section = item;
	}

	/** A new element in the document's structure. */
	child(parent: StructureElement, type: string, options: Parameters<PDFDocument['struct']>[1] = {}): StructureElement {
		const element = this.doc.struct(type, options);
		parent.add(element);
		return element;
	}

	/** What is drawn is the content of the element. */
	tagged(element: StructureElement, tag: string, draw: () => void): void {
		const content = this.doc.markStructureContent(tag);
		draw();
		this.doc.endMarkedContent();
		element.add(content);
	}

	/** What is drawn says nothing: lines, colours, page numbers. */
	artifact(draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
		this.doc.markContent('Artifact', { type });
		this.doc.save();
		draw();
		this.doc.restore();
		this.doc.endMarkedContent();
	}

	set(text: Text, size: number, width: number): Line[] {
		const key = JSON.stringify([size, width, text]);
		const lines = this.#known.get(key) ?? setText(text, size, width, this.faces);
		this.#known.set(key, lines);
		return lines;
	}

	/** Text on one line: what fits the width, with an ellipsis when not all does. */
	oneLine(text: Inline, size: number, width = Infinity): Line {
		const [whole, ...more] = this.set([text], size, width);
		if (whole && more.length === 0) return whole;
		const [part] = this.set([text], size, width - this.textWidth('…', 'bold', size));
		return this.oneLine({ ...text, text: `${(part?.text ?? '').trimEnd()}…` }, size);
	}

	textWidth(text: string, face: Face, size: number): number {
		return this.faces.width(face, size, text);
	}

	/** @param baseline of the line, from the top of the page */
	line(line: Line, x: number, baseline: number, size: number, colour: string = colours.ink): void {
		for (const run of line.runs) {
			const actual = run.original ?? run.readAs;
			if (actual !== null) this.doc.markContent('Span', { actual });
			this.glyphs(run.text, run.face, x + run.x, baseline, size, run.muted ? colours.muted : colour);
			if (actual !== null) this.doc.endMarkedContent();
			if (run.original !== null) this.#incomplete.add(this.#page);
		}
	}

	glyphs(text: string, face: Face, x: number, baseline: number, size: number, colour: string): void {
		this.doc.font(face).fontSize(size).fillColor(colour);
		const features = this.faces.without(face, text);
		this.doc.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', ...(features && { features }) });
	}
}

/** Where the letters of a line stand within its height. */
export const baselineIn = (style: Pick<TextStyle, 'size' | 'lineHeight'>): number =>
	(style.lineHeight + style.size * 0.7) / 2;
