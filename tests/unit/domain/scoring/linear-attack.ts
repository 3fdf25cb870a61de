import type { GroupFigures } from '$lib/domain/scoring/figures';
import type { Threshold } from '$lib/domain/measurement/measurement';

/** Of one person, for each item whether there is a valid answer. */
export type Person = readonly boolean[];

/** What is shown over some of the items, by their places. */
export interface ShownOver {
	places: readonly number[];
	side: GroupFigures;
}

/**
 * The unknowns are, for each person, item and point from 2 to 5, whether that is the answer (1 is what is left). Every
 * figure is a row of coefficients over them. A sum over a few people follows from the figures exactly when some mixture
 * of rows has all its coefficients with these people: when leaving out their columns lowers the rank.
 * @param side what is shown over all items
 * @param beside what is shown over some of them as well, as in a comparison
 * @returns the sets of people (by place) smaller than the threshold of whom something follows
 */
export function leaksBelow(
	threshold: Threshold,
	people: readonly Person[],
	side: GroupFigures,
	beside: readonly ShownOver[] = []
): number[][] {
	const everyPlace = [...side.items.keys()];
	const rows = [{ places: everyPlace, side }, ...beside].flatMap((shown) => equations(people, shown));
	const full = rank(rows);
	return smallSets(people, threshold).filter((few) => {
		const others = rows.map((row) => row.filter((_, column) => !few.includes(personOf(column, everyPlace.length))));
		return rank(others) < full;
	});
}

const POINTS = [2, 3, 4, 5] as const;
const personOf = (column: number, items: number) => Math.floor(column / (items * POINTS.length));
const countOf = (person: Person) => person.filter(Boolean).length;

function equations(people: readonly Person[], { places, side }: ShownOver): number[][] {
	// Over those who answered all of the dimension, or else over everyone.
	const isIn = (person: Person) => side.leftOpen === null || person.every(Boolean);
	const row = (coefficient: (person: Person, place: number, point: number) => number) =>
		people.flatMap((person) => {
			const counted = places.map((place) => person[place] ?? false);
			return person.flatMap((valid, place) =>
				POINTS.map((point) =>
					valid && isIn(person) && places.includes(place) ? coefficient(counted, place, point) : 0
				)
			);
		});
	const itemRows = side.items.flatMap((shown, index) => {
		if (shown.hidden) return [];
		if (!shown.counts) return [row((_, place, point) => (place === places[index] ? point - 1 : 0))];
		return POINTS.map((asked) => row((_, place, point) => (place === places[index] && point === asked ? 1 : 0)));
	});
	if (side.score === null) return itemRows;
	// A person's score is the sum over the number of answers: 60 times that stays whole up to six items.
	const scoreOf = (counts: (count: number) => boolean) =>
		row((person, _, point) => {
			const count = countOf(person);
			return count * 2 > person.length && counts(count) ? (60 / count) * (point - 1) : 0;
		});
	// Scores of persons tell halves from thirds: suppose that their sums can be told apart altogether.
	const tellsApart = side.distribution.length > 0;
	const perCount = tellsApart ? [1, 2, 3, 4, 5, 6].map((asked) => scoreOf((count) => count === asked)) : [];
	return [...itemRows, scoreOf(() => true), ...perCount];
}

/** All unions of people who answered the same items, smaller than the threshold: figures cannot tell those apart. */
function smallSets(people: readonly Person[], threshold: Threshold): number[][] {
	const alike = new Map<string, number[]>();
	for (const [place, person] of people.entries()) {
		if (countOf(person) === 0) continue;
		const key = person.join();
		alike.set(key, [...(alike.get(key) ?? []), place]);
	}
	const unions = [...alike.values()].reduce<number[][]>(
		(sets, kind) => [...sets, ...sets.map((set) => [...set, ...kind]).filter((set) => set.length < threshold)],
		[[]]
	);
	return unions.filter((set) => set.length > 0);
}

const PRIME = 67_108_859;

/** The rank of whole-number rows, modulo a prime below 2^26, so that products stay exact. */
function rank(rows: readonly (readonly number[])[]): number {
	const left = rows.map((row) => row.map((value) => ((value % PRIME) + PRIME) % PRIME));
	const pivots: { row: number[]; column: number }[] = [];
	for (const row of left) {
		for (const pivot of pivots) subtract(row, pivot.row, row[pivot.column] ?? 0);
		const column = row.findIndex((value) => value !== 0);
		if (column === -1) continue;
		const inverse = power(row[column] ?? 1, PRIME - 2);
		pivots.push({ row: row.map((value) => (value * inverse) % PRIME), column });
	}
	return pivots.length;
}

function subtract(row: number[], pivot: readonly number[], factor: number): void {
	if (factor === 0) return;
	for (const [column, value] of pivot.entries()) {
		row[column] = ((row[column] ?? 0) + PRIME - ((value * factor) % PRIME)) % PRIME;
	}
}

function power(base: number, exponent: number): number {
	let result = 1;
	let square = base;
	for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
		if (left % 2 === 1) result = (result * square) % PRIME;
		square = (square * square) % PRIME;
	}
	return result;
}
