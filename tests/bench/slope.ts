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
