import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fraction } from '$lib/domain/fraction';
import { fractionText, parseFraction } from '$lib/domain/fraction-text';

test('a fraction as text is in lowest terms', () => {
	expect(fractionText(Fraction.of(22, 6))).toBe('11/3');
	expect(fractionText(Fraction.of(4))).toBe('4/1');
});

test('text gives the very same fraction back', () => {
	fc.assert(
		fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (numerator, denominator) => {
			const fraction = Fraction.of(numerator, denominator);
			expect(parseFraction(fractionText(fraction)).compare(fraction)).toBe(0);
		})
	);
});
