/**
 * An exact fraction in lowest terms with a positive denominator. Limits such as «groot verschil from 1» are compared on
 * fractions, never on rounded decimals: 13/3 − 10/3 is exactly 1.
 */
export class Fraction {
	private constructor(
		readonly numerator: bigint,
		readonly denominator: bigint
	) {}

	/** @throws RangeError when the denominator is 0 or either is no whole number */
	static of(numerator: bigint | number, denominator: bigint | number = 1): Fraction {
		let top = BigInt(numerator);
		let bottom = BigInt(denominator);
		if (bottom === 0n) throw new RangeError('a fraction has no denominator 0');
		if (bottom < 0n) [top, bottom] = [-top, -bottom];
		const divisor = greatestCommonDivisor(top < 0n ? -top : top, bottom);
		return new Fraction(top / divisor, bottom / divisor);
	}

	plus(other: Fraction): Fraction {
		return Fraction.of(
			this.numerator * other.denominator + other.numerator * this.denominator,
			this.denominator * other.denominator
		);
	}

	minus(other: Fraction): Fraction {
		return this.plus(new Fraction(-other.numerator, other.denominator));
	}

	times(other: Fraction): Fraction {
		return Fraction.of(this.numerator * other.numerator, this.denominator * other.denominator);
	}

	dividedBy(count: number): Fraction {
		return Fraction.of(this.numerator, this.denominator * BigInt(count));
	}

	abs(): Fraction {
		return this.numerator < 0n ? new Fraction(-this.numerator, this.denominator) : this;
	}

	/** Negative, zero or positive, as for sorting. */
	compare(other: Fraction): number {
		const difference = this.numerator * other.denominator - other.numerator * this.denominator;
		return difference < 0n ? -1 : difference > 0n ? 1 : 0;
	}

	isBelow(other: Fraction): boolean {
		return this.compare(other) < 0;
	}

	/** For drawing and rounding only: never compare limits on it. */
	toNumber(): number {
		return Number(this.numerator) / Number(this.denominator);
	}
}

export const ZERO = Fraction.of(0);

/** The mean, or null of nothing. */
export function mean(values: readonly Fraction[]): Fraction | null {
	return values.length === 0 ? null : sum(values).dividedBy(values.length);
}

export function sum(values: readonly Fraction[]): Fraction {
	return values.reduce((total, value) => total.plus(value), ZERO);
}

export function lowest(values: readonly Fraction[]): Fraction | null {
	return values.reduce<Fraction | null>((low, value) => (low === null || value.isBelow(low) ? value : low), null);
}

export function highest(values: readonly Fraction[]): Fraction | null {
	return values.reduce<Fraction | null>((high, value) => (high === null || high.isBelow(value) ? value : high), null);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
	while (b > 0n) [a, b] = [b, a % b];
	return a === 0n ? 1n : a;
}

/** An exact fraction as plain data, «11/3»: to store it and to compare it as text. */
export type FractionText = `${bigint}/${bigint}`;

export function fractionText({ numerator, denominator }: Fraction): FractionText {
	return `${numerator}/${denominator}`;
}

/** @throws SyntaxError or RangeError on anything but two whole numbers */
export function parseFraction(text: FractionText): Fraction {
	const [numerator = '', denominator = ''] = text.split('/');
	return Fraction.of(BigInt(numerator), BigInt(denominator));
}
