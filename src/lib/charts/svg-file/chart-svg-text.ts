import type { Chart, ChartData, ChartKind } from '$lib/charts/chart';
import { oneRowGeometry } from '$lib/charts/tafel/one-row';
import { sheetGeometry } from '$lib/charts/tafel/sheet-geometry';
import type { SheetGeometry } from '$lib/charts/tafel-marks/sheet-marks';
import { aboutWidth } from '$lib/charts/tafel-marks/text-width';
import { shiftSheetGeometry } from '$lib/charts/tafel-shift/shift-sheet';
import { barsPicture } from './bars-svg-text';
import { markText } from './mark-svg-text';
import { radarPicture } from './radar-svg-text';
import { bareSheet, bareSvg, type BareSvg } from './svg-document';
import { timelinesSheet } from './timelines-svg-text';

/** How a kind of chart is drawn under words that name it, as in a report; widths in points. */
const drawings: { [Kind in ChartKind]: (data: ChartData[Kind], width: number) => BareSvg } = {
	radar: (data) => bareSheet(radarPicture(data), data.series),
	bars: (data) => bareSheet(barsPicture(data), data.series),
	tafel: ({ tafel, ...sizes }, width) => marksSvg(sheetGeometry(tafel, { ...sizes, width, widthOf: aboutWidth })),
	'tafel-row': (data, width) => marksSvg(oneRowGeometry(data, { width, widthOf: aboutWidth })),
	shift: (data, width) => marksSvg(shiftSheetGeometry(data, { width, widthOf: aboutWidth })),
	timelines: (plots) => timelinesSheet(plots)
};

/** A chart of any kind as an SVG document that asks for nothing from elsewhere. @param width of paper, in points */
export function chartSvg({ kind, data }: Chart, width: number): BareSvg {
	return (drawings[kind] as (data: Chart['data'], width: number) => BareSvg)(data, width);
}

/** Marks on a sheet as such a document. */
export function marksSvg({ width, height, marks }: SheetGeometry): BareSvg {
	return bareSvg(width, height, marks.map(markText));
}
