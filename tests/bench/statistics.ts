/** The middle one, or halfway the middle two. @returns NaN without numbers */
export function median(numbers: readonly number[]): number {
	return quantile(numbers, 0.5);
}

/** @param part from 0 to 1; between two numbers in proportion. @returns NaN without numbers */
export function quantile(numbers: readonly number[], part: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const place = part * (sorted.length - 1);
	const low = sorted[Math.floor(place)] ?? NaN;
	const high = sorted[Math.ceil(place)] ?? NaN;
	return low + (high - low) * (place - Math.floor(place));
}

/** The ratio in each round. */
export function ratios(samples: readonly number[], beside: readonly number[]): number[] {
	return samples.slice(0, beside.length).map((sample, round) => sample / (beside[round] ?? NaN));
}
