import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '$lib/exchange/encoding/base64url';

test('bytes come back the same', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
			const text = encodeBase64Url(bytes);
			expect(text).toBe(Buffer.from(bytes).toString('base64url'));
			expect(decodeBase64Url(text)).toEqual(bytes);
		})
	);
});

test.each(['A', 'AB', 'AA==', 'A+', 'A/', 'A A', 'é'])('what it does not give is not read: %s', (text) => {
	expect(decodeBase64Url(text)).toBeUndefined();
});
