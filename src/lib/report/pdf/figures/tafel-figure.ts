import type { StructureElement } from 'pdfkit';
import { markerPath } from '$lib/charts/marks/marker-path';
import { oneRowGeometry } from '$lib/charts/tafel/one-row';
import { onlyRows, type Tafel } from '$lib/charts/tafel/tafel-data';
import { tafelWords } from '$lib/charts/tafel/tafel-words';
import { sheetGeometry, type SheetGeometry } from '$lib/charts/tafel/sheet-geometry';
import type { TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import { timesSize } from '$lib/charts/tafel-marks/tafel-sizes';
import type { WidthOf } from '$lib/charts/tafel-marks/text-width';
import { type Figure, strong } from '$lib/report/model/report-model';
import { drawFigure, drawLine, drawWords, setLine } from './figure-marks';
import type { Pen } from '$lib/report/pdf/setting/pen';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';

const AFTER = 4;

/** With the letters that it is printed in. */
const widthIn =
	(pen: Pen): WidthOf =>
	(text, size, bold) =>
		pen.oneLine(bold ? strong(text) : { text }, size).width;

/** Somewhat smaller where it then fits a page; smaller still and no person is seen any more: then it is continued. */
const FACTORS = [1, 0.8, 0.6];
/** Of a page, since a heading stands above it. */
const MOST_HEIGHT = 0.9;

interface Part {
	tafel: Tafel;
	sheet: SheetGeometry;
}

/** The sheets that it is drawn on: one, or where that is higher than a page as few as fit, each with as many rows. */
function partsOf(pen: Pen, { chart: { data } }: Figure<'tafel'>, { width }: Frame): Part[] {
	const { tafel, sizes, others } = data;
	const sheetOf = (shown: Tafel, factor: number) =>
		sheetGeometry(shown, {
			...{ width, widthOf: widthIn(pen), sizes: timesSize(sizes, factor) },
			...(others && { others: timesSize(others, factor) })
		});
	const room = pen.pageHeight * MOST_HEIGHT;
	for (const factor of FACTORS) {
		const sheet = sheetOf(tafel, factor);
		if (sheet.height <= room) return [{ tafel, sheet }];
	}
	for (let count = 2; ; count += 1) {
		const parts = inParts(tafel, count).map((part) => ({ tafel: part, sheet: sheetOf(part, 1) }));
		if (count >= tafel.rows.length || parts.every(({ sheet }) => sheet.height <= room)) return parts;
	}
}

function inParts(tafel: Tafel, count: number): Tafel[] {
	const each = Math.ceil(tafel.rows.length / count);
	return Array.from({ length: Math.ceil(tafel.rows.length / each) }, (_, part) =>
		onlyRows(tafel, (_row, index) => Math.floor(index / each) === part)
	);
}

const rowOf = (pen: Pen, { chart: { data } }: Figure<'tafel-row'>, { width }: Frame): SheetGeometry =>
	oneRowGeometry(data, { width, widthOf: widthIn(pen) });

export const tafelHeight = (pen: Pen, block: Figure<'tafel'>, frame: Frame): number =>
	partsOf(pen, block, frame).reduce((sum, { sheet }) => sum + sheet.height + AFTER, 0);

/** The least height to begin it with: its first sheet. */
export const tafelStart = (pen: Pen, block: Figure<'tafel'>, frame: Frame): number =>
	(partsOf(pen, block, frame)[0]?.sheet.height ?? 0) + AFTER;

export const tafelRowHeight = (pen: Pen, block: Figure<'tafel-row'>, frame: Frame): number =>
	rowOf(pen, block, frame).height + AFTER;

/** The picture as on the screen, mark by mark, as vectors. */
export function drawTafel(pen: Pen, block: Figure<'tafel'>, frame: Frame, parent: StructureElement): void {
	const parts = partsOf(pen, block, frame);
	for (const { tafel, sheet } of parts) {
		pen.reserve(sheet.height + AFTER);
		drawSheet(pen, sheet, parts.length === 1 ? block.description : tafelWords(tafel), frame, parent);
	}
}

export function drawTafelRow(pen: Pen, block: Figure<'tafel-row'>, frame: Frame, parent: StructureElement): void {
	drawSheet(pen, rowOf(pen, block, frame), block.description, frame, parent);
}

function drawSheet(
	pen: Pen,
	{ marks, height }: SheetGeometry,
	alt: string,
	frame: Frame,
	parent: StructureElement
): void {
	drawFigure(pen, parent, { frame, height: height + AFTER, alt }, () => {
		pen.doc.translate(frame.x, pen.y);
		for (const mark of marks) drawMark(pen, mark, frame.width);
	});
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
