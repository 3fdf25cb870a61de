/** Exact rational numbers, for the scorer that shares nothing with the app. */
export interface Rational {
	top: bigint;
	/** Above 0. */
	bottom: bigint;
}

export const ratio = (top: number, bottom = 1): Rational => ({ top: BigInt(top), bottom: BigInt(bottom) });

const add = (a: Rational, b: Rational): Rational => ({
	top: a.top * b.bottom + b.top * a.bottom,
	bottom: a.bottom * b.bottom
});

export const subtract = (a: Rational, b: Rational): Rational => add(a, { top: -b.top, bottom: b.bottom });

export const isAbove = (a: Rational, b: Rational): boolean => a.top * b.bottom > b.top * a.bottom;

const size = (a: Rational): Rational => (a.top < 0n ? { top: -a.top, bottom: a.bottom } : a);

/** Null of nothing. */
export function average(values: readonly Rational[]): Rational | null {
	if (values.length === 0) return null;
	const total = values.reduce(add);
	return { top: total.top, bottom: total.bottom * BigInt(values.length) };
}

/** The mean distance to the mean. */
export function averageDistance(values: readonly Rational[]): Rational | null {
	const middle = average(values);
	return middle && average(values.map((value) => size(subtract(value, middle))));
}

/** Half up, to four decimals: what a cell of a spreadsheet holds. */
export function toCell(value: Rational): number {
	const scaled = value.top * 20_000n + value.bottom;
	const twice = value.bottom * 2n;
	const whole = scaled >= 0n ? scaled / twice : (scaled - twice + 1n) / twice;
	return Number(whole) / 10_000;
}

/** The sum; 0 of nothing. */
export const total = (values: readonly Rational[]): Rational => values.reduce(add, ratio(0));

export const times = (a: Rational, b: Rational): Rational => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });

/** @param by a whole number above 0 */
export const over = (a: Rational, by: number): Rational => ({ top: a.top, bottom: a.bottom * BigInt(by) });
