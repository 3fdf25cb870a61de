import { average, averageDistance, isAbove, ratio, subtract, type Rational } from './rational';

/** The rules of docs/scoring.md, a second time; see the README. */

export type Point = 1 | 2 | 3 | 4 | 5;
export type Given = Readonly<Record<string, Point | 'unknown'>>;

export interface Person {
	id: string;
	group: string;
	given: Given;
	/** By dimension. */
	trends: Readonly<Record<string, 'better' | 'same' | 'worse'>>;
	/** Null: left open. */
	topics: readonly string[] | null;
}

export interface World {
	themes: readonly { id: string; dimensions: readonly { id: string; items: readonly string[] }[] }[];
	/** The name and the role of a group matter where measurements are compared. */
	groups: readonly { id: string; people: number | null; name?: string; role?: string }[];
	/** Null: open. */
	threshold: number | null;
	persons: readonly Person[];
	/** What groups answered together; of an open world only. */
	together: readonly { group: string; given: Given; topics: readonly string[] | null }[];
	asksTrend: boolean;
	agreed: Readonly<Record<string, Point>>;
}

const isPoint = (answer: unknown): answer is Point => typeof answer === 'number';
const pointsOf = (given: Given, items: readonly string[]): Point[] => items.map((item) => given[item]).filter(isPoint);

/** Mean of the valid answers, if they are more than half of the dimension's items. */
function scoreOf(given: Given, items: readonly string[]): Rational | null {
	const points = pointsOf(given, items);
	return points.length * 2 > items.length ? average(points.map((point) => ratio(point))) : null;
}

export interface ItemFacts {
	n: number;
	mean: Rational | null;
	/** Hidden: null. */
	counts: number[] | null;
	spread: Rational | null;
	unknown: number;
	joint: Point | 'unknown' | null;
}

export interface SideFacts {
	score: Rational | null;
	basis: 'personen' | 'gezamenlijk antwoord' | null;
	n: number;
	/** Scores of persons; null: hidden. */
	marks: Rational[] | null;
	/** Null: hidden. */
	spread: { value: Rational | null } | null;
	/** Null: hidden; undefined: there is no spread to judge. */
	divided: boolean | null | undefined;
	/** Given answers and the «weet niet» among them; null: hidden. */
	given: { all: number; unknown: number } | null;
	leftOpen: number | null;
	joint: Rational | null;
	/** By item; null: hidden. */
	items: Map<string, ItemFacts | null>;
}

/** Null: everything of it is hidden. */
export function sideFacts(world: World, group: string, items: readonly string[]): SideFacts | null {
	const everyone = world.persons.filter((person) => person.group === group);
	const together = world.together.find((one) => one.group === group);
	const { threshold } = world;
	if (threshold === null) return overPersons(everyone, items, together?.given ?? null);
	const complete = everyone.filter(({ given }) => pointsOf(given, items).length === items.length);
	const some = everyone.filter(({ given }) => pointsOf(given, items).length > 0);
	if (complete.length === some.length || complete.length >= 2 * threshold) {
		if (complete.length < threshold) return null;
		const facts = { ...overPersons(complete, items, null), leftOpen: everyone.length - complete.length };
		if (complete.length < 4 * threshold) {
			facts.spread = null;
			for (const [item, own] of facts.items) facts.items.set(item, own && { ...own, counts: null, spread: null });
		}
		if (complete.length < 2 * threshold) Object.assign(facts, { marks: null, divided: null });
		return facts;
	}
	const facts = overPersons(everyone, items, null);
	if (facts.n < threshold) return null;
	const nothing = new Map(items.map((item) => [item, null]));
	return { ...facts, marks: null, spread: null, divided: null, given: null, items: nothing };
}

/**
 * The same over some of a dimension's statements, as a comparison has it: an anonymous group's people are those who
 * answered all that were asked, and then only means show.
 */
export function partFacts(
	world: World,
	group: string,
	items: readonly string[],
	asked: readonly string[]
): SideFacts | null {
	const { threshold } = world;
	if (threshold === null || items.length === asked.length) return sideFacts(world, group, items);
	const everyone = world.persons.filter((person) => person.group === group);
	const complete = everyone.filter(({ given }) => pointsOf(given, asked).length === asked.length);
	const some = everyone.filter(({ given }) => pointsOf(given, asked).length > 0);
	if (complete.length < (complete.length === some.length ? threshold : 2 * threshold)) return null;
	const facts = overPersons(complete, items, null);
	for (const [item, own] of facts.items) facts.items.set(item, own && { ...own, counts: null, spread: null });
	return { ...facts, marks: null, spread: null, divided: null };
}

function overPersons(persons: readonly Person[], items: readonly string[], joint: Given | null): SideFacts {
	const marks = persons.map(({ given }) => scoreOf(given, items)).filter((score) => score !== null);
	const ofItems = new Map(items.map((item) => [item, itemFacts(persons, item, joint)] as const));
	const jointScore = joint && scoreOf(joint, items);
	const spread = average([...ofItems.values()].map((own) => own.spread).filter((one) => one !== null));
	const unknown = [...ofItems.values()].reduce((total, own) => total + own.unknown, 0);
	const score = average(marks);
	return {
		score: score ?? jointScore,
		basis: score ? 'personen' : jointScore && 'gezamenlijk antwoord',
		n: marks.length,
		marks,
		spread: { value: spread },
		divided: spread ? isAbove(spread, ratio(5, 6)) : undefined,
		given: { all: [...ofItems.values()].reduce((total, own) => total + own.n, unknown), unknown },
		leftOpen: null,
		joint: jointScore,
		items: ofItems
	};
}

function itemFacts(persons: readonly Person[], item: string, joint: Given | null): ItemFacts {
	const points = persons.flatMap(({ given }) => pointsOf(given, [item]));
	const values = points.map((point) => ratio(point));
	return {
		n: points.length,
		mean: average(values),
		counts: [1, 2, 3, 4, 5].map((point) => points.filter((one) => one === point).length),
		spread: points.length >= 3 ? averageDistance(values) : null,
		unknown: persons.filter(({ given }) => given[item] === 'unknown').length,
		joint: joint?.[item] ?? null
	};
}

/** The mean, only if all are there. */
export function meanOfAll(scores: readonly (Rational | null)[]): Rational | null {
	const there = scores.filter((score) => score !== null);
	return there.length === scores.length ? average(there) : null;
}

/** Highest minus lowest side; null with fewer than two. */
export function gapOf(scores: readonly (Rational | null)[]): Rational | null {
	const there = scores.filter((score) => score !== null);
	const [first] = there;
	if (!first || there.length < 2) return null;
	const highest = there.reduce((best, next) => (isAbove(next, best) ? next : best), first);
	const lowest = there.reduce((least, next) => (isAbove(least, next) ? next : least), first);
	return subtract(highest, lowest);
}

/** How many sheets have one point throughout; null where that does not show, or where there are none. */
export function uniformCount(world: World, group: string): number | null {
	const dimensions = world.themes.flatMap((theme) => theme.dimensions);
	const all = dimensions.flatMap(({ items }) => items);
	if (all.length < 10) return null;
	const persons = world.persons.filter((person) => person.group === group);
	const count = persons.filter(({ given }) => {
		const points = pointsOf(given, all);
		return points.length === all.length && new Set(points).size === 1;
	}).length;
	if (count === 0) return null;
	const { threshold } = world;
	if (threshold === null) return count;
	const maySay = dimensions.every(({ items }) => {
		const side = sideFacts(world, group, items);
		const others = (side?.n ?? 0) - count;
		if (others === 0) return true;
		const showsCounts = side !== null && [...side.items.values()].some((item) => item?.counts);
		return others >= threshold * (showsCounts ? 4 : (side?.marks ?? []).length > 0 ? 2 : 1);
	});
	return count >= threshold && maySay ? count : null;
}

/** Of who answered the closing question in a group; `shows` is false where too few did. */
export function topicFacts(world: World, group: string) {
	const answered = world.persons.flatMap((one) => (one.group === group && one.topics ? [one.topics] : []));
	const shows = world.threshold === null || answered.length >= world.threshold;
	const joint = world.threshold === null ? (world.together.find((one) => one.group === group)?.topics ?? null) : null;
	return { shows, answered, joint };
}

/** The three counts of a group on a dimension; null where they are hidden. */
export function trendFacts(world: World, group: string, dimension: string) {
	const chosen = world.persons.flatMap((one) => (one.group === group ? (one.trends[dimension] ?? []) : []));
	if (world.threshold !== null && chosen.length < 2 * world.threshold) return null;
	const count = (trend: string) => chosen.filter((one) => one === trend).length;
	return { better: count('better'), same: count('same'), worse: count('worse'), n: chosen.length };
}
