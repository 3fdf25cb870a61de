import { colours, lineStyle, type LineStyle } from '$lib/design/tokens';
import { markerPath } from '$lib/charts/marks/marker-path';
import type { NamedLine } from '$lib/charts/marks/named-line';
import { short, type Point } from '$lib/charts/marks/point';
import { wrapText } from '$lib/charts/marks/wrap-text';
import { xmlText } from './xml-text';

/** Sizes in the units of the drawing; shown at twice that in px. */
export const SHEET = { width: 960, margin: 28 };
const TITLE_LINE = 34;
const LEGEND_LINE = 26;
const SHOWN_WIDTH = 1920;
const FONTS = "'Atkinson Hyperlegible Next', 'Segoe UI', Arial, sans-serif";

/** What an SVG document shows between its title and its legend. */
export interface SvgPicture {
	/** Marks around or under (0, 0). */
	marks: readonly string[];
	/** Where (0, 0) lies: from the left of the sheet, and from the top of the picture. */
	origin: Point;
	height: number;
	/** How to read it, below the legend; '' where the picture says so itself. */
	note: string;
	/** The same in words. */
	description: string;
}

/** An SVG document with nothing but a picture: what stands around it says the rest. */
export interface BareSvg {
	svg: string;
	/** Of the picture, in the units of its drawing. */
	width: number;
	height: number;
}

/** Pixels to a unit: sharp on paper where a unit is a point, and on a screen that is twice as high as the drawing. */
const SHARP = 3;

/** Marks alone, on whatever they are laid. @param width of the drawing, from (0, 0) */
export function bareSvg(width: number, height: number, marks: readonly string[]): BareSvg {
	return {
		...{ width, height },
		svg: [
			`<svg xmlns="http://www.w3.org/2000/svg" width="${short(width * SHARP)}" height="${short(height * SHARP)}" viewBox="0 0 ${short(width)} ${short(height)}" xml:lang="nl-BE" font-family="${FONTS}">`,
			...marks,
			'</svg>'
		].join('\n')
	};
}

/** A picture of its own kind with its legend and note below it, without a title. */
export function bareSheet({ marks, origin, height, note }: SvgPicture, lines: readonly NamedLine[]): BareSvg {
	const legend = lines.map((line) => ({ style: lineStyle(line), lines: wrapText(line.name, 90, 2) }));
	const rows = legend.reduce((total, { lines }) => total + lines.length, 0);
	const legendTop = height + LEGEND_LINE;
	return bareSvg(SHEET.width, legendTop + (rows + 1) * LEGEND_LINE, [
		`<g transform="translate(${short(origin.x)} ${short(origin.y)})">`,
		...marks,
		'</g>',
		...legendTexts(legend, legendTop),
		textAt(note, SHEET.margin, legendTop + rows * LEGEND_LINE, 16, colours.muted)
	]);
}

/**
 * A picture as an SVG document of its own, 1920 px wide, for on a slide: title, one line below it, picture, legend and
 * scale. It asks for nothing from elsewhere: fonts go by name, and the device takes the first that it has.
 */
export function svgDocument(
	title: string,
	subtitle: string,
	{ marks, origin, height, note, description }: SvgPicture,
	lines: readonly NamedLine[]
): string {
	const { width, margin } = SHEET;
	const titleLines = wrapText(title, 54, 3);
	const subtitleTop = margin + titleLines.length * TITLE_LINE;
	const legend = lines.map((line) => ({ style: lineStyle(line), lines: wrapText(line.name, 90, 2) }));
	const pictureTop = subtitleTop + LEGEND_LINE;
	const legendTop = pictureTop + height + LEGEND_LINE;
	const legendLines = legend.reduce((total, { lines }) => total + lines.length, 0);
	const sheetHeight = legendTop + (legendLines + 1) * LEGEND_LINE + margin / 2;
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<svg xmlns="http://www.w3.org/2000/svg" width="${SHOWN_WIDTH}" height="${(SHOWN_WIDTH * sheetHeight) / width}" viewBox="0 0 ${width} ${sheetHeight}" role="img" xml:lang="nl-BE" font-family="${FONTS}">`,
		`<title>${xmlText(`${title} · ${subtitle}`)}</title>`,
		`<desc>${xmlText(description)}</desc>`,
		`<rect width="${width}" height="${sheetHeight}" fill="${colours.surface}"/>`,
		...titleLines.map((line, row) =>
			textAt(line, margin, margin + (row + 0.7) * TITLE_LINE, 26, colours.ink, ' font-weight="700"')
		),
		textAt(subtitle, margin, subtitleTop + 0.7 * LEGEND_LINE, 19, colours.muted),
		`<g transform="translate(${short(origin.x)} ${short(pictureTop + origin.y)})">`,
		...marks,
		'</g>',
		...legendTexts(legend, legendTop),
		...(note === '' ? [] : [textAt(note, margin, legendTop + legendLines * LEGEND_LINE, 16, colours.muted)]),
		'</svg>',
		''
	].join('\n');
}

function legendTexts(legend: readonly { style: LineStyle; lines: string[] }[], top: number): string[] {
	let row = 0;
	return legend.flatMap(({ style, lines }) => {
		const y = top + row * LEGEND_LINE;
		row += lines.length;
		return [
			`<path d="M${SHEET.margin} ${y - 6}h56" ${strokeOf(style)}/>`,
			markerAt(style, { x: SHEET.margin + 28, y: y - 6 }),
			...lines.map((line, at) => textAt(line, SHEET.margin + 72, y + at * LEGEND_LINE, 19, colours.ink))
		];
	});
}

/** The attributes of a line. */
export function strokeOf({ colour, dash, width }: LineStyle): string {
	const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
	return `fill="none" stroke="${colour}" stroke-width="${width * 1.2}"${dashes}`;
}

export function markerAt({ marker, colour }: LineStyle, at: Point): string {
	return `<path d="${markerPath(marker, 6, at)}" fill="${colour}"/>`;
}

export function textAt(text: string, x: number, y: number, size: number, fill: string, rest = ''): string {
	return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" fill="${fill}"${rest}>${xmlText(text)}</text>`;
}
