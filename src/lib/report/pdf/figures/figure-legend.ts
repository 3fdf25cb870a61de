import type { NamedLine } from '$lib/charts/marks/named-line';
import { colours, lineStyle } from '$lib/design/tokens';
import { strong } from '$lib/report/model/report-model';
import { drawLine, drawMarker, setLine } from './figure-marks';
import type { Pen } from '$lib/report/pdf/setting/pen';
import type { Frame } from '$lib/report/pdf/setting/text-blocks';
import type { Line } from '$lib/report/pdf/setting/typesetting';

const LEGEND = { size: 9.5, row: 14, sample: 26, gap: 22 };

interface LegendEntry {
	line: NamedLine;
	name: Line;
	width: number;
}

/** As many lines of the picture on a row as fit. */
function legendRows(pen: Pen, lines: readonly NamedLine[], frame: Frame): LegendEntry[][] {
	const rows: LegendEntry[][] = [];
	let used = Infinity;
	for (const line of lines) {
		const most = frame.width - LEGEND.sample - LEGEND.gap;
		const name = pen.oneLine(strong(line.name), LEGEND.size, most);
		const width = LEGEND.sample + name.width + LEGEND.gap;
		if (used + width > frame.width) {
			rows.push([]);
			used = 0;
		}
		rows.at(-1)?.push({ line, name, width });
		used += width;
	}
	return rows;
}

export function legendHeight(pen: Pen, lines: readonly NamedLine[], frame: Frame): number {
	return legendRows(pen, lines, frame).length * LEGEND.row;
}

/** Each line of a picture with its name, in the middle of the frame; part of the element that is open. */
export function drawLegend(pen: Pen, lines: readonly NamedLine[], frame: Frame, top: number): void {
	legendRows(pen, lines, frame).forEach((row, index) => {
		const width = row.reduce((sum, entry) => sum + entry.width, -LEGEND.gap);
		const y = top + index * LEGEND.row + LEGEND.row / 2;
		let x = frame.x + (frame.width - width) / 2;
		for (const entry of row) {
			const style = lineStyle(entry.line);
			const end = x + LEGEND.sample - 6;
			pen.doc.save();
			setLine(pen, style, style.width * 0.64);
			drawLine(pen, { x, y }, { x: end, y });
			pen.doc.restore();
			drawMarker(pen, style, { x: (x + end) / 2, y }, 3.4);
			// A fainter line is clear enough to see, its colour not to read.
			const colour = entry.line.age === undefined ? style.colour : colours.ink;
			pen.line(entry.name, x + LEGEND.sample, y + LEGEND.size * 0.35, LEGEND.size, colour);
			x += entry.width;
		}
	});
}
