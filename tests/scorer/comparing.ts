import { average, isAbove, over, ratio, subtract, times, total, type Rational } from './rational';
import { gapOf, meanOfAll, partFacts, type SideFacts, type World } from './scorer';

/** «Comparing», «Shift» and «Samen in a comparison» of docs/scoring.md, a second time; see the README. */

/** One of the measurements that are compared. */
export interface Year {
	date: string;
	version: string;
	world: World;
	/** Who a group of the world is, whatever its id and name that year. */
	who: Readonly<Record<string, string>>;
}

/** Of a dimension or a theme in one year: who has which score, and «samen» over who was there each time. */
interface YearFacts {
	/** Who took part, with null for no score. */
	scores: Map<string, Rational | null>;
	together: Rational | null;
	gap: Rational | null;
}

interface DimensionYear extends YearFacts {
	sides: Map<string, SideFacts | null>;
}

export interface ComparedFacts {
	/** Everyone who took part in any year. */
	everyone: string[];
	/** Who took part each time. */
	stayed: string[];
	/** In the order of the newest version; `years` oldest first. */
	dimensions: { id: string; theme: string; items: string[]; years: DimensionYear[] }[];
	themes: { id: string; years: YearFacts[] }[];
}

/** @param years oldest first @returns null where no statement is shared */
export function comparedFacts(years: readonly Year[]): ComparedFacts | null {
	const newest = [...years].sort((a, b) => (a.version < b.version ? -1 : 1)).at(-1);
	const itemsIn = ({ world }: Year, dimension: string) =>
		world.themes.flatMap((theme) => theme.dimensions).find(({ id }) => id === dimension)?.items ?? [];
	const people = years.map(({ who }) => Object.values(who));
	const everyone = [...new Set(people.flat())];
	const stayed = everyone.filter((one) => people.every((there) => there.includes(one)));
	const dimensions = (newest?.world.themes ?? []).flatMap((theme) =>
		theme.dimensions.flatMap(({ id, items }) => {
			const shared = items.filter((item) => years.every((year) => itemsIn(year, id).includes(item)));
			if (shared.length === 0) return [];
			const inYears = years.map((year) => dimensionYear(year, shared, itemsIn(year, id), stayed));
			return [{ id, theme: theme.id, items: shared, years: inYears }];
		})
	);
	if (dimensions.length === 0) return null;
	const themes = [...new Set(dimensions.map(({ theme }) => theme))].map((id) => ({
		id,
		years: years.map(({ who }, place) => {
			const own = dimensions.filter(({ theme }) => theme === id).flatMap((dimension) => dimension.years[place] ?? []);
			return {
				scores: new Map(
					Object.values(who).map((one) => [one, meanOfAll(own.map(({ scores }) => scores.get(one) ?? null))])
				),
				together: meanOfAll(own.map(({ together }) => together)),
				gap: null
			};
		})
	}));
	return { everyone, stayed, dimensions, themes };
}

function dimensionYear(
	{ world, who }: Year,
	shared: readonly string[],
	all: readonly string[],
	stayed: readonly string[]
): DimensionYear {
	const sides = new Map(
		Object.entries(who).map(([group, one]) => [one, partFacts(world, group, shared, all)] as const)
	);
	const scores = new Map([...sides].map(([one, side]) => [one, side?.score ?? null]));
	const over = stayed.length < 2 ? [] : stayed.map((one) => scores.get(one) ?? null);
	return { sides, scores, together: over.length === 0 ? null : meanOfAll(over), gap: gapOf(over) };
}

export interface ShiftFacts {
	before: Rational | null;
	after: Rational | null;
	difference: Rational | null;
	verdict: 'beter' | 'minder goed' | 'niet te onderscheiden' | null;
	/** The persons are kept back somewhere: the rule takes their standard deviation to be 1. */
	assumed: boolean;
}

/** What became of the score of some, each weighing the same, between two years of a dimension. */
export function shiftFacts(
	before: DimensionYear | undefined,
	after: DimensionYear | undefined,
	who: readonly string[]
): ShiftFacts {
	const [then, now] = [before, after].map((year) => who.map((one) => year?.sides.get(one) ?? null));
	const scoreOf = (sides: readonly (SideFacts | null)[] = []) =>
		sides.length === 0 ? null : meanOfAll(sides.map((side) => side?.score ?? null));
	const scores = { before: scoreOf(then), after: scoreOf(now) };
	const difference = scores.before && scores.after && subtract(scores.after, scores.before);
	const sides = [...(then ?? []), ...(now ?? [])].filter((side) => side !== null);
	const silent = sides.some(({ basis, n }) => basis !== 'personen' || n < 2);
	if (!difference || silent) return { ...scores, difference, verdict: null, assumed: false };
	const uncertainty = total(sides.map((side) => over(varianceOf(side), side.n * who.length * who.length)));
	const enough =
		!isAbove(ratio(1, 4), times(difference, difference)) &&
		!isAbove(times(uncertainty, ratio(4)), times(difference, difference));
	const direction = isAbove(difference, ratio(0)) ? 'beter' : 'minder goed';
	return {
		...scores,
		difference,
		verdict: enough ? direction : 'niet te onderscheiden',
		assumed: sides.some(({ marks }) => marks === null)
	};
}

/** The sample variance, never below 1/4; 1 where the persons are kept back. */
function varianceOf({ marks, n }: SideFacts): Rational {
	if (marks === null) return ratio(1);
	const middle = average(marks) ?? ratio(0);
	const squares = marks.map((mark) => times(subtract(mark, middle), subtract(mark, middle)));
	const found = over(total(squares), n - 1);
	return isAbove(ratio(1, 4), found) ? ratio(1, 4) : found;
}

/** «Beside others» of docs/scoring.md: the place (n − 1)·k/4 of the sorted scores, in proportion. */
export function quartileOf(scores: readonly Rational[], quarter: 1 | 2 | 3): Rational {
	const sorted = [...scores].sort((a, b) => (isAbove(a, b) ? 1 : isAbove(b, a) ? -1 : 0));
	const place = (sorted.length - 1) * quarter;
	const [low, high] = [sorted[Math.floor(place / 4)], sorted[Math.ceil(place / 4)]];
	if (!low || !high) throw new RangeError('There are no scores');
	return total([low, times(subtract(high, low), ratio(place % 4, 4))]);
}
