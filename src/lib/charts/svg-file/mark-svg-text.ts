import { markerPath } from '$lib/charts/marks/marker-path';
import { short } from '$lib/charts/marks/point';
import { headPath, type TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import { textAt } from './svg-document';

/** A mark of a tafel as an element of an SVG document. */
export function markText(mark: TafelMark): string {
	switch (mark.kind) {
		case 'marker':
			return `<path d="${markerPath(mark.shape, mark.size, mark)}" fill="${mark.fill}"${outlineOf(mark.outline)}/>`;
		case 'line':
			return `<path d="M${short(mark.x1)} ${short(mark.y1)}L${short(mark.x2)} ${short(mark.y2)}"${outlineOf(mark)}/>`;
		case 'head':
			return `<path d="${headPath(mark)}" fill="${mark.fill}"/>`;
		case 'box':
			return `<rect x="${short(mark.x)}" y="${short(mark.y)}" width="${short(mark.width)}" height="${short(mark.height)}" rx="${short(mark.radius)}" fill="${mark.fill ?? 'none'}"${outlineOf(mark.outline)}/>`;
		case 'text':
			return textAt(
				mark.text,
				mark.x,
				mark.baseline,
				mark.size,
				mark.colour,
				` text-anchor="${mark.anchor}"${mark.bold ? ' font-weight="700"' : ''}`
			);
	}
}

function outlineOf(outline: { colour: string; width: number; dash?: readonly number[] } | null): string {
	if (!outline) return '';
	const { colour, width, dash = [] } = outline;
	const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.map(short).join(' ')}"` : '';
	return ` stroke="${colour}" stroke-width="${short(width)}"${dashes}`;
}
