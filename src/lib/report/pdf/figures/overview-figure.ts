import type { StructureElement } from 'pdfkit';
import type { OverviewData, OverviewKind } from '$lib/charts/overview/overview-data';
import type { Figure } from '$lib/report/model/report-model';
import { barsHeight, drawBars } from './bars-figure';
import { drawLegend, legendHeight } from './figure-legend';
import { drawFigure } from './figure-marks';
import type { Pen } from '$lib/report/pdf/setting/pen';
import { drawRadar, radarHeight } from './radar-figure';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';

interface Picture {
	/** @param scale of the full size */
	height: (pen: Pen, data: OverviewData, frame: Frame, scale: number) => number;
	/** Draws at the pen. */
	draw: (pen: Pen, data: OverviewData, frame: Frame, scale: number) => void;
}

const pictures: Record<OverviewKind, Picture> = {
	radar: { height: radarHeight, draw: drawRadar },
	bars: { height: barsHeight, draw: drawBars }
};
const AFTER = 6;

export function overviewHeight(pen: Pen, block: Figure<OverviewKind>, frame: Frame): number {
	const legend = block.legend === false ? 0 : legendHeight(pen, block.chart.data.series, frame);
	return pictureHeight(pen, block, frame) + legend + AFTER;
}

function pictureHeight(pen: Pen, { chart: { data }, scale = 1 }: Figure<OverviewKind>, frame: Frame): number {
	return pictures[data.kind].height(pen, data, frame, scale);
}

/** Dimensions beside each other, with the legend below. */
export function drawOverview(pen: Pen, block: Figure<OverviewKind>, frame: Frame, parent: StructureElement): void {
	const { data } = block.chart;
	const height = overviewHeight(pen, block, frame);
	drawFigure(pen, parent, { frame, height, alt: block.description }, () => {
		pen.doc.save();
		pictures[data.kind].draw(pen, data, frame, block.scale ?? 1);
		pen.doc.restore();
		if (block.legend !== false) drawLegend(pen, data.series, frame, pen.y + pictureHeight(pen, block, frame));
	});
}
