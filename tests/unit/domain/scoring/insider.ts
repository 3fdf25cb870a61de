import type { GroupFigures } from '$lib/domain/scoring/figures';

/** Three answers of one person to the items of a dimension. */
export type Sheet = readonly [number, number, number];

/** How far the search goes before it stops: not found to be told is what counts. */
const STEPS = 200_000;

const everySheet: readonly Sheet[] = [1, 2, 3, 4, 5].flatMap((a) =>
	[1, 2, 3, 4, 5].flatMap((b) => [1, 2, 3, 4, 5].map((c): Sheet => [a, b, c]))
);
const totalOf = ([a, b, c]: Sheet) => a + b + c;

/**
 * Whether somebody of a group of complete sheets, who knows the own sheet and sees these figures exactly, finds what
 * sheets all the others filled in: whose is whose is never in it.
 * @param side figures over three items in which the persons show
 */
export function findsAllOthers(side: GroupFigures, own: Sheet): boolean {
	const left = new Map(side.distribution.map(({ score, count }) => [Math.round(score.toNumber() * 3), count]));
	left.set(totalOf(own), (left.get(totalOf(own)) ?? 0) - 1);
	const sums = side.items.map((item, place) => Math.round((item.mean?.toNumber() ?? 0) * item.n) - (own[place] ?? 0));
	const counts = side.items.map((item, place) =>
		item.counts?.map((count, point) => count - (own[place] === point + 1 ? 1 : 0))
	);
	const classes = [...left]
		.filter(([, count]) => count > 0)
		.map(([total, count]) => ({ count, sheets: everySheet.filter((sheet) => totalOf(sheet) === total) }))
		.sort((a, b) => a.sheets.length - b.sheets.length);
	let found = 0;
	let steps = 0;

	function take(sheet: Sheet, times: number): void {
		for (const [place, point] of sheet.entries()) {
			sums[place] = (sums[place] ?? 0) - point * times;
			const known = counts[place];
			if (known) known[point - 1] = (known[point - 1] ?? 0) - times;
		}
	}
	function mostOf(sheet: Sheet, most: number): number {
		return sheet.reduce((least, point, place) => {
			const bySum = Math.floor((sums[place] ?? 0) / point);
			return Math.min(least, bySum, counts[place]?.[point - 1] ?? bySum);
		}, most);
	}
	function search(index: number, at: number, open: number): void {
		steps += 1;
		if (found > 1 || steps > STEPS) return;
		const here = classes[index];
		if (!here) {
			if (sums.every((sum) => sum === 0)) found += 1;
			return;
		}
		if (open === 0) return search(index + 1, 0, classes[index + 1]?.count ?? 0);
		const sheet = here.sheets[at];
		if (!sheet) return;
		for (let times = mostOf(sheet, open); times >= 0; times -= 1) {
			take(sheet, times);
			search(index, at + 1, open - times);
			take(sheet, -times);
		}
	}
	search(0, 0, classes[0]?.count ?? 0);
	return found === 1 && steps <= STEPS;
}
