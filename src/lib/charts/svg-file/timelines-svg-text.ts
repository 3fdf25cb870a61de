import { colours, themeColour } from '$lib/design/tokens';
import { sharedLines } from '$lib/charts/marks/named-line';
import { markerPath } from '$lib/charts/marks/marker-path';
import { short } from '$lib/charts/marks/point';
import { wrapText } from '$lib/charts/marks/wrap-text';
import type { TimelinePlot } from '$lib/charts/over-time/over-time-data';
import { timelineGeometry } from '$lib/charts/over-time/timeline-geometry';
import { bareSheet, SHEET, strokeOf, textAt, type BareSvg } from './svg-document';

/** In the units of a sheet. */
const PLOT = { columns: 3, gap: 36, height: 190, size: 14, title: 19, titleLine: 22, below: 24 };
const WIDTH = (SHEET.width - 2 * SHEET.margin - (PLOT.columns - 1) * PLOT.gap) / PLOT.columns;
const ROW = 2 * PLOT.titleLine + 10 + PLOT.height + PLOT.below;

/** Small plots over time beside each other, under them one legend. */
export function timelinesSheet(plots: readonly TimelinePlot[]): BareSvg {
	const marks = plots.flatMap((plot, index) => {
		const x = (index % PLOT.columns) * (WIDTH + PLOT.gap);
		const y = Math.floor(index / PLOT.columns) * ROW;
		return [`<g transform="translate(${short(x)} ${short(y)})">`, ...plotMarks(plot), '</g>'];
	});
	const height = Math.ceil(plots.length / PLOT.columns) * ROW;
	const picture = { marks, origin: { x: SHEET.margin, y: 6 }, height, note: RING, description: '' };
	return bareSheet(picture, sharedLines(plots.map(({ data }) => data)));
}

const RING = 'Score van 1 (onder) tot 5 (boven). Een ring is een gezamenlijk antwoord.';

function plotMarks({ title, themeIndex, data }: TimelinePlot): string[] {
	const { left, right, levels, dates, lines } = timelineGeometry(data, {
		...{ width: WIDTH, height: PLOT.height, size: PLOT.size }
	});
	const titles = wrapText(title, 30, 2);
	return [
		`<rect width="6" height="${titles.length * PLOT.titleLine}" fill="${themeColour(themeIndex).edge}"/>`,
		...titles.map((line, row) =>
			textAt(line, 14, (row + 0.78) * PLOT.titleLine, PLOT.title, colours.ink, ' font-weight="700"')
		),
		`<g transform="translate(0 ${2 * PLOT.titleLine + 10})">`,
		...levels.flatMap(({ text, y, edge }) => [
			`<path d="M${short(left)} ${short(y)}H${short(right)}" stroke="${colours.rule}" stroke-width="${edge ? 1.2 : 0.8}"${edge ? '' : ' stroke-dasharray="3 4"'}/>`,
			textAt(text, left - 6, y + PLOT.size * 0.35, PLOT.size, colours.muted, ' text-anchor="end"')
		]),
		...dates.flatMap(({ x, lines: words }) =>
			words.map(({ text, baseline }) => textAt(text, x, baseline, PLOT.size, colours.muted, ' text-anchor="middle"'))
		),
		...lines.flatMap(({ style, path, points }) => [
			...(path === '' ? [] : [`<path d="${path}" ${strokeOf(style)}/>`]),
			...points.flatMap((point) => [
				`<path d="${markerPath(style.marker, 5, point)}" fill="${style.colour}"/>`,
				...(point.joint
					? [
							`<circle cx="${short(point.x)}" cy="${short(point.y)}" r="9" fill="none" stroke="${style.colour}" stroke-width="1.6"/>`
						]
					: [])
			])
		]),
		'</g>'
	];
}
