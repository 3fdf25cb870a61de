import type { StructureElement } from 'pdfkit';
import { sharedLines } from '$lib/charts/marks/named-line';
import { overTimeWords, type TimelinePlot } from '$lib/charts/over-time/over-time-data';
import { timelineGeometry, type TimelineGeometry } from '$lib/charts/over-time/timeline-geometry';
import { colours, themeColour } from '$lib/design/tokens';
import { strong, type Figure } from '$lib/report/model/report-model';
import { drawLegend, legendHeight } from './figure-legend';
import { drawFigure, drawLine, drawMarker, drawRing, drawWords, setLine } from './figure-marks';
import type { Pen } from '$lib/report/pdf/setting/pen';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';

const GRID = { column: 150, gap: 16, after: 10, beforePlots: 6 };
const TITLE = { size: 8.75, line: 11, bar: 3, indent: 7, after: 3 };
const PLOT = { height: 96, size: 7, marker: 2.6, ring: 4.6 };

/** As many plots beside each other as fit. */
function rowsOf(plots: readonly TimelinePlot[], frame: Frame): { columns: Frame[]; rows: TimelinePlot[][] } {
	const count = Math.max(1, Math.floor((frame.width + GRID.gap) / (GRID.column + GRID.gap)));
	const width = (frame.width - (count - 1) * GRID.gap) / count;
	const columns = Array.from({ length: count }, (_, index) => ({ x: frame.x + index * (width + GRID.gap), width }));
	const rows = Array.from({ length: Math.ceil(plots.length / count) }, (_, row) =>
		plots.slice(row * count, (row + 1) * count)
	);
	return { columns, rows };
}

const titleLines = (pen: Pen, { title }: TimelinePlot, width: number) =>
	pen.set([strong(title)], TITLE.size, width - TITLE.indent);

/** The plots of a row begin below the longest of their titles. */
function titlesHeight(pen: Pen, row: readonly TimelinePlot[], width: number): number {
	return Math.max(...row.map((plot) => titleLines(pen, plot, width).length)) * TITLE.line + TITLE.after;
}

function rowHeight(pen: Pen, row: readonly TimelinePlot[], width: number): number {
	return titlesHeight(pen, row, width) + PLOT.height + GRID.after;
}

function headHeight(pen: Pen, plots: readonly TimelinePlot[], frame: Frame): number {
	return legendHeight(pen, sharedLines(plots.map(({ data }) => data)), frame) + GRID.beforePlots;
}

export function timelinesHeight(pen: Pen, { chart }: Figure<'timelines'>, frame: Frame): number {
	return heightOf(pen, chart.data, frame);
}

function heightOf(pen: Pen, plots: readonly TimelinePlot[], frame: Frame): number {
	const { columns, rows } = rowsOf(plots, frame);
	const width = columns[0]?.width ?? frame.width;
	return rows.reduce((sum, row) => sum + rowHeight(pen, row, width), headHeight(pen, plots, frame));
}

/** The least height to begin with: the legend and one row of plots. */
export function timelinesStart(pen: Pen, { chart }: Figure<'timelines'>, frame: Frame): number {
	const [first] = rowsOf(chart.data, frame).rows;
	return heightOf(pen, first ?? [], frame);
}

/** A legend, then row after row of plots, each a figure of its own; a row is never split over two pages. */
export function drawTimelines(
	pen: Pen,
	{ chart: { data: plots } }: Figure<'timelines'>,
	frame: Frame,
	parent: StructureElement
): void {
	const { columns, rows } = rowsOf(plots, frame);
	const lines = sharedLines(plots.map(({ data }) => data));
	// The sides' names are text: each plot has all of its own in words.
	pen.tagged(pen.child(parent, 'P'), 'P', () => drawLegend(pen, lines, frame, pen.y));
	pen.down(headHeight(pen, plots, frame));
	for (const row of rows) {
		const width = columns[0]?.width ?? frame.width;
		const height = rowHeight(pen, row, width);
		pen.reserve(height);
		const top = pen.y;
		row.forEach((plot, index) => {
			const column = columns[index];
			if (!column) return;
			pen.y = top;
			drawFigure(pen, parent, { frame: column, height, alt: overTimeWords(plot.title, plot.data) }, () =>
				drawPlot(pen, plot, column, titlesHeight(pen, row, width))
			);
		});
	}
}

function drawPlot(pen: Pen, plot: TimelinePlot, frame: Frame, titleRoom: number): void {
	const lines = titleLines(pen, plot, frame.width);
	pen.doc
		.fillColor(themeColour(plot.themeIndex).edge)
		.rect(frame.x, pen.y, TITLE.bar, lines.length * TITLE.line)
		.fill();
	lines.forEach((line, index) =>
		pen.line(line, frame.x + TITLE.indent, pen.y + index * TITLE.line + TITLE.size * 0.95, TITLE.size)
	);
	pen.doc.translate(frame.x, pen.y + titleRoom);
	drawShapes(pen, timelineGeometry(plot.data, { width: frame.width, height: PLOT.height, size: PLOT.size }));
}

function drawShapes(pen: Pen, geometry: TimelineGeometry): void {
	const { left, right } = geometry;
	const small = { size: PLOT.size, colour: colours.muted };
	for (const { text, y, edge } of geometry.levels) {
		pen.doc.strokeColor(colours.rule).lineWidth(edge ? 0.7 : 0.45);
		if (edge) pen.doc.undash();
		else pen.doc.dash([1.5, 2], { phase: 0 });
		drawLine(pen, { x: left, y }, { x: right, y });
		drawWords(pen, text, { x: left - 3, baseline: y + PLOT.size * 0.35, anchor: 'end' }, small);
	}
	pen.doc.undash().strokeColor(colours.rule).lineWidth(0.7);
	for (const { x, at, lines } of geometry.dates) {
		drawLine(pen, { x: at, y: geometry.bottom }, { x, y: geometry.bottom + PLOT.size * 0.4 });
		for (const { text, baseline } of lines) drawWords(pen, text, { x, baseline, anchor: 'middle' }, small);
	}
	for (const { style, path, points } of geometry.lines) {
		setLine(pen, { ...style, dash: style.dash.map((length) => length / 2) }, style.width / 2);
		if (path !== '') pen.doc.path(path).stroke();
		pen.doc.undash();
		for (const point of points) {
			drawMarker(pen, style, point, PLOT.marker);
			if (point.joint) drawRing(pen, style, point, PLOT.ring);
		}
	}
}
