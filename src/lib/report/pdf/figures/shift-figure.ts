import type { StructureElement } from 'pdfkit';
import { shiftsOf, type ShiftRow } from '$lib/charts/over-time/over-time-data';
import { SCALE_POINTS, shareOf } from '$lib/charts/marks/scale';
import { colours, lineStyle } from '$lib/design/tokens';
import type { Figure } from '$lib/report/model/report-model';
import { drawFigure, drawHollowMarker, drawLine, drawMarker, drawRing, drawWords } from './figure-marks';
import type { Pen } from '$lib/report/pdf/setting/pen';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';

const SHIFT = { row: 27, name: 7.75, axis: 12, digit: 7.5, inset: 8, marker: 3.8, ring: 6.4 };
const AFTER = 4;
/** From the middle of the new marker: where the arrowhead begins, how long and how high it is. */
const HEAD = { from: 4.6, length: 5, half: 3.4 };

export function shiftHeight({ chart: { data } }: Figure<'shift'>): number {
	return data.series.length * SHIFT.row + SHIFT.axis + AFTER;
}

/** One line from 1 to 5 for each side: hollow is the old score, filled the new one. */
export function drawShift(pen: Pen, block: Figure<'shift'>, frame: Frame, parent: StructureElement): void {
	const height = shiftHeight(block);
	drawFigure(pen, parent, { frame, height, alt: block.description }, () => {
		const left = frame.x + SHIFT.inset;
		const width = frame.width - 2 * SHIFT.inset;
		const place = (value: number) => left + width * shareOf(value);
		shiftsOf(block.chart.data).forEach((shift, index) =>
			drawRow(pen, shift, pen.y + index * SHIFT.row, place, { x: left, width })
		);
		const baseline = pen.y + height - AFTER - 3;
		for (const point of SCALE_POINTS) {
			const at = { x: place(point), baseline, anchor: 'middle' as const };
			drawWords(pen, String(point), at, { size: SHIFT.digit, colour: colours.muted });
		}
	});
}

function drawRow(pen: Pen, shift: ShiftRow, top: number, place: (value: number) => number, frame: Frame): void {
	const { doc } = pen;
	const style = lineStyle(shift);
	drawHead(pen, shift, top + SHIFT.name, frame);
	const y = top + SHIFT.row - 9;
	doc.strokeColor(colours.rule).lineWidth(0.4);
	for (const point of SCALE_POINTS) drawLine(pen, { x: place(point), y: y - 6 }, { x: place(point), y: y + 6 });
	doc.lineWidth(0.7);
	drawLine(pen, { x: frame.x, y }, { x: frame.x + frame.width, y });
	doc.strokeColor(style.colour).lineWidth(1.5);
	const { from, to } = shift;
	if (from && to) drawLine(pen, { x: place(from.value), y }, { x: place(to.value), y });
	for (const { value } of shift.between) drawLine(pen, { x: place(value), y: y - 4 }, { x: place(value), y: y + 4 });
	if (from) drawHollowMarker(pen, style, { x: place(from.value), y }, SHIFT.marker);
	if (from?.joint) drawRing(pen, style, { x: place(from.value), y }, SHIFT.ring);
	if (!to) return;
	const x = place(to.value);
	if (shift.direction) {
		const start = x - shift.direction * HEAD.from;
		const back = start - shift.direction * HEAD.length;
		doc
			.fillColor(style.colour)
			.polygon([start, y], [back, y - HEAD.half], [back, y + HEAD.half])
			.fill();
	}
	drawMarker(pen, style, { x, y }, SHIFT.marker);
	if (to.joint) drawRing(pen, style, { x, y }, SHIFT.ring);
}

/** The name at the left may be cut short; the figures at the right not. */
function drawHead(pen: Pen, { name, words, sideIndex }: ShiftRow, baseline: number, frame: Frame): void {
	const figures = { size: SHIFT.name, colour: colours.ink };
	drawWords(pen, words, { x: frame.x + frame.width, baseline, anchor: 'end' }, figures);
	const width = frame.width - pen.textWidth(words, 'regular', SHIFT.name) - 8;
	const { colour } = lineStyle({ sideIndex });
	drawWords(pen, name, { x: frame.x, baseline }, { size: SHIFT.name, colour, width, bold: true });
}
