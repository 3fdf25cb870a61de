import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCrockford, encodeCrockford, inGroups } from '$lib/exchange/encoding/crockford';
import { reasonOf, goodOf } from '../../../builders/outcomes';

const bits = fc
	.array(fc.constantFrom('0', '1'), { maxLength: 300 })
	.map((some) => some.slice(0, some.length - (some.length % 5)).join(''));

describe('Crockford base32', () => {
	test('has 32 characters in order', () => {
		const all = Array.from({ length: 32 }, (_, value) => value.toString(2).padStart(5, '0')).join('');
		expect(encodeCrockford(all)).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
	});

	test('comes back the same, also in lower case and in groups', () => {
		fc.assert(
			fc.property(bits, fc.constantFrom(' ', '-'), (some, separator) => {
				const code = encodeCrockford(some);
				expect(goodOf(decodeCrockford(code)).bits).toBe(some);
				expect(goodOf(decodeCrockford(inGroups(code.toLowerCase(), separator))).bits).toBe(some);
			})
		);
	});

	test('reads O as 0, and I and L as 1, in either case', () => {
		expect(decodeCrockford('OoIiLl')).toEqual(decodeCrockford('001111'));
	});

	test('reads over spaces, line breaks and what a phone makes of a hyphen', () => {
		expect(decodeCrockford(' AB\u00A0C-D–E—F\u2011G\n')).toEqual(decodeCrockford('ABCDEFG'));
	});

	test.each(['U', 'u', '!', 'é', 'ı', '٣', '🙂', ':'])('names the character that does not exist: %s', (character) => {
		expect(reasonOf(decodeCrockford(`AB${character}C`))).toBe(
			`Het teken «${character}» bestaat niet in een code. Kijk of elk teken juist is overgenomen.`
		);
	});

	test('is not made from a broken number of characters, nor from something else than bits', () => {
		expect(() => encodeCrockford('0101')).toThrow(RangeError);
		expect(() => encodeCrockford('0102a')).toThrow(RangeError);
	});

	test('stands in groups of four', () => {
		expect(inGroups('ABCDEFGH')).toBe('ABCD EFGH');
		expect(inGroups('ABCDEFGHJ', '-')).toBe('ABCD-EFGH-J');
		expect(inGroups('')).toBe('');
	});
});
