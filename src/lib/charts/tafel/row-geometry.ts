import { colours } from '$lib/design/tokens';
import { shareOf } from '$lib/charts/marks/scale';
import { lineGeometry, type LineGeometry } from './line-geometry';
import type { Tafel, TafelRow } from './tafel-data';
import { moved, type TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';

/** One row under (0, 0): its left end at 1 of the scale, its top. */
export interface RowGeometry {
	height: number;
	/** How far down each line lies; the name stands at the first. */
	lines: readonly number[];
	/** How far down the middle of a flag lies, or would: above all persons of the first line. */
	lane: number;
	marks: TafelMark[];
}

/** Paper above and below what a row has, in letter sizes. */
const PAD = 4 / 18;
const FLAG = { height: 1.65, stem: 12, pad: 0.45, digit: 0.56 };

/**
 * @param length of a line from 1 to 5
 * @param sides of the tafel, for what no row draws
 */
export function rowGeometry(row: TafelRow, sides: Tafel['sides'], length: number, sizes: TafelSizes): RowGeometry {
	const unseen = sides.filter(({ personsHidden }) => personsHidden).map(({ sideIndex }) => sideIndex);
	const pairs = row.sides.flatMap((side, index) =>
		index % 2 === 0 ? [[side, ...row.sides.slice(index + 1, index + 2)]] : []
	);
	const lines = pairs.map((pair, index) =>
		lineGeometry(pair, { length, sizes, unseen, bar: row.bars.includes(index) })
	);
	const flag = row.agreed === null || !sizes.persons ? null : flagGeometry(row.agreed, length, sizes, lines[0]);
	// Rows without persons are all as high, so that a page of them is whole whatever they show.
	const reach = (line: LineGeometry | undefined, half: 'above' | 'below') =>
		sizes.persons ? (line?.[half] ?? 0) + PAD * sizes.letter : 0;
	const above = Math.max(reach(lines[0], 'above'), flag ? flag.above : 0, sizes.row / 2);
	const places = placesOf(lines, above, sizes);
	const last = places.at(-1) ?? 0;
	const below = Math.max(reach(lines.at(-1), 'below'), sizes.row / 2);
	const first = places[0] ?? 0;
	return {
		height: last + below,
		lines: places,
		lane: first - (lines[0]?.above ?? 0) - FLAG.stem - (FLAG.height / 2) * sizes.letter,
		marks: [
			...lines.flatMap(({ marks }, index) => marks.map((mark) => moved(mark, 0, places[index] ?? 0))),
			...(flag?.marks.map((mark) => moved(mark, 0, first)) ?? [])
		]
	};
}

function placesOf(
	lines: readonly LineGeometry[],
	first: number,
	{ secondLine, persons, letter }: TafelSizes
): number[] {
	let y = first;
	return lines.map(({ above }, index) => {
		const before = lines[index - 1];
		if (before) y += Math.max(secondLine, persons ? before.below + above + PAD * letter : 0);
		return y;
	});
}

/** The agreed score: no side's, so in ink, above the persons of the first line and around (0, 0) of it. */
function flagGeometry(agreed: number, length: number, sizes: TafelSizes, line: LineGeometry | undefined) {
	const text = `afgesproken ${agreed}`;
	const x = length * shareOf(agreed);
	const width = text.length * FLAG.digit * sizes.letter + 2 * FLAG.pad * sizes.letter;
	const height = FLAG.height * sizes.letter;
	const left = Math.min(Math.max(0, x - width / 2), Math.max(0, length - width));
	const foot = -(line?.above ?? 0) - FLAG.stem;
	const part = { part: 'agreed', sideIndex: null } as const;
	const marks: TafelMark[] = [
		{
			kind: 'line',
			...part,
			x1: x,
			x2: x,
			y1: foot - 1,
			y2: foot + FLAG.stem - 2,
			colour: colours.ink,
			width: 3,
			dash: []
		},
		{
			...{ kind: 'box', ...part, x: left, y: foot - height, width, height, radius: 5, fill: colours.ink, outline: null }
		},
		{
			...{ kind: 'text', ...part, text, size: sizes.letter, bold: true, anchor: 'middle', colour: colours.paper },
			x: left + width / 2,
			baseline: foot - height / 2 + sizes.letter * 0.34
		}
	];
	return { marks, above: -foot + height + 4 };
}
