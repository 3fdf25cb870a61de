import { barsPicture } from './bars-svg-text';
import type { OverviewData } from '$lib/charts/overview/overview-data';
import { radarPicture } from './radar-svg-text';
import { svgDocument } from './svg-document';

/** A radar or bars as an SVG document of its own, with its legend. */
export function overviewSvgText(data: OverviewData, title: string, subtitle: string): string {
	return svgDocument(title, subtitle, data.kind === 'radar' ? radarPicture(data) : barsPicture(data), data.series);
}
