import { colours, sideStyle, themeColour, type SidePlace } from '$lib/design/tokens';
import type { RadarData } from './radar-data';
import { radarGeometry, type RadarGeometry } from './radar-geometry';
import { wrapText, xmlText } from './xml-text';

/** Sizes in the units of the drawing; shown at twice that in px. */
const WIDTH = 960;
const RADIUS = 210;
const MARGIN = 28;
const TITLE_LINE = 34;
const LABEL_LINE = 19;
const LEGEND_LINE = 26;
/** Room for labels above and below the radar. */
const LABEL_ROOM = 58;
const SHOWN_WIDTH = 1920;
const FONTS = "'Atkinson Hyperlegible Next', 'Segoe UI', Arial, sans-serif";

/**
 * A radar as an SVG document of its own, 1920 px wide, for on a slide: title, one line below it, radar, legend and scale. It asks for nothing from
 * elsewhere: fonts go by name, and the device takes the first that it has.
 */
export function radarSvgText(data: RadarData, title: string, subtitle: string): string {
	const titleLines = wrapText(title, 54, 3);
	const subtitleTop = MARGIN + titleLines.length * TITLE_LINE;
	const legend = data.series.map(({ name, sideIndex }) => ({ sideIndex, lines: wrapText(name, 90, 2) }));
	const centre = subtitleTop + LEGEND_LINE + LABEL_ROOM + RADIUS;
	const legendTop = centre + RADIUS + LABEL_ROOM + LEGEND_LINE;
	const legendLines = legend.reduce((total, { lines }) => total + lines.length, 0);
	const height = legendTop + (legendLines + 1) * LEGEND_LINE + MARGIN / 2;
	const geometry = radarGeometry(data, RADIUS);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<svg xmlns="http://www.w3.org/2000/svg" width="${SHOWN_WIDTH}" height="${(SHOWN_WIDTH * height) / WIDTH}" viewBox="0 0 ${WIDTH} ${height}" role="img" xml:lang="nl-BE" font-family="${FONTS}">`,
		`<title>${xmlText(`${title} · ${subtitle}`)}</title>`,
		`<desc>${xmlText(describeRadar(data))}</desc>`,
		`<rect width="${WIDTH}" height="${height}" fill="${colours.surface}"/>`,
		...titleLines.map((line, row) =>
			textAt(line, MARGIN, MARGIN + (row + 0.7) * TITLE_LINE, 26, colours.ink, ' font-weight="700"')
		),
		textAt(subtitle, MARGIN, subtitleTop + 0.7 * LEGEND_LINE, 19, colours.muted),
		`<g transform="translate(${WIDTH / 2} ${centre})">`,
		...ground(geometry),
		...geometry.labels.map(labelText),
		...geometry.series.map(seriesLines),
		'</g>',
		...legendTexts(legend, legendTop),
		textAt(scaleWords(data), MARGIN, legendTop + legendLines * LEGEND_LINE, 16, colours.muted),
		'</svg>',
		''
	].join('\n');
}

/** «Gemeente: Openheid 3,7; Eigenheid te weinig antwoorden.» */
function describeRadar({ axes, series }: RadarData): string {
	const sides = series.map(({ name, values }) => {
		const scores = axes.map(({ label }, index) => `${label.join(' ')} ${scoreWords(values[index] ?? null)}`);
		return `${name}: ${scores.join('; ')}.`;
	});
	return ['Radar met scores van 1 tot 5.', ...sides].join(' ');
}

function scaleWords({ series }: RadarData): string {
	const broken = series.some(({ values }) => values.includes(null));
	return `Score van 1 (midden) tot 5 (rand).${broken ? ' Waar een lijn stopt, zijn er te weinig antwoorden.' : ''}`;
}

function scoreWords(value: number | null): string {
	if (value === null) return 'te weinig antwoorden';
	return String(Math.round(value * 100) / 100).replace('.', ',');
}

function ground({ wedges, rings, spokes }: RadarGeometry): string[] {
	const line = `stroke="${colours.rule}" stroke-width="0.8"`;
	return [
		...wedges.map(({ path, themeIndex }) => `<path d="${path}" fill="${themeColour(themeIndex).tint}"/>`),
		...rings.map(({ radius }) => `<circle r="${radius}" fill="none" ${line}/>`),
		...spokes.map(({ x, y }) => `<line x2="${short(x)}" y2="${short(y)}" ${line}/>`),
		...rings.map(({ value, radius }) => textAt(String(value), 5, 5 - radius, 13, colours.muted))
	];
}

function labelText({ lines, at, anchor, upDown, themeIndex }: RadarGeometry['labels'][number]): string {
	const first = at.y + ((lines.length - 1) * LABEL_LINE * (upDown - 1)) / 2;
	const rest = ` font-weight="700" text-anchor="${anchor}" dominant-baseline="middle"`;
	return lines
		.map((line, row) => textAt(line, at.x, first + row * LABEL_LINE, 16, themeColour(themeIndex).edge, rest))
		.join('');
}

function seriesLines({ sideIndex, path, points }: RadarGeometry['series'][number]): string {
	const markers = points.map(({ x, y }) => markerAt(sideIndex, x, y));
	return `<path d="${path}" ${stroke(sideIndex)}/>${markers.join('')}`;
}

function legendTexts(legend: readonly { sideIndex: SidePlace; lines: string[] }[], top: number): string[] {
	let row = 0;
	return legend.flatMap(({ sideIndex, lines }) => {
		const y = top + row * LEGEND_LINE;
		row += lines.length;
		return [
			`<path d="M${MARGIN} ${y - 6}h56" ${stroke(sideIndex)}/>`,
			markerAt(sideIndex, MARGIN + 28, y - 6),
			...lines.map((line, at) => textAt(line, MARGIN + 72, y + at * LEGEND_LINE, 19, colours.ink))
		];
	});
}

function stroke(sideIndex: SidePlace): string {
	const { colour, dash } = sideStyle(sideIndex);
	const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
	return `fill="none" stroke="${colour}" stroke-width="3"${dashes}`;
}

const MARKER = 6;

function markerAt(sideIndex: SidePlace, x: number, y: number): string {
	const { marker, colour } = sideStyle(sideIndex);
	const shape = {
		circle: `<circle r="${MARKER}"/>`,
		square: `<path d="M-5.4 -5.4h10.8v10.8h-10.8Z"/>`,
		triangle: `<path d="M0 -6.9L6.6 5.1L-6.6 5.1Z"/>`,
		diamond: `<path d="M0 -7.5L7.5 0L0 7.5L-7.5 0Z"/>`,
		none: ''
	}[marker];
	return shape && `<g transform="translate(${short(x)} ${short(y)})" fill="${colour}">${shape}</g>`;
}

function textAt(text: string, x: number, y: number, size: number, fill: string, rest = ''): string {
	return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" fill="${fill}"${rest}>${xmlText(text)}</text>`;
}

const short = (value: number) => Math.round(value * 100) / 100;
