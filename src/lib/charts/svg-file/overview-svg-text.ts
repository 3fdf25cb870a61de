import { barsPicture } from './bars-svg-text';
import type { OverviewData, OverviewKind } from '$lib/charts/overview/overview-data';
import { radarPicture } from './radar-svg-text';
import { svgDocument, type SvgPicture } from './svg-document';

const pictures: Record<OverviewKind, (data: OverviewData) => SvgPicture> = { radar: radarPicture, bars: barsPicture };

/** Dimensions beside each other as an SVG document of its own, with its legend. */
export function overviewSvgText(data: OverviewData, title: string, subtitle: string): string {
	return svgDocument(title, subtitle, pictures[data.kind](data), data.series);
}
