import type { StructureElement } from 'pdfkit';
import { markerPath } from '$lib/charts/marks/marker-path';
import type { SheetGeometry } from '$lib/charts/tafel-marks/sheet-marks';
import { headPath, type TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { WidthOf } from '$lib/charts/tafel-marks/text-width';
import { strong } from '$lib/report/model/report-model';
import { drawFigure, drawLine, drawWords, setLine } from './figure-marks';
import type { Pen } from '$lib/report/pdf/setting/pen';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';

/** Pictures of rows on one axis, drawn mark by mark as vectors; one that is higher than a page goes on on the next. */

/** A sheet and its alternative in words. */
export interface Part {
	sheet: SheetGeometry;
	alt: string;
}

const AFTER = 4;
/** Of a page, since a heading stands above it. */
const MOST_HEIGHT = 0.9;

export const fitsBelowHeading = (pen: Pen, { height }: SheetGeometry) => height <= pen.pageHeight * MOST_HEIGHT;

/** With the letters that it is printed in. */
export const widthIn =
	(pen: Pen): WidthOf =>
	(text, size, bold) =>
		pen.oneLine(bold ? strong(text) : { text }, size).width;

/**
 * As few parts as fit, each with as many rows as the others.
 * @param count of its rows
 * @param partOf those from one row to before another
 */
export function inParts(pen: Pen, count: number, partOf: (from: number, to: number) => Part): Part[] {
	for (let wanted = 1; ; wanted += 1) {
		const each = Math.max(1, Math.ceil(count / wanted));
		const starts = Array.from({ length: Math.max(1, Math.ceil(count / each)) }, (_, index) => index * each);
		const parts = starts.map((start) => partOf(start, start + each));
		if (each === 1 || parts.every(({ sheet }) => fitsBelowHeading(pen, sheet))) return parts;
	}
}

export const partsHeight = (parts: readonly Part[]): number =>
	parts.reduce((sum, { sheet }) => sum + sheet.height + AFTER, 0);

/** The least height to begin with: the first part. */
export const partsStart = (parts: readonly Part[]): number => partsHeight(parts.slice(0, 1));

export function drawParts(pen: Pen, parts: readonly Part[], frame: Frame, parent: StructureElement): void {
	for (const part of parts) {
		const { marks, height } = part.sheet;
		pen.reserve(height + AFTER);
		drawFigure(pen, parent, { frame, height: height + AFTER, alt: part.alt }, () => {
			pen.doc.translate(frame.x, pen.y);
			for (const mark of marks) drawMark(pen, mark, frame.width);
		});
	}
}

/** @param width of the sheet: no text goes past it */
function drawMark(pen: Pen, mark: TafelMark, width: number): void {
	const { doc } = pen;
	switch (mark.kind) {
		case 'marker':
			doc.path(markerPath(mark.shape, mark.size, mark)).fillColor(mark.fill);
			if (!mark.outline) return void doc.fill();
			doc.strokeColor(mark.outline.colour).lineWidth(mark.outline.width).fillAndStroke();
			return;
		case 'line':
			setLine(pen, mark, mark.width);
			drawLine(pen, { x: mark.x1, y: mark.y1 }, { x: mark.x2, y: mark.y2 });
			return void doc.undash();
		case 'head':
			return void doc.path(headPath(mark)).fillColor(mark.fill).fill();
		case 'box':
			return drawBox(pen, mark);
		case 'text':
			return drawWords(
				pen,
				mark.text,
				{ x: mark.x, baseline: mark.baseline, anchor: mark.anchor },
				{ ...mark, width: mark.anchor === 'start' ? width - mark.x : width }
			);
	}
}

function drawBox({ doc }: Pen, box: TafelMark & { kind: 'box' }): void {
	const { x, y, width, height, radius, fill, outline } = box;
	if (fill !== null) doc.fillColor(fill).roundedRect(x, y, width, height, radius).fill();
	if (!outline) return;
	doc.strokeColor(outline.colour).lineWidth(outline.width).lineCap('round').dash(outline.dash, { phase: 0 });
	doc.roundedRect(x, y, width, height, radius).stroke();
	doc.undash().lineCap('butt');
}
