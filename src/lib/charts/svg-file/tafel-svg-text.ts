import { sheetGeometry } from '$lib/charts/tafel/sheet-geometry';
import type { Tafel } from '$lib/charts/tafel/tafel-data';
import { tafelWords } from '$lib/charts/tafel/tafel-words';
import { PAGE_SIZES } from '$lib/charts/tafel-marks/tafel-sizes';
import { aboutWidth } from '$lib/charts/tafel-marks/text-width';
import { markText } from './mark-svg-text';
import { SHEET, svgDocument } from './svg-document';

/** The tafel of a measurement as an SVG document of its own, with its legend. */
export function tafelSvgText(tafel: Tafel, title: string, subtitle: string): string {
	const width = SHEET.width - 2 * SHEET.margin;
	const { height, marks } = sheetGeometry(tafel, { width, sizes: PAGE_SIZES, widthOf: aboutWidth });
	const picture = {
		marks: marks.map(markText),
		origin: { x: SHEET.margin, y: 0 },
		height,
		note: '',
		description: tafelWords(tafel)
	};
	return svgDocument(title, subtitle, picture, []);
}
