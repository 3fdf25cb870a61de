import { markerPath } from '$lib/charts/marks/marker-path';
import type { Point } from '$lib/charts/marks/point';
import type { LineStyle } from '$lib/design/tokens';
import { strong } from '$lib/report/model/report-model';
import type { StructureElement } from 'pdfkit';
import type { Pen } from '$lib/report/pdf/setting/pen';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';

/** Draws a figure of this height at the pen, as one element with its alternative in words, and moves below it. */
export function drawFigure(
	pen: Pen,
	parent: StructureElement,
	{ frame, height, alt }: { frame: Frame; height: number; alt: string },
	draw: () => void
): void {
	const bbox = [frame.x, pen.y, frame.x + frame.width, pen.y + height] as const;
	const figure = pen.child(parent, 'Figure', { alt, bbox });
	pen.tagged(figure, 'Figure', () => {
		pen.doc.save();
		draw();
		pen.doc.restore();
	});
	pen.down(height);
}

/** The next lines get this colour, dash and width. */
export function setLine(
	{ doc }: Pick<Pen, 'doc'>,
	{ colour, dash }: Pick<LineStyle, 'colour' | 'dash'>,
	width: number
): void {
	doc.strokeColor(colour).lineWidth(width);
	if (dash.length > 0) doc.dash(dash, { phase: 0 });
	else doc.undash();
}

export function drawMarker(
	{ doc }: Pick<Pen, 'doc'>,
	{ colour, marker }: Pick<LineStyle, 'colour' | 'marker'>,
	at: Point,
	size: number
): void {
	doc
		.path(markerPath(marker, size, at))
		.fillColor(colour)
		.fill();
}

/** A ring around a marker: a joint answer. */
export function drawRing({ doc }: Pick<Pen, 'doc'>, { colour }: LineStyle, { x, y }: Point, radius: number): void {
	doc.undash().lineWidth(0.8).strokeColor(colour).circle(x, y, radius).stroke();
}

/** A straight line between two points. */
export function drawLine({ doc }: Pick<Pen, 'doc'>, from: Point, to: Point): void {
	doc.moveTo(from.x, from.y).lineTo(to.x, to.y).stroke();
}

export interface WordsStyle {
	size: number;
	colour: string;
	/** Shorter where it would be wider, in points. */
	width?: number;
	bold?: boolean;
}

/** Text on one line, with its start, its middle or its end at x. */
export function drawWords(
	pen: Pen,
	text: string,
	at: { x: number; baseline: number; anchor?: 'start' | 'middle' | 'end' },
	{ size, colour, width = Infinity, bold = false }: WordsStyle
): void {
	const line = pen.oneLine(bold ? strong(text) : { text }, size, width);
	const shift = { start: 0, middle: line.width / 2, end: line.width }[at.anchor ?? 'start'];
	pen.line(line, at.x - shift, at.baseline, size, colour);
}
