/** Twelve screens of three keys: the answers of one respondent. */
export type Screens = string[];

/** The mean of a group on a dimension, calculated apart from the app: mean of the respondents' means over keys 1 to 5. */
export function groupMean(respondents: readonly Screens[], dimension: number): number {
	const means = respondents.flatMap((screens) => {
		const valid = [...(screens[dimension] ?? '')].map(Number).filter((key) => key >= 1 && key <= 5);
		return valid.length >= 2 ? [valid.reduce((sum, key) => sum + key, 0) / valid.length] : [];
	});
	return means.reduce((sum, value) => sum + value, 0) / means.length;
}
