/** Chance that is the same each time: mulberry32. */
export interface Chance {
	/** From 0 to 1. */
	next: () => number;
	between: (low: number, high: number) => number;
	/** Around 0, deviation 1. */
	normal: () => number;
	/** Whether something of this probability happens. */
	happens: (probability: number) => boolean;
}

export function chanceOf(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const between = (low: number, high: number) => low + (high - low) * next();
	return {
		next,
		between,
		normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
		happens: (probability) => next() < probability
	};
}
