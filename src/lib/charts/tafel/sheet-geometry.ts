import { colours } from '$lib/design/tokens';
import { legendGeometry, type LegendItem } from '$lib/charts/tafel-marks/legend-geometry';
import { gridMarks, textMark, themeMarks, type SheetGeometry } from '$lib/charts/tafel-marks/sheet-marks';
import { moved, type TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';
import { linesWithin, type WidthOf } from '$lib/charts/tafel-marks/text-width';
import { legendOf } from './legend';
import { rowGeometry } from './row-geometry';
import { edgeRoom, themeEdge } from '$lib/charts/tafel-marks/theme-edge';
import { headMarks, ruleAfterOf } from './sheet-parts';
import type { Tafel, TafelRow } from './tafel-data';

/** A whole tafel under (0, 0), for whoever cannot lay out text: a file, the PDF, paper, the big screen. */
export interface TafelSheet {
	width: number;
	sizes: TafelSizes;
	/** Of the rows that are not to be discussed, where there is no room for all; with the same letter. */
	others?: TafelSizes;
	widthOf: WidthOf;
	/** Short names, on one line. */
	short?: boolean;
	/** Without what explains small marks, the ends of the scale and the themes: a room hears that. */
	bare?: boolean;
}

interface Columns extends TafelSheet {
	/** Where names begin, and how wide they may be. */
	nameX: number;
	nameWidth: number;
	axisX: number;
	length: number;
}

interface Drawn {
	height: number;
	marks: TafelMark[];
}

/** Shares of the width: of twelve columns names take four, the line seven and the figure one. */
const AXIS = { from: 0.35, to: 0.915 };
const BARE_AXIS = { from: 0.473, to: 0.882 };
/** In letter sizes. */
const HEAD = 1.5;
const NAME_LINE = 1.25;
const RULE_ROOM = 0.6;
/** What the legend of a bare one explains: a room hears the rest. */
const BARE_LEGEND: readonly LegendItem['kind'][] = ['side', 'hidden', 'joint'];
/** What figures and the word above them take at the right of the line. */
const FIGURE_ROOM = 4.6;

export function sheetGeometry(tafel: Tafel, sheet: TafelSheet): SheetGeometry {
	const columns = columnsOf(sheet);
	const { letter } = sheet.sizes;
	const others = { ...columns, sizes: sheet.others ?? sheet.sizes };
	const rows = tafel.rows.map((row) => rowOnSheet(row, tafel, row.discussed ? columns : others));
	const legend = legendOn(tafel, rows, columns);
	const top = sheet.bare ? legend.height + 6 : legend.height + letter * 0.6 + 2 * HEAD * letter;
	const body = rowsUnder(rows, ruleAfterOf(tafel), sheet);
	const foot = top + body.height + letter * 0.5;
	const themes = sheet.bare ? null : themeMarks(tafel.themes, letter, sheet.width, sheet.widthOf);
	return {
		width: sheet.width,
		height: themes ? foot + themes.height : top + body.height,
		marks: [
			...legend.marks,
			...headMarks(tafel, columns, top),
			...gridMarks(columns, top, top + body.height),
			...body.marks.map((mark) => moved(mark, 0, top)),
			...(themes?.marks.map((mark) => moved(mark, 0, foot)) ?? [])
		]
	};
}

function columnsOf(sheet: TafelSheet): Columns {
	const { from, to } = sheet.bare ? BARE_AXIS : AXIS;
	const end = Math.min(sheet.width * to, sheet.width - FIGURE_ROOM * sheet.sizes.letter);
	const nameX = edgeRoom(sheet.sizes.letter);
	const axisX = sheet.width * from;
	return {
		...sheet,
		nameX,
		nameWidth: axisX - nameX - sheet.sizes.mean * 2,
		axisX,
		length: end - axisX
	};
}

function legendOn(tafel: Tafel, rows: readonly Drawn[], { width, sizes, widthOf, bare, axisX }: Columns): Drawn {
	const drawn = rows.flatMap(({ marks }) => marks);
	const { letter, mean, person } = sizes;
	const on = { letter, mean, person, widthOf };
	const all = legendOf(tafel, drawn, sizes.persons);
	if (!bare) return legendGeometry(all, { ...on, width });
	const items = all.filter(({ kind }) => BARE_LEGEND.includes(kind));
	const head = HEAD * letter;
	const beside = legendGeometry(items, { ...on, width: axisX - letter });
	const above = legendGeometry(items, { ...on, width });
	// Beside the digits of the axis, unless names are so long that they would run into them.
	return beside.width <= axisX - letter && beside.height <= above.height + head
		? { ...beside, height: Math.max(beside.height, head) }
		: { ...above, height: above.height + head };
}

/** The rows under each other, with the black rule after one of them. */
function rowsUnder(rows: readonly Drawn[], ruleAfter: number, { width, sizes }: TafelSheet): Drawn {
	const { letter, mean } = sizes;
	let height = 0;
	const marks = rows.flatMap((row, index) => {
		const placed = row.marks.map((mark) => moved(mark, 0, height));
		height += row.height;
		if (index !== ruleAfter) return placed;
		const y = height + (RULE_ROOM / 2) * letter;
		height += RULE_ROOM * letter;
		const thick = Math.max(1.5, mean * 0.35);
		const rule = { kind: 'line', part: 'rule', sideIndex: null, x1: 0, x2: width, y1: y, y2: y } as const;
		return [...placed, { ...rule, colour: colours.ink, width: thick, dash: [] }];
	});
	return { height, marks };
}

function rowOnSheet(row: TafelRow, tafel: Tafel, columns: Columns): Drawn {
	const { sizes, axisX, width, bare } = columns;
	const { letter } = sizes;
	const drawn = rowGeometry(row, tafel.sides, columns.length, sizes);
	const names = namesOf(row, columns);
	const wanted = bare === true ? [] : linesWithin(row.wanted, columns.nameWidth, letter * 0.9, false, columns.widthOf);
	const tall = (names.length + wanted.length) * NAME_LINE * letter;
	const height = bare ? drawn.height : Math.max(drawn.height, tall + letter * 0.4);
	const line = drawn.lines[0] ?? height / 2;
	const middle = line - (names.length * NAME_LINE * letter) / 2;
	const top = bare ? middle : Math.max(letter * 0.2, Math.min(middle, height - tall));
	const baselineOf = (index: number) => top + (index + 0.5) * NAME_LINE * letter + letter * 0.34;
	const bold = row.discussed;
	const colour = bold ? colours.ink : colours.muted;
	return {
		height,
		marks: [
			themeEdge(row.themeIndex, 0, line, letter, bare ? 1.07 : undefined),
			...names.map((text, index) =>
				textMark('name', text, columns.nameX, baselineOf(index), letter, { bold, colour: colours.ink })
			),
			...wanted.map((text, index) =>
				textMark('name', text, columns.nameX, baselineOf(names.length + index), letter * 0.9)
			),
			...drawn.marks.map((mark) => moved(mark, axisX, 0)),
			{ ...textMark('figure', row.gapText, width, line + letter * 0.34, letter, { bold, colour }), anchor: 'end' }
		]
	};
}

function namesOf({ name, shortName, discussed }: TafelRow, columns: Columns): string[] {
	const { letter } = columns.sizes;
	if (!columns.bare) return linesWithin(name, columns.nameWidth, letter, discussed, columns.widthOf);
	const fits = columns.widthOf(name, letter, discussed) <= columns.nameWidth;
	return [columns.short || !fits ? shortName : name];
}
