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

/**
 * The same score is the same column, each person a place further from the line. Columns that are nearer than a person
 * is wide share their places, so that nobody lies over another; a stack of more than fits ends in its total.
 * @param length of the line from 1 to 5
 */
export function stacksOf(people: People, length: number, sizes: StackSizes): Stacks {
	const wide = sizes.person + sizes.gap;
	const columns = people
		.filter(({ count }) => count > 0)
		.map(({ value, count }) => ({ x: length * shareOf(value), count }))
		.sort((a, b) => a.x - b.x);
	const stacks = clustersOf(columns, wide).map((cluster) => stackOf(cluster, wide, sizes.cap));
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
