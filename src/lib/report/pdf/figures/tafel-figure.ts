import type { StructureElement } from 'pdfkit';
import { oneRowGeometry } from '$lib/charts/tafel/one-row';
import { sheetGeometry } from '$lib/charts/tafel/sheet-geometry';
import { onlyRows, type Tafel } from '$lib/charts/tafel/tafel-data';
import { tafelWords } from '$lib/charts/tafel/tafel-words';
import { timesSize } from '$lib/charts/tafel-marks/tafel-sizes';
import type { Figure } from '$lib/report/model/report-model';
import type { Pen } from '$lib/report/pdf/setting/pen';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';
import { drawParts, fitsBelowHeading, inParts, partsHeight, partsStart, widthIn, type Part } from './sheet-figure';

/** Somewhat smaller where it then fits a page; smaller still and no person is seen any more: then it is continued. */
const FACTORS = [1, 0.8, 0.6];

function partsOf(pen: Pen, { chart: { data }, description }: Figure<'tafel'>, { width }: Frame): Part[] {
	const { tafel, sizes, others } = data;
	const sheetOf = (shown: Tafel, factor: number) =>
		sheetGeometry(shown, {
			...{ width, widthOf: widthIn(pen), sizes: timesSize(sizes, factor) },
			...(others && { others: timesSize(others, factor) })
		});
	for (const factor of FACTORS) {
		const sheet = sheetOf(tafel, factor);
		if (fitsBelowHeading(pen, sheet)) return [{ sheet, alt: description }];
	}
	return inParts(pen, tafel.rows.length, (from, to) => {
		const part = onlyRows(tafel, (_row, index) => index >= from && index < to);
		return { sheet: sheetOf(part, 1), alt: tafelWords(part) };
	});
}

const rowOf = (pen: Pen, { chart: { data }, description }: Figure<'tafel-row'>, { width }: Frame): Part[] => [
	{ sheet: oneRowGeometry(data, { width, widthOf: widthIn(pen) }), alt: description }
];

export const tafelHeight = (pen: Pen, block: Figure<'tafel'>, frame: Frame): number =>
	partsHeight(partsOf(pen, block, frame));

export const tafelStart = (pen: Pen, block: Figure<'tafel'>, frame: Frame): number =>
	partsStart(partsOf(pen, block, frame));

export const tafelRowHeight = (pen: Pen, block: Figure<'tafel-row'>, frame: Frame): number =>
	partsHeight(rowOf(pen, block, frame));

/** The picture as on the screen. */
export const drawTafel = (pen: Pen, block: Figure<'tafel'>, frame: Frame, parent: StructureElement): void =>
	drawParts(pen, partsOf(pen, block, frame), frame, parent);

export const drawTafelRow = (pen: Pen, block: Figure<'tafel-row'>, frame: Frame, parent: StructureElement): void =>
	drawParts(pen, rowOf(pen, block, frame), frame, parent);
