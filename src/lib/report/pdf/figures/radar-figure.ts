import { firstLine, radarGeometry, reachOf } from '$lib/charts/overview/radar-geometry';
import type { OverviewData } from '$lib/charts/overview/overview-data';
import { colours } from '$lib/design/tokens';
import { drawMarker, drawWords, setLine } from './figure-marks';
import type { Pen } from '$lib/report/pdf/setting/pen';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';

/** The radar's own units: the same drawing as on the screen, made smaller or larger as a whole. */
const RADAR = { radius: 170, width: 640, reach: 202, label: 13.5, labelLine: 16, digit: 11.5 };
const RADAR_WIDTH = 418;

export function radarHeight(_pen: Pen, data: OverviewData, frame: Frame, scale: number): number {
	const { top, bottom } = reach(data);
	return factorOf(scale, frame) * (bottom - top);
}

const reach = (data: OverviewData) => reachOf(radarGeometry(data, RADAR.radius), RADAR.labelLine, RADAR.reach);

const factorOf = (scale: number, frame: Frame) => Math.min(RADAR_WIDTH * scale, frame.width) / RADAR.width;

/** The radar as vectors from the same geometry as the screen's. */
export function drawRadar(pen: Pen, data: OverviewData, frame: Frame, scale: number): void {
	const factor = factorOf(scale, frame);
	const centre = { x: frame.x + frame.width / 2, y: pen.y - reach(data).top * factor };
	pen.doc.save().translate(centre.x, centre.y).scale(factor);
	drawShapes(pen, data);
	pen.doc.restore();
	drawLabels(pen, data, centre, factor);
}

function drawShapes({ doc }: Pen, data: OverviewData): void {
	const geometry = radarGeometry(data, RADAR.radius);
	doc.strokeColor(colours.rule).lineWidth(0.6);
	for (const ring of geometry.rings) doc.circle(0, 0, ring.radius).stroke();
	for (const spoke of geometry.spokes) doc.moveTo(0, 0).lineTo(spoke.x, spoke.y).stroke();
	for (const { style, path, points } of geometry.lines) {
		setLine({ doc }, style, style.width);
		if (path !== '') doc.path(path).stroke();
		doc.undash();
		for (const point of points) drawMarker({ doc }, style, point, 5);
	}
}

function drawLabels(pen: Pen, data: OverviewData, centre: { x: number; y: number }, factor: number): void {
	const geometry = radarGeometry(data, RADAR.radius);
	for (const ring of geometry.rings) {
		const baseline = centre.y + (4 - ring.radius) * factor;
		const at = { x: centre.x + 4 * factor, baseline };
		drawWords(pen, String(ring.value), at, { size: RADAR.digit * factor, colour: colours.muted });
	}
	const size = RADAR.label * factor;
	for (const label of geometry.labels) {
		const { lines, at, anchor } = label;
		const first = firstLine(label, RADAR.labelLine);
		lines.forEach((text, row) => {
			const baseline = centre.y + (first + row * RADAR.labelLine) * factor + size * 0.35;
			const place = { x: centre.x + at.x * factor, baseline, anchor };
			drawWords(pen, text, place, { size, colour: colours.ink, bold: true });
		});
	}
}
