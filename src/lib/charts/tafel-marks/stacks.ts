import { shareOf } from '$lib/charts/marks/scale';
import type { TafelSizes } from './tafel-sizes';

/** The persons of one side on one line, counted from the line outwards. */
export interface Stacks {
	/** Where each person lies along the line, and how many places from it. */
	persons: { x: number; place: number }[];
	/** How many people stacks have that do not fit, each at its outer end; `place` counts lines of letters. */
	totals: { x: number; place: number; text: string }[];
	/** How many places the highest stack takes. */
	places: number;
}

type People = readonly { value: number; count: number }[];
type Column = { x: number; count: number };
type StackSizes = Pick<TafelSizes, 'person' | 'gap' | 'cap' | 'letter'>;

/** About how wide a digit is, in letter sizes. */
const DIGIT = 0.62;
/** Less than this is nothing: lengths are no exact numbers. */
const HAIR = 0.001;

/** More people than this on one score stand beside each other before they stand higher. */
const HIGH = 3;
/** So many stand beside each other at most, and a stack that is broader than one has at most so many marks. */
const BROAD = 4;
const MARKS = 16;
/** The share of the way between two scores that their stacks take: what lies between them is never in doubt. */
const OWN_SHARE = 0.7;

/**
 * The same score is the same stack, its middle at the score, each place further from the line. Where many gave one
 * score and the next score leaves room, a stack is a few people broad, and rows stay low. Scores that are nearer than a
 * person is wide share their places, so that nobody lies over another; a stack of more than fits ends in its total.
 * @param length of the line from 1 to 5
 */
export function stacksOf(people: People, length: number, sizes: StackSizes): Stacks {
	const wide = sizes.person + sizes.gap;
	const columns = people
		.filter(({ count }) => count > 0)
		.map(({ value, count }) => ({ x: length * shareOf(value), count }))
		.sort((a, b) => a.x - b.x);
	const room = roomFor(columns, wide, sizes.cap);
	const stacks =
		room.across > 1
			? columns.map((column) => broadStackOf(column, wide, room))
			: clustersOf(columns, wide).map((cluster) => stackOf(cluster, wide, sizes.cap));
	const persons = stacks.flatMap((stack) => stack.persons);
	return {
		persons,
		totals: apart(
			stacks.flatMap(({ total }) => total ?? []),
			sizes.letter * DIGIT
		),
		places: persons.reduce((most, { place }) => Math.max(most, place + 1), 0)
	};
}

/** How many places high and how many people broad the stacks of a side may be: its scores compare. */
interface Room {
	high: number;
	across: number;
}

/** As narrow as stays low, and no broader than the scores leave room for; 1 across where they leave none. */
function roomFor(columns: readonly Column[], wide: number, cap: number): Room {
	const most = columns.reduce((found, { count }) => Math.max(found, count), 0);
	for (let across = Math.min(Math.ceil(most / HIGH), BROAD); across > 1; across -= 1) {
		const high = Math.min(Math.ceil(most / across), cap, Math.floor(MARKS / across));
		if (areApart(columns, wide, { high, across })) return { high, across };
	}
	return { high: cap, across: 1 };
}

function areApart(columns: readonly Column[], wide: number, room: Room): boolean {
	return columns.every((column, index) => {
		const before = columns[index - 1];
		if (!before) return true;
		const halves = (broadOf(column, room) + broadOf(before, room)) / 2;
		return halves * wide <= (column.x - before.x) * OWN_SHARE;
	});
}

const broadOf = ({ count }: Column, { high, across }: Room) => Math.min(across, Math.ceil(count / high));

/** Each place has as many people as the first, except the last. */
function broadStackOf(column: Column, wide: number, room: Room) {
	const { x, count } = column;
	const broad = broadOf(column, room);
	const shown = Math.min(count, broad * room.high);
	const persons = Array.from({ length: shown }, (_, one) => {
		const place = Math.floor(one / broad);
		const beside = Math.min(broad, shown - place * broad);
		return { x: x + ((one % broad) - (beside - 1) / 2) * wide, place };
	});
	return { persons, total: shown < count ? { x, text: String(count) } : null };
}

function clustersOf(columns: readonly Column[], wide: number): Column[][] {
	const clusters: Column[][] = [];
	for (const column of columns) {
		const last = clusters.at(-1);
		const before = last?.at(-1);
		if (last && before && column.x - before.x < wide - HAIR) last.push(column);
		else clusters.push([column]);
	}
	return clusters;
}

function stackOf(cluster: readonly Column[], wide: number, cap: number) {
	/** Where the last one of each place lies: what comes lies at its right. */
	const taken: number[] = [];
	const persons: Stacks['persons'] = [];
	for (const { x, count } of cluster)
		for (let one = 0; one < count; one += 1) {
			const place = freePlace(taken, x - wide + HAIR, cap);
			if (place === null) break;
			taken[place] = x;
			persons.push({ x, place });
		}
	const all = cluster.reduce((sum, { count }) => sum + count, 0);
	const middle = ((cluster[0]?.x ?? 0) + (cluster.at(-1)?.x ?? 0)) / 2;
	return { persons, total: persons.length < all ? { x: middle, text: String(all) } : null };
}

/** The first place whose last one lies far enough to the left. */
function freePlace(taken: readonly number[], atMost: number, cap: number): number | null {
	for (let place = 0; place < cap; place += 1) if ((taken[place] ?? -Infinity) <= atMost) return place;
	return null;
}

/** Totals that would touch stand on lines of their own, from the left. */
function apart(totals: readonly { x: number; text: string }[], digit: number): Stacks['totals'] {
	const ends: number[] = [];
	return totals.map(({ x, text }) => {
		const half = (text.length * digit) / 2;
		const found = ends.findIndex((end) => end <= x - half);
		const place = found === -1 ? ends.length : found;
		ends[place] = x + half + digit / 2;
		return { x, text, place };
	});
}
