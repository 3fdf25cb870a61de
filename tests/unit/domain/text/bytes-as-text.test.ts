import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	decodeBase64,
	decodeBase64Url,
	decodeHex,
	encodeBase64,
	encodeBase64Url,
	encodeHex,
	hexDigits
} from '$lib/domain/text/bytes-as-text';

test.each([
	['hex', encodeHex, decodeHex],
	['base64', encodeBase64, decodeBase64],
	['base64url', encodeBase64Url, decodeBase64Url]
] as const)('bytes come back the same, and are the %s that others write', (encoding, encode, decode) => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
			const text = encode(bytes);
			expect(text).toBe(Buffer.from(bytes).toString(encoding));
			expect(decode(text)).toEqual(bytes);
		})
	);
});

test.each(['A', 'AB', 'AA==', 'A+', 'A/', 'A A', 'é'])('what is no base64url of bytes is not read: %s', (text) => {
	expect(decodeBase64Url(text)).toBeUndefined();
});

test.each(['A', 'AAA', 'AA=', 'A===', 'AA-_', 'AA A', 'AAé='])('what is no base64 is not read: %s', (text) => {
	expect(decodeBase64(text)).toBeUndefined();
});

test('a number has as many hexadecimal digits as are asked, and more when it is larger', () => {
	expect(hexDigits(10, 4)).toBe('000a');
	expect(hexDigits(0x1ffn, 2)).toBe('1ff');
});
