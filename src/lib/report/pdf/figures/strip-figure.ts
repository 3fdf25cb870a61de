import type { StructureElement } from 'pdfkit';
import { SCALE_POINTS, shareOf } from '$lib/charts/marks/scale';
import type { StripData, StripRow } from '$lib/charts/strips/strip-data';
import { colours, dotStyle, sideStyle } from '$lib/design/tokens';
import type { Figure } from '$lib/report/model/report-model';
import { drawFigure, drawLine, drawMarker, drawWords } from './figure-marks';
import type { Pen } from '$lib/report/pdf/setting/pen';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';

/** `clear` is how much of a row the name takes. */
const STRIP = { row: 25, name: 7.75, clear: 10.5, lane: 15, axis: 12, digit: 7.5, inset: 8 };

export function stripHeight({ chart: { data } }: Figure<'strip'>): number {
	return data.rows.length * STRIP.row + (data.agreed === null ? 0 : STRIP.lane) + STRIP.axis + 4;
}

/** One line from 1 to 5 for each side: dots for people, a tick for their mean, a marker for a joint answer. */
export function drawStrip(pen: Pen, block: Figure<'strip'>, frame: Frame, parent: StructureElement): void {
	drawFigure(pen, parent, { frame, height: stripHeight(block), alt: block.description }, () =>
		drawShapes(pen, block.chart.data, frame)
	);
}

function drawShapes(pen: Pen, data: StripData, frame: Frame): void {
	const { doc } = pen;
	const left = frame.x + STRIP.inset;
	const width = frame.width - 2 * STRIP.inset;
	const place = (value: number) => left + width * shareOf(value);
	const bottom = pen.y + data.rows.length * STRIP.row;
	if (data.gap) {
		doc.fillColor(colours.rule).fillOpacity(0.18);
		doc.rect(place(data.gap.from), pen.y, place(data.gap.to) - place(data.gap.from), bottom - pen.y).fill();
		doc.fillOpacity(1);
	}
	const lane = data.agreed === null ? 0 : STRIP.lane;
	for (const point of SCALE_POINTS) {
		const x = place(point);
		doc.strokeColor(colours.rule).lineWidth(0.4);
		drawBesideNames(pen, data, x, bottom + lane);
		const at = { x, baseline: bottom + lane + STRIP.axis - 3, anchor: 'middle' as const };
		drawWords(pen, String(point), at, { size: STRIP.digit, colour: colours.muted });
	}
	data.rows.forEach((row, index) => drawRow(pen, row, pen.y + index * STRIP.row, place, { x: left, width }));
	if (data.agreed !== null) drawAgreed(pen, data, place(data.agreed), bottom + STRIP.lane / 2);
}

/** An upright line through every row to `end`, which leaves out where the names of the groups stand. */
function drawBesideNames(pen: Pen, { rows }: StripData, x: number, end: number): void {
	rows.forEach((_, index) => {
		const top = pen.y + index * STRIP.row;
		drawLine(pen, { x, y: top + STRIP.clear }, { x, y: index === rows.length - 1 ? end : top + STRIP.row });
	});
}

function drawRow(pen: Pen, row: StripRow, top: number, place: (value: number) => number, frame: Frame): void {
	const { doc } = pen;
	const style = sideStyle(row.sideIndex);
	const name = { size: STRIP.name, colour: style.colour, width: frame.width, bold: true };
	drawWords(pen, row.name, { x: frame.x, baseline: top + STRIP.name }, name);
	const y = top + STRIP.row - 8;
	doc.strokeColor(colours.rule).lineWidth(0.7);
	drawLine(pen, { x: frame.x, y }, { x: frame.x + frame.width, y });
	for (const dot of row.dots)
		drawMarker(pen, dotStyle(row.sideIndex), { x: place(dot.value), y }, Math.min(6, 1.9 + Math.sqrt(dot.count)));
	if (row.mean !== null) {
		const x = place(row.mean);
		doc.strokeColor(style.colour).lineWidth(1.8);
		drawLine(pen, { x, y: y - 6.5 }, { x, y: y + 6.5 });
	}
	if (row.joint !== null) drawMarker(pen, style, { x: place(row.joint), y }, 4.4);
}

function drawAgreed(pen: Pen, data: StripData, x: number, y: number): void {
	const { doc } = pen;
	doc.strokeColor(colours.ink).lineWidth(0.9);
	drawBesideNames(pen, data, x, y);
	doc.fillColor(colours.surface).circle(x, y, 5.5).fillAndStroke();
	drawWords(pen, 'A', { x, baseline: y + 2.7, anchor: 'middle' }, { size: 7.5, colour: colours.ink, bold: true });
}
