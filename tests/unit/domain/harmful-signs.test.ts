import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, harmfulSign } from '$lib/domain/harmful-signs';

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
	expect(harmfulSign(text)).toBe(sign);
});

test.each(['Twee\nregels\r\nen\teen tab', 'Één ë 👩‍🌾 👍🏽', 'een\u00A0vaste spatie', '\uFFFD', '', '  '])(
	'what people write stays as it is: %j',
	(text) => {
		expect(cleanText(text)).toBe(text);
		expect(harmfulSign(text)).toBeUndefined();
	}
);

test('a clean text has none of these signs, is not longer, and is empty only where it was', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
			const clean = cleanText(text);
			expect(harmfulSign(clean)).toBeUndefined();
			expect(clean.length).toBeLessThanOrEqual(text.length);
			expect(clean.trim() === '').toBe(text.trim() === '');
			expect(cleanText(clean)).toBe(clean);
		})
	);
});
