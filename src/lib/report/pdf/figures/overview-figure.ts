import type { StructureElement } from 'pdfkit';
import type { Overview } from '$lib/report/model/report-model';
import { barsHeight, drawBars } from './bars-figure';
import { drawLegend, legendHeight } from './figure-legend';
import { drawFigure } from './figure-marks';
import type { Pen } from '$lib/report/pdf/setting/pen';
import { drawRadar, radarHeight } from './radar-figure';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';

const AFTER = 6;

export function overviewHeight(pen: Pen, { data, scale }: Overview, frame: Frame): number {
	return pictureHeight(pen, { data, scale }, frame) + legendHeight(pen, data.series, frame) + AFTER;
}

function pictureHeight(pen: Pen, { data, scale }: Pick<Overview, 'data' | 'scale'>, frame: Frame): number {
	return data.kind === 'radar' ? radarHeight(data, scale, frame) : barsHeight(pen, data, frame);
}

/** A radar or bars, with the legend below it. */
export function drawOverview(pen: Pen, block: Overview, frame: Frame, parent: StructureElement): void {
	const { data, scale } = block;
	const height = overviewHeight(pen, block, frame);
	drawFigure(pen, parent, { frame, height, alt: block.description }, () => {
		pen.doc.save();
		if (data.kind === 'radar') drawRadar(pen, data, scale, frame);
		else drawBars(pen, data, frame);
		pen.doc.restore();
		drawLegend(pen, data.series, frame, pen.y + pictureHeight(pen, block, frame));
	});
}
