import { colours, sideStyle } from '$lib/design/tokens';
import { legendGeometry } from '$lib/charts/tafel-marks/legend-geometry';
import { axisMarks, gridMarks, textMark, themeMarks, type SheetGeometry } from '$lib/charts/tafel-marks/sheet-marks';
import { moved, type TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import { linesWithin, type WidthOf } from '$lib/charts/tafel-marks/text-width';
import { edgeRoom, themeEdge } from '$lib/charts/tafel-marks/theme-edge';
import { SHIFT_LINES, type ShiftTafel, type ShiftTafelRow, type ShiftTafelSide } from './shift-data';
import { SHIFT_MARK, shiftRowGeometry } from './shift-geometry';
import { shiftLegendOf } from './shift-legend';

/** The whole picture under (0, 0), for whoever cannot lay out text: the PDF, and paper. Lengths in points. */
export interface ShiftSheet {
	width: number;
	widthOf: WidthOf;
}

const LETTER = 9;
/** Of a screen, so that twelve dimensions with two sides leave room for words on a page. */
const SCALE = 0.5;
const SIZES = { letter: LETTER, mean: SHIFT_MARK * SCALE, person: 0 };
/** In letter sizes: what figures take at the right, the scores («2,2 naar 3,1») and the last («1,6 naar 0,7»). */
const SCORE_ROOM = 7.4;
const GAP_ROOM = 7.2;
/** Of the width. */
const AXIS_FROM = 0.33;
const NAME_LINE = 1.25;
const HEAD = 3;

interface Columns extends ShiftSheet {
	nameX: number;
	nameWidth: number;
	axisX: number;
	length: number;
	/** Where scores end. */
	scoreX: number;
	sizes: typeof SIZES;
}

export function shiftSheetGeometry(tafel: ShiftTafel, sheet: ShiftSheet): SheetGeometry {
	const columns = columnsOf(sheet);
	const rows = tafel.rows.map((row) => rowOnSheet(row, columns));
	const items = shiftLegendOf(
		tafel,
		rows.flatMap(({ marks }) => marks)
	);
	const legend = legendGeometry(items, { ...SIZES, width: sheet.width, widthOf: sheet.widthOf });
	const top = legend.height + HEAD * LETTER;
	const body = under(rows, top);
	const foot = body.bottom + LETTER * 0.5;
	const themes = themeMarks(tafel.themes, LETTER, sheet.width, sheet.widthOf);
	return {
		width: sheet.width,
		height: foot + themes.height,
		marks: [
			...legend.marks,
			...headMarks(tafel, columns, top),
			...gridMarks(columns, top, body.bottom),
			...body.marks,
			...themes.marks.map((mark) => moved(mark, 0, foot))
		]
	};
}

function columnsOf(sheet: ShiftSheet): Columns {
	const nameX = edgeRoom(LETTER);
	const axisX = sheet.width * AXIS_FROM;
	const scoreX = sheet.width - GAP_ROOM * LETTER;
	const nameWidth = axisX - nameX - 3 * SIZES.mean;
	return { ...sheet, nameX, nameWidth, axisX, scoreX, length: scoreX - SCORE_ROOM * LETTER - axisX, sizes: SIZES };
}

function under(rows: readonly { height: number; marks: TafelMark[] }[], top: number) {
	let bottom = top;
	const marks = rows.flatMap((row) => {
		const placed = row.marks.map((mark) => moved(mark, 0, bottom));
		bottom += row.height;
		return placed;
	});
	return { bottom, marks };
}

function headMarks(tafel: ShiftTafel, columns: Columns, bottom: number): TafelMark[] {
	const atEnd = (text: string, x: number): TafelMark => ({
		...textMark('axis', text, x, bottom - LETTER * 0.5, LETTER),
		anchor: 'end'
	});
	return [
		...axisMarks(tafel.ends, columns, bottom),
		atEnd('score', columns.scoreX),
		atEnd(SHIFT_LINES[tafel.lines].figure, columns.width)
	];
}

/** The name and the gap stand in the middle of the row, each score beside its side. */
function rowOnSheet(row: ShiftTafelRow, columns: Columns): { height: number; marks: TafelMark[] } {
	const drawn = shiftRowGeometry(row, columns.length, SCALE);
	const bold = row.clear;
	const names = linesWithin(row.name, columns.nameWidth, LETTER, bold, columns.widthOf);
	const shared = linesWithin(row.shared, columns.nameWidth, LETTER * 0.9, false, columns.widthOf);
	const tall = (names.length + shared.length) * NAME_LINE * LETTER;
	// Two lines of one row lie nearer to each other than to the next.
	const apart = drawn.lines.length > 1 ? LETTER : 0;
	const height = Math.max(drawn.height + apart, tall + LETTER * 0.6);
	const middle = height / 2;
	const down = (height - drawn.height) / 2;
	const centred = middle + LETTER * 0.34;
	const baselineOf = (index: number) => middle - tall / 2 + (index + 0.5) * NAME_LINE * LETTER + LETTER * 0.34;
	return {
		height,
		marks: [
			themeEdge(row.themeIndex, 0, middle, LETTER),
			...names.map((text, index) =>
				textMark('name', text, columns.nameX, baselineOf(index), LETTER, { bold, colour: colours.ink })
			),
			...shared.map((text, index) =>
				textMark('name', text, columns.nameX, baselineOf(names.length + index), LETTER * 0.9)
			),
			...drawn.marks.map((mark) => moved(mark, columns.axisX, down)),
			...row.sides.map((side, index) => scoreMark(side, columns.scoreX, down + (drawn.sides[index] ?? 0))),
			{
				...textMark('figure', row.figureText, columns.width, centred, LETTER, {
					bold,
					colour: bold ? colours.ink : colours.muted
				}),
				anchor: 'end'
			}
		]
	};
}

/** In the colour of its side where it changed. */
function scoreMark({ text, clear, sideIndex }: ShiftTafelSide, x: number, y: number): TafelMark {
	const colour = text.includes('naar') ? sideStyle(sideIndex).colour : colours.muted;
	return {
		...textMark('figure', text, x, y + LETTER * 0.34, LETTER, { bold: clear, colour }),
		sideIndex,
		anchor: 'end'
	};
}
