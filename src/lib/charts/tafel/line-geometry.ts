import { colours, dotStyle, sideStyle, type Marker } from '$lib/design/tokens';
import { shareOf } from '$lib/charts/marks/scale';
import { stacksOf } from '$lib/charts/tafel-marks/stacks';
import type { TafelRowSide } from './tafel-data';
import type { MarkerMark, TafelMark } from '$lib/charts/tafel-marks/tafel-marks';
import type { TafelSizes } from '$lib/charts/tafel-marks/tafel-sizes';
import { aboutWidth } from '$lib/charts/tafel-marks/text-width';

/** One line of a row around (0, 0), the left end of the line: one side above it and one below. */
export interface LineGeometry {
	marks: TafelMark[];
	/** How far it reaches above and below the line. */
	above: number;
	below: number;
}

export interface LineSheet {
	/** Of the line, from 1 to 5. */
	length: number;
	sizes: TafelSizes;
	/** Whether the sides lie so far apart that a bar joins them. */
	bar: boolean;
	/** Sides whose persons no row draws (the legend says so). */
	unseen: readonly number[];
}

/** Above the line, or below it. */
type Half = -1 | 1;

/** The paper around a mean. */
const RING = 2;
const BOX = { height: 26 / 18, dash: [2, 5], width: 2, radius: 6, inset: 10 };
/** How far a shape reaches beside its middle, for a size of 1. */
const REACH: Record<Marker, number> = { circle: 1, square: 0.9, triangle: 1.1, diamond: 1.25, cross: 1.05 };

export function lineGeometry(sides: readonly TafelRowSide[], sheet: LineSheet): LineGeometry {
	const { length, sizes } = sheet;
	const halves = sides.map((side, index) => ({ side, half: (index === 0 ? -1 : 1) as Half }));
	const placed = scoresPlaced(halves, sheet);
	const outer = halves.map(({ side, half }) => outside(side, half, placed, sheet));
	const table: TafelMark = {
		kind: 'line',
		part: 'table',
		sideIndex: null,
		...{ x1: 0, x2: length, y1: 0, y2: 0 },
		colour: sizes.table > 4 ? colours.ink : colours.rule,
		width: sizes.table,
		dash: []
	};
	const reachOf = (half: Half) =>
		Math.max(
			sizes.mean + RING,
			...placed.filter(({ y }) => y * half > 0).map(({ y }) => Math.abs(y) + sizes.mean + RING),
			...outer.filter((one) => one.half === half).map(({ reach }) => reach)
		);
	return {
		marks: [table, ...outer.flatMap(({ marks }) => marks), ...barMarks(placed, sheet), ...placed.flatMap(scoreMarks)],
		above: reachOf(-1),
		below: reachOf(1)
	};
}

interface PlacedScore {
	side: TafelRowSide;
	half: Half;
	part: 'mean' | 'joint';
	/** The side's score, or a joint answer beside its individuals. */
	main: boolean;
	x: number;
	y: number;
	size: number;
}

/** The sides' scores first, each to its own side of the line where they would touch; then joint answers beside them. */
function scoresPlaced(halves: readonly { side: TafelRowSide; half: Half }[], { length, sizes }: LineSheet) {
	const size = sizes.mean;
	const all = halves.flatMap(({ side, half }) => {
		const parts = (['mean', 'joint'] as const).filter((part) => side[part] !== null);
		return parts.map((part, index) => ({
			...{ side, half, part, size, main: index === 0, y: 0 },
			x: length * shareOf(side[part] ?? 1)
		}));
	});
	const main = all.filter((one) => one.main);
	const near = (one: PlacedScore, other: PlacedScore) => Math.abs(one.x - other.x) < 2 * size + 4;
	const [first, second] = main;
	const face = first !== undefined && second !== undefined && near(first, second);
	const placed: PlacedScore[] = main.map((one) => ({ ...one, y: face ? one.half * (size + 2) : 0 }));
	for (const one of all.filter((score) => !score.main)) {
		const free = [0, 1, 2, 3]
			.map((step) => one.half * step * (size + 2))
			.find((y) => placed.every((other) => !near(one, other) || Math.abs(other.y - y) >= 2 * size + 2));
		placed.push({ ...one, y: free ?? one.half * 4 * (size + 2) });
	}
	return placed;
}

function barMarks(placed: readonly PlacedScore[], { sizes, bar }: LineSheet): TafelMark[] {
	const [one, other] = placed.filter(({ main }) => main);
	if (!bar || !one || !other) return [];
	return [
		{
			kind: 'line',
			part: 'gap',
			sideIndex: null,
			...{ x1: Math.min(one.x, other.x), x2: Math.max(one.x, other.x), y1: 0, y2: 0 },
			colour: colours.ink,
			width: sizes.bar,
			dash: []
		}
	];
}

function scoreMarks({ side: { sideIndex }, part, x, y, size }: PlacedScore): MarkerMark[] {
	const { marker: shape, colour } = sideStyle(sideIndex);
	const at = { kind: 'marker', sideIndex, shape, x, y } as const;
	const width = Math.max(4, size * 0.35);
	const ring: MarkerMark = { ...at, part: 'ring', size: size + RING, fill: colours.paper, outline: null };
	return part === 'mean'
		? [ring, { ...at, part, size, fill: colour, outline: null }]
		: [ring, { ...at, part, size: size - width / 2, fill: colours.paper, outline: { colour, width } }];
}

/** What a side has outside its scores: its persons, or the box that stands for them. */
function outside(
	side: TafelRowSide,
	half: Half,
	placed: readonly PlacedScore[],
	{ length, sizes, unseen }: LineSheet
): { half: Half; marks: TafelMark[]; reach: number } {
	const off = placed.filter(({ y }) => y * half > 0).map(({ y }) => Math.abs(y) + sizes.mean + 2);
	const start = Math.max(sizes.mean + 3, ...off);
	if (side.hidden === 'side') return boxed(side, whySaid(side, length, sizes), half, start, length, sizes);
	if (!sizes.persons || side.hidden === 'none') return persons(side, half, start, length, sizes);
	if (unseen.includes(side.sideIndex)) return { half, marks: [], reach: 0 };
	return boxed(side, 'verborgen', half, start, length, sizes);
}

/** With the name of the side where that fits on the line; the legend has it too, beside its mark. */
function whySaid({ name, why }: TafelRowSide, length: number, { letter }: TafelSizes): string {
	const named = `${name} ${why}`;
	return aboutWidth(named, letter, false) <= length - 2 * BOX.inset ? named : why;
}

function persons(side: TafelRowSide, half: Half, start: number, length: number, sizes: TafelSizes) {
	if (!sizes.persons) return { half, marks: [], reach: 0 };
	const { sideIndex } = side;
	const { marker: shape, colour: fill } = dotStyle(sideIndex);
	const stacks = stacksOf(side.persons, length, sizes);
	const step = sizes.person + sizes.gap;
	const end = start + Math.max(0, stacks.places * step - sizes.gap);
	const lineOf = (place: number) => end + 2 + (place + 0.5) * sizes.letter;
	const marks: TafelMark[] = [
		...stacks.persons.map(({ x, place }) => ({
			kind: 'marker' as const,
			part: 'person' as const,
			...{ sideIndex, shape, fill, outline: null, x },
			y: half * (start + place * step + sizes.person / 2),
			size: personSize(shape, sizes)
		})),
		...stacks.totals.map(({ x, place, text }) => ({
			kind: 'text' as const,
			part: 'total' as const,
			...{ sideIndex, text, x, size: sizes.letter, bold: false, colour: colours.ink },
			anchor: 'middle' as const,
			baseline: half * lineOf(place) + sizes.letter * 0.36
		}))
	];
	const lines = stacks.totals.reduce((most, { place }) => Math.max(most, place + 1), 0);
	return { half, marks, reach: stacks.places === 0 ? 0 : end + (lines > 0 ? 2 + lines * sizes.letter : 0) };
}

/** Slender shapes use the room between two persons, so that they look as large as the others. */
const personSize = (shape: Marker, { person, gap }: TafelSizes) =>
	Math.min(person / 2 + gap / 4, (person + gap) / 2 / REACH[shape]);

/** Over the whole line, so that it says nothing of where they sit. */
function boxed(
	{ sideIndex, hidden }: TafelRowSide,
	text: string,
	half: Half,
	start: number,
	length: number,
	sizes: TafelSizes
): { half: Half; marks: TafelMark[]; reach: number } {
	const { colour } = sideStyle(sideIndex);
	const part = hidden === 'side' ? 'hidden-side' : 'hidden-persons';
	const height = sizes.persons ? sizes.letter * BOX.height : sizes.row / 2 - 4;
	const near = sizes.persons ? start : 2;
	const y = half > 0 ? near : -near - height;
	const outline = { colour, width: BOX.width, dash: BOX.dash };
	const marks: TafelMark[] = [
		{ kind: 'box', part, sideIndex, x: 0, y, width: length, height, radius: BOX.radius, fill: null, outline }
	];
	if (sizes.persons)
		marks.push({
			...{
				kind: 'text',
				part,
				sideIndex,
				text,
				x: BOX.inset,
				size: sizes.letter,
				bold: false,
				anchor: 'start',
				colour
			},
			baseline: y + height / 2 + sizes.letter * 0.33
		});
	return { half, marks, reach: near + height };
}
