import type { StructureElement } from 'pdfkit';
import type { ChartKind } from '$lib/charts/chart';
import type { Figure } from '$lib/report/model/report-model';
import { drawOverview, overviewHeight } from './overview-figure';
import type { Pen } from '$lib/report/pdf/setting/pen';
import { drawShift, shiftHeight, shiftStart } from './shift-figure';
import { drawTafel, drawTafelRow, tafelHeight, tafelRowHeight, tafelStart } from './tafel-figure';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';
import { drawTimelines, timelinesHeight, timelinesStart } from './timelines-figure';

/** How a kind of chart is drawn in the PDF. */
interface Drawing<Kind extends ChartKind> {
	height: (pen: Pen, figure: Figure<Kind>, frame: Frame) => number;
	/** The least height to begin with, of what may go on on a next page. */
	start?: (pen: Pen, figure: Figure<Kind>, frame: Frame) => number;
	/** Draws at the pen, tagged, and moves below it. */
	draw: (pen: Pen, figure: Figure<Kind>, frame: Frame, parent: StructureElement) => void;
}

const drawings: { [Kind in ChartKind]: Drawing<Kind> } = {
	radar: { height: overviewHeight, draw: drawOverview },
	bars: { height: overviewHeight, draw: drawOverview },
	tafel: { height: tafelHeight, start: tafelStart, draw: drawTafel },
	'tafel-row': { height: tafelRowHeight, draw: drawTafelRow },
	shift: { height: shiftHeight, start: shiftStart, draw: drawShift },
	timelines: { height: timelinesHeight, start: timelinesStart, draw: drawTimelines }
};

/** Each drawing takes figures of its own kind: the record says so. */
const drawingOf = ({ chart }: Figure) => drawings[chart.kind] as Drawing<ChartKind>;

export const figureHeight = (pen: Pen, figure: Figure, frame: Frame) => drawingOf(figure).height(pen, figure, frame);

/** The least height that must be left to begin with it. */
export function figureStart(pen: Pen, figure: Figure, frame: Frame): number {
	const { start, height } = drawingOf(figure);
	return (start ?? height)(pen, figure, frame);
}

/** A chart of any kind, as one or more elements of the document. */
export function drawChart(pen: Pen, figure: Figure, frame: Frame, parent: StructureElement): void {
	drawingOf(figure).draw(pen, figure, frame, parent);
}
