/** The middle of these, or the mean of the middle two. @throws RangeError of nothing */
export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** Between two values in proportion. @param share from 0, the lowest, to 1 @throws RangeError of nothing */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = (sorted.length - 1) * share;
	const below = sorted[Math.floor(place)];
	const above = sorted[Math.ceil(place)];
	if (below === undefined || above === undefined) throw new RangeError('no values');
	return below + (above - below) * (place - Math.floor(place));
}

/** Least squares of y on x: how much y rises with each 1 of x. */
export function slope(points: readonly { x: number; y: number }[]): number {
	const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length;
	const [middleX, middleY] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
	const products = points.map(({ x, y }) => (x - middleX) * (y - middleY));
	const squares = points.map(({ x }) => (x - middleX) ** 2);
	return mean(products) / mean(squares);
}

/** The exponent p in «time = c · n^p», fitted on the logarithms: 1 is linear, 0 is the same at every size. */
export function exponent(points: readonly { size: number; time: number }[]): number {
	return slope(points.map(({ size, time }) => ({ x: Math.log(size), y: Math.log(time) })));
}
