import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc16, hasValidCrc, withCrc } from '$lib/exchange/encoding/crc16';
import { runs } from '../../../property-runs';

const bitsOfText = (text: string) =>
	Array.from(text, (character) => character.charCodeAt(0).toString(2).padStart(8, '0')).join('');
const bitString = fc.array(fc.constantFrom('0', '1'), { minLength: 1, maxLength: 400 }).map((bits) => bits.join(''));

/** The bits with those turned over that are 1 in the pattern, which starts at a place. */
function turned(bits: string, pattern: number, width: number, at: number): string {
	const mask = pattern
		.toString(2)
		.padStart(width, '0')
		.padStart(at + width, '0')
		.padEnd(bits.length, '0');
	return Array.from(bits, (bit, index) => (bit === mask.charAt(index) ? '0' : '1')).join('');
}

describe('CRC-16/CCITT', () => {
	test('gives the published check value', () => {
		expect(crc16(bitsOfText('123456789'))).toBe(0x29b1);
		expect(crc16('')).toBe(0xffff);
	});

	test('stands right behind what it protects, whatever the number of bits', () => {
		fc.assert(
			fc.property(bitString, (bits) => {
				expect(withCrc(bits)).toHaveLength(bits.length + 16);
				expect(hasValidCrc(withCrc(bits))).toBe(true);
			})
		);
		expect(hasValidCrc('')).toBe(false);
	});

	/*
	 * Why every burst of at most 16 bits is found. The CRC is linear: the CRC of the text with errors is that of the
	 * text XOR that of the errors alone (less the constant start). So whether errors are missed depends on the errors
	 * only. And errors k places earlier are x^k times those errors; the generator has a constant term, so multiplying
	 * by x never makes a multiple of it out of what was none. So it is enough that no burst at the END is missed, and
	 * those are few enough to try: all 65535 patterns of 16 bits.
	 */
	test('misses no burst of at most 16 bits at the end', () => {
		const text = withCrc(bitsOfText('samen'));
		for (let pattern = 1; pattern < 2 ** 16; pattern++) {
			if (hasValidCrc(turned(text, pattern, 16, text.length - 16))) throw new Error(`missed ${pattern.toString(2)}`);
		}
	});

	test('and so misses none anywhere, in any text', () => {
		const burst = fc.record({ bits: bitString, pattern: fc.integer({ min: 1, max: 2 ** 16 - 1 }), place: fc.nat() });
		fc.assert(
			fc.property(burst, ({ bits, pattern, place }) => {
				const text = withCrc(bits);
				expect(hasValidCrc(turned(text, pattern, 16, place % (text.length - 15)))).toBe(false);
			}),
			{ numRuns: runs(500) }
		);
	});
});
