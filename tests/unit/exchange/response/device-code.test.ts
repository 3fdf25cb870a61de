import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceCode, readDeviceCode } from '$lib/exchange/response/device-code';
import { goodOf } from '../../../builders/outcomes';

const device = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 10, maxLength: 10 });

test('a code of a device reads back, however it is typed', () => {
	fc.assert(
		fc.property(device, fc.constantFrom('', ' ', '-', ' - '), (name, between) => {
			const code = deviceCode(name);
			expect(code).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{2}$/);
			expect(goodOf(readDeviceCode(code.toLowerCase().replaceAll(' ', between))).device).toBe(name);
		})
	);
});

test('one wrong character, and two neighbours that change places, are always found', () => {
	fc.assert(
		fc.property(device, fc.nat(9), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (name, place, other) => {
			const code = [...deviceCode(name).replaceAll(' ', '')];
			const wrong = code.with(place, other);
			const swapped = code.with(place, code[(place + 1) % 10] ?? '').with((place + 1) % 10, code[place] ?? '');
			for (const typed of [wrong, swapped]) {
				const isSame = typed.join('') === code.join('');
				expect(readDeviceCode(typed.join('')).kind).toBe(isSame ? 'good' : 'refused');
			}
		})
	);
});

test('says what is wrong with what is no code', () => {
	for (const text of ['', 'K7F3', 'K7F3 9QPM XY00', 'K7F3 9QPM X!']) {
		expect(readDeviceCode(text)).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/teken/) });
	}
});
