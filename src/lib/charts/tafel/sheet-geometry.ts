import { colours, themeColour } from '$lib/design/tokens';
import { SCALE_POINTS, shareOf } from '$lib/charts/marks/scale';
import { legendOf } from './legend';
import { legendGeometry, type LegendItem } from '$lib/charts/tafel-marks/legend-geometry';
import { rowGeometry } from './row-geometry';
import type { Tafel, TafelRow } from './tafel-data';
import { moved, type TafelMark, type TextMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';
import { linesWithin, type WidthOf } from '$lib/charts/tafel-marks/text-width';

/** A whole tafel under (0, 0), for whoever cannot lay out text: a file, the PDF, paper, the big screen. */
export interface TafelSheet {
	width: number;
	sizes: TafelSizes;
	widthOf: WidthOf;
	/** Short names, on one line. */
	short?: boolean;
	/** Without what explains small marks, the ends of the scale and the themes: a room hears that. */
	bare?: boolean;
}

/** Everything of the sheet, and where the middle of each row's name lies. */
export interface SheetGeometry {
	width: number;
	height: number;
	marks: TafelMark[];
}

interface Columns extends TafelSheet {
	/** Where names begin, and how wide they may be. */
	nameX: number;
	nameWidth: number;
	axisX: number;
	length: number;
}

/** Shares of the width: of twelve columns names take four, the line seven and the figure one. */
const AXIS = { from: 0.35, to: 0.915 };
const BARE_AXIS = { from: 0.473, to: 0.882 };
const EDGE = { width: 7, height: 32 };
/** In letter sizes. */
const HEAD = 1.5;
const NAME_LINE = 1.25;

export function sheetGeometry(tafel: Tafel, sheet: TafelSheet): SheetGeometry {
	const columns = columnsOf(sheet);
	const { letter } = sheet.sizes;
	const rows = tafel.rows.map((row) => rowOnSheet(row, tafel, columns));
	const legend = legendGeometry(legendItems(tafel, rows, sheet), {
		width: sheet.bare ? columns.nameWidth + columns.nameX : sheet.width,
		letter,
		mean: sheet.sizes.mean,
		person: sheet.sizes.person,
		widthOf: sheet.widthOf
	});
	const top = sheet.bare
		? Math.max(legend.height, HEAD * letter) + 6
		: legend.height + letter * 0.6 + 2 * HEAD * letter;
	const marks: TafelMark[] = [...legend.marks];
	let y = top;
	const ruleAfter = ruleAfterOf(tafel);
	const body: TafelMark[] = [];
	for (const [index, row] of rows.entries()) {
		body.push(...row.marks.map((mark) => moved(mark, 0, y)));
		y += row.height;
		if (index !== ruleAfter) continue;
		body.push(lineMark('rule', 0, sheet.width, y + letter * 0.3, colours.ink, Math.max(1.5, sheet.sizes.mean * 0.35)));
		y += letter * 0.6;
	}
	const themes = sheet.bare ? { height: 0, marks: [] } : themeMarks(tafel, sheet);
	marks.push(...headMarks(tafel, columns, top), ...gridMarks(columns, top, y), ...body);
	marks.push(...themes.marks.map((mark) => moved(mark, 0, y + letter * 0.5)));
	return { width: sheet.width, height: y + (themes.height > 0 ? letter * 0.5 + themes.height : 0), marks };
}

/** After which row the black rule stands: the last to discuss, where those come first; −1 without. */
export function ruleAfterOf({ order, rows }: Tafel): number {
	return order === 'talk' ? rows.filter(({ discussed }) => discussed).length - 1 : -1;
}

/** What stands over the rows to discuss. */
export const discussedWords = ({ proposal }: Pick<Tafel, 'proposal'>): string =>
	proposal ? 'Voorstel om te bespreken' : 'Dit bespreken we';

function columnsOf(sheet: TafelSheet): Columns {
	const { from, to } = sheet.bare ? BARE_AXIS : AXIS;
	const edge = edgeOf(sheet.sizes);
	const nameX = edge.width * 2.3;
	const axisX = sheet.width * from;
	return {
		...sheet,
		nameX,
		nameWidth: axisX - nameX - sheet.sizes.mean * 2,
		axisX,
		length: sheet.width * (to - from)
	};
}

/** The edge in a theme's colour, as large beside the letters as on a page. */
const edgeOf = ({ letter, persons }: TafelSizes) =>
	persons ? { width: (EDGE.width * letter) / 18, height: (EDGE.height * letter) / 18 } : { width: 7, height: 30 };

function legendItems(tafel: Tafel, rows: readonly { marks: TafelMark[] }[], sheet: TafelSheet): LegendItem[] {
	const items = legendOf(
		tafel,
		rows.flatMap(({ marks }) => marks),
		sheet.sizes.persons
	);
	return sheet.bare ? items.filter(({ kind }) => ['side', 'hidden', 'joint'].includes(kind)) : items;
}

function rowOnSheet(row: TafelRow, tafel: Tafel, columns: Columns): { height: number; marks: TafelMark[] } {
	const { sizes, widthOf, axisX } = columns;
	const { letter } = sizes;
	const drawn = rowGeometry(row, tafel.sides, columns.length, sizes);
	const bold = row.discussed;
	const fits = widthOf(row.name, letter, bold) <= columns.nameWidth;
	const names = columns.bare
		? [columns.short || !fits ? row.shortName : row.name]
		: linesWithin(row.name, columns.nameWidth, letter, bold, widthOf);
	const wanted =
		columns.bare || row.wanted === '' ? [] : linesWithin(row.wanted, columns.nameWidth, letter * 0.9, false, widthOf);
	const tall = (names.length + wanted.length) * NAME_LINE * letter;
	const height = columns.bare ? drawn.height : Math.max(drawn.height, tall + letter * 0.4);
	const line = drawn.lines[0] ?? height / 2;
	const middle = line - (names.length * NAME_LINE * letter) / 2;
	const top = columns.bare ? middle : Math.max(letter * 0.2, Math.min(middle, height - tall));
	const edge = edgeOf(sizes);
	const colour = themeColour(row.themeIndex).edge;
	return {
		height,
		marks: [
			{
				...{ kind: 'box', part: 'theme', sideIndex: null, x: 0, y: line - edge.height / 2, ...edge, radius: 0 },
				...{ fill: colour, outline: null }
			},
			...names.map((text, index) => textMark('name', text, columns.nameX, nameLine(index), letter, bold, colours.ink)),
			...wanted.map((text, index) =>
				textMark('name', text, columns.nameX, nameLine(names.length + index), letter * 0.9, false, colours.muted)
			),
			...drawn.marks.map((mark) => moved(mark, axisX, 0)),
			{
				...textMark(
					'figure',
					row.gapText,
					columns.width,
					line + letter * 0.35,
					letter,
					bold,
					bold ? colours.ink : colours.muted
				),
				anchor: 'end' as const
			}
		]
	};

	function nameLine(index: number): number {
		return top + (index + 0.5) * NAME_LINE * letter + letter * 0.34;
	}
}

function headMarks(tafel: Tafel, { sizes, axisX, length, width, bare }: Columns, bottom: number): TafelMark[] {
	const { letter } = sizes;
	const baseline = bottom - letter * 0.5;
	const digits = SCALE_POINTS.map((point): TextMark => ({
		...textMark('axis', String(point), axisX + length * shareOf(point), baseline, letter, false, colours.muted),
		anchor: 'middle'
	}));
	const gap: TextMark = {
		...textMark('axis', 'verschil', width, baseline, letter, false, colours.muted),
		anchor: 'end'
	};
	if (bare) return [...digits, gap];
	const [low, high] = tafel.ends;
	const over = baseline - letter * 1.25;
	return [
		...digits,
		gap,
		textMark('axis', low, axisX, over, letter, false, colours.muted),
		{ ...textMark('axis', high, axisX + length, over, letter, false, colours.muted), anchor: 'end' },
		...(ruleAfterOf(tafel) < 0 ? [] : [textMark('axis', discussedWords(tafel), 0, baseline, letter, true, colours.ink)])
	];
}

function gridMarks({ axisX, length, sizes }: Columns, top: number, bottom: number): TafelMark[] {
	return SCALE_POINTS.map((point) => {
		const x = axisX + length * shareOf(point);
		const width = Math.max(0.5, sizes.mean * 0.1);
		return { kind: 'line', part: 'grid', sideIndex: null, x1: x, x2: x, y1: top - 4, y2: bottom, colour: GRID, width };
	});
}

/** Decoration: nothing rests on seeing it. */
export const GRID = '#DDD9CC';

/** The themes, each named once beside its edge. */
function themeMarks({ themes }: Tafel, { sizes: { letter }, width, widthOf }: TafelSheet) {
	const edge = { width: (EDGE.width * letter) / 18, height: letter * 1.1 };
	const marks: TafelMark[] = [];
	let [x, line] = [0, 0];
	for (const { name, themeIndex } of themes) {
		const wide = edge.width * 2.3 + widthOf(name, letter, false);
		if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
		const y = (line + 0.5) * 1.6 * letter;
		marks.push(
			{
				...{ kind: 'box', part: 'theme', sideIndex: null, x, y: y - edge.height / 2, ...edge, radius: 0 },
				...{ fill: themeColour(themeIndex).edge, outline: null }
			},
			textMark('theme', name, x + edge.width * 2.3, y + letter * 0.34, letter, false, colours.muted)
		);
		x += wide + letter * 1.4;
	}
	return { height: (line + 1) * 1.6 * letter, marks };
}

function textMark(
	part: TextMark['part'],
	text: string,
	x: number,
	baseline: number,
	size: number,
	bold: boolean,
	colour: string
): TextMark {
	return { kind: 'text', part, sideIndex: null, text, x, baseline, size, bold, anchor: 'start', colour };
}

function lineMark(
	part: TafelMark['part'],
	x1: number,
	x2: number,
	y: number,
	colour: string,
	width: number
): TafelMark {
	return { kind: 'line', part, sideIndex: null, x1, x2, y1: y, y2: y, colour, width };
}
