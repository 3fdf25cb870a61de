import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, misleadingCharacter, isBlank, tidyText } from '$lib/domain/text/misleading-characters';

test.each([
	['what turns reading around', 'factuur\u202Efdp.exe', 'factuurfdp.exe', 'U+202E'],
	['what a phone puts around a name', '\u202AEls Peeters\u202C', 'Els Peeters', 'U+202A'],
	['an isolate', 'a\u2066b\u2069', 'ab', 'U+2066'],
	['the marks', 'a\u200E\u200F\u061Cb', 'ab', 'U+200E'],
	['nul and other control signs', 'a\u0000\u001B\u007F\u0085b', 'ab', 'U+0000'],
	['half a sign', 'hart \uD83D', 'hart \uFFFD', 'U+D83D'],
	['nothing else', '\u200F', '\uFFFD', 'U+200F']
])('%s is cleaned, and named', (_, text, clean, sign) => {
	expect(cleanText(text)).toBe(clean);
	expect(misleadingCharacter(text)).toBe(sign);
});

test.each(['Twee\nregels\r\nen\teen tab', 'Één ë 👩‍🌾 👍🏽', 'een\u00A0vaste spatie', '\uFFFD', '', '  '])(
	'what people write stays as it is: %j',
	(text) => {
		expect(cleanText(text)).toBe(text);
		expect(misleadingCharacter(text)).toBeUndefined();
	}
);

const shapeless = [
	...[
		'\u00AD',
		'\u034F',
		'\u115F',
		'\u1160',
		'\u17B4',
		'\u180E',
		'\u200B',
		'\u200C',
		'\u200D',
		'\u2060',
		'\u2064',
		'\u206A'
	],
	...['\u3164', '\uFE0F', '\uFEFF', '\uFFA0', '\u{E0001}', '\u{E0041}', '\u{E007F}', '\u{E0100}', '\u{1D173}']
];

test('a name of nothing but signs without a shape, blank letters and spaces is no name', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...shapeless, '\u2800', ' ', '\u00A0'), { maxLength: 8 }), (signs) => {
			expect(isBlank(signs.join(''))).toBe(true);
			expect(tidyText(signs.join(''))).toBe('');
		})
	);
});

test('they are left out of any name, wherever they stand, so that two names that look the same are the same', () => {
	const letters = fc.string({ unit: fc.constantFrom(...'Eenvzw 0123é«»中ア'), minLength: 1, maxLength: 12 });
	fc.assert(
		fc.property(
			letters,
			fc.array(fc.tuple(fc.constantFrom(...shapeless.filter((sign) => !/[\uFE0F\u{E0100}]/u.test(sign))), fc.nat(12))),
			(name, added) => {
				const dirty = added.reduce((text, [sign, at]) => [...text].toSpliced(at, 0, sign).join(''), name);
				expect(cleanText(dirty).trim()).toBe(
					name.trim() === '' && dirty !== '' && dirty.trim() !== '' ? '\uFFFD' : name.trim()
				);
				if (added.length > 0) expect(misleadingCharacter(dirty)).toBeDefined();
			}
		)
	);
});

test.each([
	'می‌خواهم',
	'ه‍',
	'നന്‍',
	'क्‍ष',
	'👩‍👩‍👧‍👦',
	'👍🏽',
	'❤️‍🔥',
	'1️⃣',
	'🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
	'葛\u{E0100}'
])('where such a sign shows, it stays: %s', (text) => {
	expect(cleanText(text)).toBe(text);
	expect(misleadingCharacter(text)).toBeUndefined();
});

test.each([
	['a flag without its end', '🏴\u{E0067}\u{E0062}', '🏴'],
	['a joiner behind a Latin letter', 'Club\u200D', 'Club'],
	['two joiners', 'می\u200C\u200Cخواهم', 'میخواهم'],
	['the end of a word', 'سلام\u200C', 'سلام'],
	['a shape behind a digit', 'Groep 1\uFE0F', 'Groep 1'],
	['a Braille blank', 'een\u2800twee', 'een twee']
])('where it does not, it goes: %s', (_, text, clean) => {
	expect(cleanText(text)).toBe(clean);
});

test('a clean text has none of these signs, is not longer, and is empty only where it was', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
			const clean = cleanText(text);
			expect(misleadingCharacter(clean)).toBeUndefined();
			expect(clean.length).toBeLessThanOrEqual(text.length);
			expect(clean.trim() === '').toBe(text.trim() === '');
			expect(cleanText(clean)).toBe(clean);
		})
	);
});
