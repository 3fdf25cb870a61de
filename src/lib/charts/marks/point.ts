/** A place in a drawing: y grows downwards. */
export interface Point {
	x: number;
	y: number;
}

/** A length as it is written in a drawing: to a hundredth, which nobody sees and which keeps files small. */
export const short = (length: number) => Math.round(length * 100) / 100;
