/** Numbers as text of noughts and ones, the most significant first. */

/** @throws RangeError when the value does not fit */
export function fixed(value: bigint, width: number): string {
	const bits = value === 0n && width === 0 ? '' : value.toString(2).padStart(width, '0');
	if (value < 0n || bits.length > width) throw new RangeError(`${value} does not fit in ${width} bits`);
	return bits;
}

/** Exact: 120 answers are more than a number can hold. */
export function integerOf(bits: string): bigint {
	return BigInt(`0b0${bits}`);
}

/** Gives the next so many bits with each call; fewer at the end. */
export function taker(bits: string): (width: number) => string {
	let at = 0;
	return (width) => bits.slice(at, (at += width));
}
