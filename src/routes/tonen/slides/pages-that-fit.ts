/**
 * Things on pages in their order: as many on each as fit, one at least.
 * @param heights of each, and `free` of a page, in px; one of which nothing is known yet takes nothing
 * @param most on one page
 */
export function pagesThatFit<One>(
	all: readonly One[],
	heights: readonly number[],
	free: number,
	most: number
): One[][] {
	const pages: One[][] = [[]];
	let used = 0;
	for (const [index, one] of all.entries()) {
		const last = pages.at(-1) ?? [];
		const height = heights[index] ?? 0;
		if (last.length === most || (last.length > 0 && used + height > free)) {
			pages.push([one]);
			used = height;
		} else {
			last.push(one);
			used += height;
		}
	}
	return pages;
}
