/** A string of keys for each screen: the answers of one respondent. */
export type Screens = string[];

/**
 * The mean of a group on a dimension, calculated apart from the app: mean of the respondents' means over keys 1 to 5.
 */
export function groupMean(respondents: readonly Screens[], dimension: number): number {
	const means = respondents.flatMap((screens) => {
		const keys = [...(screens[dimension] ?? '')].map(Number);
		const valid = keys.filter((key) => key >= 1 && key <= 5);
		return valid.length > keys.length / 2 ? [valid.reduce((sum, key) => sum + key, 0) / valid.length] : [];
	});
	return means.reduce((sum, value) => sum + value, 0) / means.length;
}

/** The score at the start of a cell, such as 3.5 of «3,5 15 mensen, van 2,0 tot 5,0». */
export function shownScore(cell: string | undefined): number {
	return Number(/^\d,\d+/.exec(cell ?? '')?.[0].replace(',', '.'));
}
