import { colours, themeColour } from '$lib/design/tokens';
import { barsGeometry, type BarsOfDimension } from '$lib/charts/overview/bars-geometry';
import { overviewScores, type OverviewData } from '$lib/charts/overview/overview-data';
import { short } from '$lib/charts/marks/point';
import { markerAt, SHEET, textAt, type SvgPicture } from './svg-document';
import { wrapText } from '$lib/charts/marks/wrap-text';

/** In the units of the document. */
const SIZE = 19;
const TOP = 14;

/** Bars as marks of an SVG document. */
export function barsPicture(data: OverviewData): SvgPicture {
	const width = SHEET.width - 2 * SHEET.margin;
	const geometry = barsGeometry(data, { width, size: SIZE, linesOf: (name) => wrapText(name, 90, 2) });
	const line = `stroke="${colours.rule}" stroke-width="0.8"`;
	return {
		marks: [
			...geometry.dimensions.flatMap(({ top, bottom }) =>
				geometry.points.map(({ x }) => `<path d="M${short(x)} ${short(top)}V${short(bottom)}" ${line}/>`)
			),
			...geometry.dimensions.flatMap(dimensionMarks),
			...geometry.points.map(({ value, x }) =>
				textAt(String(value), x, geometry.digitBaseline, 15, colours.muted, ' text-anchor="middle"')
			)
		],
		origin: { x: SHEET.margin, y: TOP },
		height: TOP + geometry.height,
		note: 'Score van 1 (links) tot 5 (rechts).',
		description: `Staven met scores van 1 tot 5. ${overviewScores(data)}`
	};
}

function dimensionMarks({ themeIndex, lines, bars }: BarsOfDimension): string[] {
	const { edge } = themeColour(themeIndex);
	return [
		...lines.map(({ text, baseline }) => textAt(text, 0, baseline, SIZE, edge, ' font-weight="700"')),
		...bars.flatMap(({ style, marker, box, text, textX, baseline }) => [
			markerAt(style, marker),
			box
				? `<path d="M${short(box.x)} ${short(box.y)}h${short(box.width)}v${short(box.height)}h${short(-box.width)}Z" fill="${style.colour}"/>`
				: '',
			textAt(text, textX, baseline, SIZE, box ? colours.ink : colours.muted, box ? ' font-weight="700"' : '')
		])
	].filter((mark) => mark !== '');
}
