import { barsGeometry, type BarsGeometry, type BarsOfDimension } from '$lib/charts/overview/bars-geometry';
import type { OverviewData } from '$lib/charts/overview/overview-data';
import { colours, themeColour } from '$lib/design/tokens';
import { strong } from '$lib/report/model/report-model';
import { drawLine, drawMarker, drawWords } from './figure-marks';
import type { Pen } from '$lib/report/pdf/setting/pen';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';

const BARS = { size: 9.5, width: 400, before: 4 };

export const barsHeight = (pen: Pen, data: OverviewData, frame: Frame) =>
	geometryOf(pen, data, frame).height + BARS.before;

const widthIn = (frame: Frame) => Math.min(BARS.width, frame.width);

function geometryOf(pen: Pen, data: OverviewData, frame: Frame): BarsGeometry {
	const width = widthIn(frame);
	const linesOf = (name: string) => pen.set([strong(name)], BARS.size, width).map(({ text }) => text);
	return barsGeometry(data, { width, size: BARS.size, linesOf });
}

/** The bars of every dimension, in the middle of the frame. */
export function drawBars(pen: Pen, data: OverviewData, frame: Frame): void {
	const geometry = geometryOf(pen, data, frame);
	pen.doc.translate(frame.x + (frame.width - widthIn(frame)) / 2, pen.y + BARS.before);
	pen.doc.strokeColor(colours.rule).lineWidth(0.4);
	for (const { top, bottom } of geometry.dimensions)
		for (const { x } of geometry.points) drawLine(pen, { x, y: top }, { x, y: bottom });
	for (const dimension of geometry.dimensions) drawDimension(pen, dimension);
	for (const { value, x } of geometry.points) {
		const at = { x, baseline: geometry.digitBaseline, anchor: 'middle' as const };
		drawWords(pen, String(value), at, { size: BARS.size * 0.8, colour: colours.muted });
	}
}

function drawDimension(pen: Pen, { themeIndex, lines, bars }: BarsOfDimension): void {
	const { edge } = themeColour(themeIndex);
	const name = { size: BARS.size, colour: edge, bold: true };
	for (const { text, baseline } of lines) drawWords(pen, text, { x: 0, baseline }, name);
	for (const { style, marker, box, text, textX, baseline } of bars) {
		drawMarker(pen, style, marker, BARS.size * 0.38);
		if (box) pen.doc.fillColor(style.colour).rect(box.x, box.y, box.width, box.height).fill();
		const score = { size: BARS.size, colour: box ? colours.ink : colours.muted, bold: box !== null };
		drawWords(pen, text, { x: textX, baseline }, score);
	}
}
