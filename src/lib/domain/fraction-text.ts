import { Fraction } from './fraction';

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
