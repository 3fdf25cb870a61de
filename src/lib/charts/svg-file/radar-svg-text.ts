import { colours } from '$lib/design/tokens';
import { overviewScores, type OverviewData } from '$lib/charts/overview/overview-data';
import { short } from '$lib/charts/marks/point';
import { firstLine, radarGeometry, reachOf, type RadarGeometry } from '$lib/charts/overview/radar-geometry';
import { markerAt, SHEET, strokeOf, textAt, type SvgPicture } from './svg-document';

/** In the units of the document. */
const RADIUS = 210;
const LABEL_LINE = 19;
/** Room for labels above and below the radar. */
const LABEL_ROOM = 58;

/** A radar as marks of an SVG document. */
export function radarPicture(data: OverviewData): SvgPicture {
	const geometry = radarGeometry(data, RADIUS);
	const { top, bottom } = reachOf(geometry, LABEL_LINE, RADIUS + LABEL_ROOM);
	return {
		marks: [...ground(geometry), ...geometry.labels.map(labelText), ...geometry.lines.map(lineMarks)],
		origin: { x: SHEET.width / 2, y: -top },
		height: bottom - top,
		note: scaleWords(data),
		description: `Radar met scores van 1 tot 5. ${overviewScores(data)}`
	};
}

function scaleWords({ series }: OverviewData): string {
	const broken = series.some(({ values }) => values.includes(null));
	return `Score van 1 (midden) tot 5 (rand).${broken ? ' Waar een lijn stopt, is er geen score om te tonen.' : ''}`;
}

function ground({ rings, spokes }: RadarGeometry): string[] {
	const line = `stroke="${colours.rule}" stroke-width="0.8"`;
	return [
		...rings.map(({ radius }) => `<circle r="${radius}" fill="none" ${line}/>`),
		...spokes.map(({ x, y }) => `<line x2="${short(x)}" y2="${short(y)}" ${line}/>`),
		...rings.map(({ value, radius }) => textAt(String(value), 5, 5 - radius, 13, colours.muted))
	];
}

function labelText(label: RadarGeometry['labels'][number]): string {
	const { lines, at, anchor } = label;
	const first = firstLine(label, LABEL_LINE);
	const rest = ` font-weight="700" text-anchor="${anchor}" dominant-baseline="middle"`;
	return lines.map((line, row) => textAt(line, at.x, first + row * LABEL_LINE, 16, colours.ink, rest)).join('');
}

function lineMarks({ style, path, points }: RadarGeometry['lines'][number]): string {
	return `<path d="${path}" ${strokeOf(style)}/>${points.map((point) => markerAt(style, point)).join('')}`;
}
