import type { StructureElement } from 'pdfkit';
import type { RadarData } from '$lib/charts/radar-data';
import { RADAR_MAX, RADAR_MIN } from '$lib/charts/radar-data';
import { radarGeometry } from '$lib/charts/radar-geometry';
import type { StripData, StripRow } from '$lib/charts/strip-data';
import { colours, sideStyle, themeColour, type SidePlace } from '$lib/design/tokens';
import type { Radar, Strip } from '$lib/report/report-model';
import type { Pen } from './pen';
import type { Frame } from './text-blocks';

/** The radar's own units: the same drawing as on the screen, made smaller or larger as a whole. */
const RADAR = { radius: 170, width: 640, height: 404, label: 13.5, labelLine: 16, digit: 11.5 };
const RADAR_WIDTH = 418;
const LEGEND = { size: 9.5, row: 14, sample: 26, gap: 22 };
const STRIP = { row: 25, name: 7.75, lane: 15, axis: 12, digit: 7.5, inset: 8 };
const POINTS = [1, 2, 3, 4, 5];

export function radarHeight(pen: Pen, block: Radar, frame: Frame): number {
	return radarScale(block, frame) * RADAR.height + legendRows(pen, block.data, frame).length * LEGEND.row + 6;
}

const radarScale = (block: Radar, frame: Frame) => Math.min(RADAR_WIDTH * block.scale, frame.width) / RADAR.width;

/** The radar as vectors from the same geometry as the screen's, with its legend. */
export function drawRadar(pen: Pen, block: Radar, frame: Frame, parent: StructureElement): void {
	const height = radarHeight(pen, block, frame);
	const scale = radarScale(block, frame);
	const figure = pen.child(parent, 'Figure', { alt: block.description, bbox: boxOf(pen, frame, height) });
	pen.tagged(figure, 'Figure', () => {
		const centre = { x: frame.x + frame.width / 2, y: pen.y + (RADAR.height / 2) * scale };
		pen.doc.save().translate(centre.x, centre.y).scale(scale);
		drawRadarShapes(pen, block.data);
		pen.doc.restore();
		drawRadarWords(pen, block.data, centre, scale);
		drawLegend(pen, block.data, frame, pen.y + RADAR.height * scale);
	});
	pen.down(height);
}

function boxOf(pen: Pen, frame: Frame, height: number): [number, number, number, number] {
	return [frame.x, pen.y, frame.x + frame.width, pen.y + height];
}

function drawRadarShapes({ doc }: Pen, data: RadarData): void {
	const geometry = radarGeometry(data, RADAR.radius);
	for (const wedge of geometry.wedges) doc.path(wedge.path).fillColor(themeColour(wedge.themeIndex).tint).fill();
	doc.strokeColor(colours.rule).lineWidth(0.6);
	for (const ring of geometry.rings) doc.circle(0, 0, ring.radius).stroke();
	for (const spoke of geometry.spokes) doc.moveTo(0, 0).lineTo(spoke.x, spoke.y).stroke();
	for (const series of geometry.series) {
		setSideLine({ doc }, series.sideIndex, 2.5);
		if (series.path !== '') doc.path(series.path).stroke();
		doc.undash();
		for (const point of series.points) drawMarker({ doc }, series.sideIndex, point.x, point.y, 5);
	}
}

function drawRadarWords(pen: Pen, data: RadarData, centre: { x: number; y: number }, scale: number): void {
	const geometry = radarGeometry(data, RADAR.radius);
	for (const ring of geometry.rings) {
		const y = centre.y + (4 - ring.radius) * scale;
		pen.glyphs(String(ring.value), 'regular', centre.x + 4 * scale, y, RADAR.digit * scale, colours.muted);
	}
	const size = RADAR.label * scale;
	for (const label of geometry.labels) {
		const first = label.at.y + ((label.lines.length - 1) * RADAR.labelLine * (label.upDown - 1)) / 2;
		label.lines.forEach((text, row) => {
			const width = pen.textWidth(text, 'bold', size);
			const shift = { start: 0, middle: width / 2, end: width }[label.anchor];
			const baseline = centre.y + (first + row * RADAR.labelLine) * scale + size * 0.35;
			pen.glyphs(
				text,
				'bold',
				centre.x + label.at.x * scale - shift,
				baseline,
				size,
				themeColour(label.themeIndex).edge
			);
		});
	}
}

interface LegendEntry {
	name: string;
	sideIndex: SidePlace;
	width: number;
}

/** As many sides on a row as fit. */
function legendRows(pen: Pen, data: RadarData, frame: Frame): LegendEntry[][] {
	const rows: LegendEntry[][] = [];
	let used = Infinity;
	for (const { name, sideIndex } of data.series) {
		const most = frame.width - LEGEND.sample - LEGEND.gap;
		const clipped = pen.clipped(name, 'bold', LEGEND.size, most);
		const width = LEGEND.sample + pen.textWidth(clipped, 'bold', LEGEND.size) + LEGEND.gap;
		if (used + width > frame.width) {
			rows.push([]);
			used = 0;
		}
		rows.at(-1)?.push({ name: clipped, sideIndex, width });
		used += width;
	}
	return rows;
}

function drawLegend(pen: Pen, data: RadarData, frame: Frame, top: number): void {
	legendRows(pen, data, frame).forEach((row, index) => {
		const width = row.reduce((sum, entry) => sum + entry.width, -LEGEND.gap);
		const y = top + index * LEGEND.row + LEGEND.row / 2;
		let x = frame.x + (frame.width - width) / 2;
		for (const entry of row) {
			pen.doc.save();
			setSideLine(pen, entry.sideIndex, 1.6);
			pen.doc
				.moveTo(x, y)
				.lineTo(x + LEGEND.sample - 6, y)
				.stroke();
			pen.doc.restore();
			drawMarker(pen, entry.sideIndex, x + (LEGEND.sample - 6) / 2, y, 3.4);
			pen.glyphs(
				entry.name,
				'bold',
				x + LEGEND.sample,
				y + LEGEND.size * 0.35,
				LEGEND.size,
				sideStyle(entry.sideIndex).colour
			);
			x += entry.width;
		}
	});
}

function setSideLine({ doc }: Pick<Pen, 'doc'>, sideIndex: SidePlace, width: number): void {
	const { colour, dash } = sideStyle(sideIndex);
	doc.strokeColor(colour).lineWidth(width);
	if (dash.length > 0) doc.dash(dash, { phase: 0 });
	else doc.undash();
}

function drawMarker({ doc }: Pick<Pen, 'doc'>, sideIndex: SidePlace, x: number, y: number, size: number): void {
	const { colour, marker } = sideStyle(sideIndex);
	if (marker === 'none') return;
	doc.fillColor(colour);
	const at = (dx: number, dy: number): [number, number] => [x + dx * size, y + dy * size];
	if (marker === 'circle') doc.circle(x, y, size);
	else if (marker === 'square') doc.rect(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8);
	else if (marker === 'triangle') doc.polygon(at(0, -1.15), at(1.1, 0.85), at(-1.1, 0.85));
	else doc.polygon(at(0, -1.25), at(1.25, 0), at(0, 1.25), at(-1.25, 0));
	doc.fill();
}

export function stripHeight({ data }: Strip): number {
	return data.rows.length * STRIP.row + (data.agreed === null ? 0 : STRIP.lane) + STRIP.axis + 4;
}

/** One line from 1 to 5 for each side: dots for people, a tick for their mean, a marker for a joint answer. */
export function drawStrip(pen: Pen, block: Strip, frame: Frame, parent: StructureElement): void {
	const height = stripHeight(block);
	const figure = pen.child(parent, 'Figure', { alt: block.description, bbox: boxOf(pen, frame, height) });
	pen.tagged(figure, 'Figure', () => {
		pen.doc.save();
		drawStripShapes(pen, block.data, frame);
		pen.doc.restore();
	});
	pen.down(height);
}

function drawStripShapes(pen: Pen, data: StripData, frame: Frame): void {
	const { doc } = pen;
	const left = frame.x + STRIP.inset;
	const width = frame.width - 2 * STRIP.inset;
	const place = (value: number) => left + (width * (value - RADAR_MIN)) / (RADAR_MAX - RADAR_MIN);
	const bottom = pen.y + data.rows.length * STRIP.row;
	if (data.gap) {
		doc.fillColor(colours.rule).fillOpacity(0.18);
		doc.rect(place(data.gap.from), pen.y, place(data.gap.to) - place(data.gap.from), bottom - pen.y).fill();
		doc.fillOpacity(1);
	}
	const lane = data.agreed === null ? 0 : STRIP.lane;
	for (const point of POINTS) {
		doc.strokeColor(colours.rule).lineWidth(0.4);
		doc
			.moveTo(place(point), pen.y)
			.lineTo(place(point), bottom + lane)
			.stroke();
		const digit = String(point);
		const half = pen.textWidth(digit, 'regular', STRIP.digit) / 2;
		pen.glyphs(digit, 'regular', place(point) - half, bottom + lane + STRIP.axis - 3, STRIP.digit, colours.muted);
	}
	data.rows.forEach((row, index) => drawStripRow(pen, row, pen.y + index * STRIP.row, place, { x: left, width }));
	if (data.agreed !== null) drawAgreed(pen, place(data.agreed), pen.y, bottom + STRIP.lane / 2);
}

function drawStripRow(pen: Pen, row: StripRow, top: number, place: (value: number) => number, frame: Frame): void {
	const { doc } = pen;
	const { colour } = sideStyle(row.sideIndex);
	const name = pen.clipped(row.name, 'bold', STRIP.name, frame.width);
	pen.glyphs(name, 'bold', frame.x, top + STRIP.name, STRIP.name, colour);
	const y = top + STRIP.row - 8;
	doc
		.strokeColor(colours.rule)
		.lineWidth(0.7)
		.moveTo(frame.x, y)
		.lineTo(frame.x + frame.width, y)
		.stroke();
	doc.fillColor(colour).fillOpacity(0.55);
	for (const dot of row.dots) doc.circle(place(dot.value), y, Math.min(6, 1.9 + Math.sqrt(dot.count))).fill();
	doc.fillOpacity(1);
	if (row.mean !== null) {
		doc.strokeColor(colour).lineWidth(1.8);
		doc
			.moveTo(place(row.mean), y - 6.5)
			.lineTo(place(row.mean), y + 6.5)
			.stroke();
	}
	if (row.joint !== null) drawMarker(pen, row.sideIndex, place(row.joint), y, 4.4);
}

function drawAgreed(pen: Pen, x: number, top: number, y: number): void {
	const { doc } = pen;
	doc.strokeColor(colours.ink).lineWidth(0.9).moveTo(x, top).lineTo(x, y).stroke();
	doc.fillColor(colours.surface).circle(x, y, 5.5).fillAndStroke();
	const half = pen.textWidth('A', 'bold', 7.5) / 2;
	pen.glyphs('A', 'bold', x - half, y + 2.7, 7.5, colours.ink);
}
