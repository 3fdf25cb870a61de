import type { StructureElement } from 'pdfkit';
import { onlyShiftRows, shiftTafelWords } from '$lib/charts/tafel-shift/shift-data';
import { shiftSheetGeometry } from '$lib/charts/tafel-shift/shift-sheet';
import type { Figure } from '$lib/report/model/report-model';
import type { Pen } from '$lib/report/pdf/setting/pen';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';
import { drawParts, inParts, partsHeight, partsStart, widthIn, type Part } from './sheet-figure';

function partsOf(pen: Pen, { chart: { data }, description }: Figure<'shift'>, { width }: Frame): Part[] {
	return inParts(pen, data.rows.length, (from, to) => {
		const isWhole = from === 0 && to >= data.rows.length;
		const part = onlyShiftRows(data, from, to);
		const sheet = shiftSheetGeometry(part, { width, widthOf: widthIn(pen) });
		return { sheet, alt: isWhole ? description : shiftTafelWords(part) };
	});
}

export const shiftHeight = (pen: Pen, block: Figure<'shift'>, frame: Frame): number =>
	partsHeight(partsOf(pen, block, frame));

export const shiftStart = (pen: Pen, block: Figure<'shift'>, frame: Frame): number =>
	partsStart(partsOf(pen, block, frame));

/** From the old measurement to this one, as on the screen: an old mark is open, a new one solid. */
export const drawShift = (pen: Pen, block: Figure<'shift'>, frame: Frame, parent: StructureElement): void =>
	drawParts(pen, partsOf(pen, block, frame), frame, parent);
