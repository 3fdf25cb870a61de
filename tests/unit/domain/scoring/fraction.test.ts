import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fraction, fractionText, highest, lowest, mean, parseFraction, sum } from '$lib/domain/scoring/fraction';
import { exact } from '../../../builders/workshop';

describe('an exact fraction', () => {
	test('is kept in lowest terms, with the sign on top', () => {
		expect(exact(Fraction.of(26, 6))).toBe('13/3');
		expect(exact(Fraction.of(3, -6))).toBe('-1/2');
		expect(exact(Fraction.of(0, -7))).toBe('0');
	});

	test('13/3 − 10/3 is 1, which floating point misses', () => {
		expect(exact(Fraction.of(13, 3).minus(Fraction.of(10, 3)))).toBe('1');
		expect(13 / 3 - 10 / 3).toBeLessThan(1);
	});

	test('adds, subtracts, multiplies, divides and loses its sign', () => {
		expect(exact(Fraction.of(1, 2).plus(Fraction.of(1, 3)))).toBe('5/6');
		expect(exact(Fraction.of(1, 3).minus(Fraction.of(1, 2)))).toBe('-1/6');
		expect(exact(Fraction.of(1, 3).minus(Fraction.of(1, 2)).abs())).toBe('1/6');
		expect(exact(Fraction.of(7, 2).dividedBy(2))).toBe('7/4');
		expect(exact(Fraction.of(-7, 2).times(Fraction.of(4, 3)))).toBe('-14/3');
	});

	test('compares without rounding, also far beyond what floating point can tell apart', () => {
		const third = Fraction.of(1, 3);
		const almost = Fraction.of(10n ** 40n - 1n, 3n * 10n ** 40n);
		expect(almost.toNumber()).toBe(third.toNumber());
		expect(almost.isBelow(third)).toBe(true);
		expect(third.isBelow(almost)).toBe(false);
		expect(third.isBelow(Fraction.of(2, 6))).toBe(false);
		expect(third.compare(Fraction.of(2, 6))).toBe(0);
		expect(third.compare(almost)).toBe(1);
	});

	test('is not made from 0 below the line, nor from broken numbers', () => {
		expect(() => Fraction.of(1, 0)).toThrow(RangeError);
		expect(() => Fraction.of(2.5)).toThrow(RangeError);
	});

	test('of nothing there is no mean, lowest or highest, and the sum is 0', () => {
		expect([mean([]), lowest([]), highest([])]).toEqual([null, null, null]);
		expect(exact(sum([]))).toBe('0');
	});

	test('of several there is', () => {
		const values = [Fraction.of(3), Fraction.of(7, 2), Fraction.of(10, 3)];
		expect(exact(lowest(values))).toBe('3');
		expect(exact(highest(values))).toBe('7/2');
		expect(exact(mean(values))).toBe('59/18'); // (18/6 + 21/6 + 20/6) / 3 = 59/18
	});
});

describe('a fraction as text', () => {
	test('is in lowest terms', () => {
		expect(fractionText(Fraction.of(22, 6))).toBe('11/3');
		expect(fractionText(Fraction.of(4))).toBe('4/1');
	});

	test('gives the very same fraction back', () => {
		fc.assert(
			fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (numerator, denominator) => {
				const fraction = Fraction.of(numerator, denominator);
				expect(parseFraction(fractionText(fraction)).compare(fraction)).toBe(0);
			})
		);
	});
});
