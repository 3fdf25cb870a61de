import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeInvitation } from '$lib/exchange/link/invitation';
import { qrMatrix, QUIET_ZONE } from '$lib/exchange/qr/draw-qr';
import { readQr } from '$lib/exchange/qr/read-qr';
import { codeLength, MAX_SPOKEN_CODE, packResponse } from '$lib/exchange/response/response-code';
import { readResponseQr } from '$lib/exchange/response/read-response-qr';
import { codePrefix, HASH_LENGTH, responseQrText, withoutMark } from '$lib/exchange/response/response-qr';
import { runs } from '../../../property-runs';
import { itemIdsOf, responseArbitrary } from '../../../builders/arbitraries';
import { measurement, terms } from '../../../builders/handing-in';

const SCALE = 4;

/** The modules as an image, four pixels each, as a camera sees a screen. */
function drawn(matrix: boolean[][]): { width: number; height: number; data: Uint8ClampedArray } {
	const side = matrix.length * SCALE;
	const data = new Uint8ClampedArray(side * side * 4).fill(255);
	for (let y = 0; y < side; y++) {
		for (let x = 0; x < side; x++) {
			const dark = matrix[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] === true;
			if (dark) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
		}
	}
	return { width: side, height: side, data };
}

const sideWithoutBorder = (text: string) => qrMatrix(text).length - 2 * QUIET_ZONE;
const sideOfVersion = (version: number) => 17 + 4 * version;

describe('a QR code', () => {
	test('has a quiet zone all around', () => {
		const matrix = qrMatrix('SM1:');
		const border = matrix.flatMap((line, y) =>
			line.filter((_, x) => Math.min(x, y, line.length - 1 - x, matrix.length - 1 - y) < QUIET_ZONE)
		);
		expect(border.some((dark) => dark)).toBe(false);
		expect(matrix[QUIET_ZONE]?.[QUIET_ZONE]).toBe(true);
		expect(matrix.every((line) => line.length === matrix.length)).toBe(true);
	});

	test('of any response is read back from an image', () => {
		const itemIds = itemIdsOf(36);
		const dimensionIds = ['openheid'];
		fc.assert(
			fc.property(responseArbitrary(itemIds), (some) => {
				const shown = responseQrText(packResponse({ terms, dimensionIds, itemIds, response: some }), terms);
				const text = readQr(drawn(qrMatrix(shown)), 0, Infinity) ?? '';
				expect(readResponseQr({ text, terms, dimensionIds, itemIds })).toEqual({ kind: 'good', response: some });
			}),
			{ numRuns: runs(20) }
		);
	});

	test('of 36 answers fits version 6 with room to spare, as does the longest spoken code', () => {
		expect(sideWithoutBorder(codePrefix + 'Z'.repeat(codeLength(36) + HASH_LENGTH))).toBeLessThanOrEqual(
			sideOfVersion(4)
		);
		expect(sideWithoutBorder(codePrefix + 'Z'.repeat(MAX_SPOKEN_CODE + HASH_LENGTH))).toBeLessThanOrEqual(
			sideOfVersion(6)
		);
	});

	test('withstands a quarter of damage, where that makes it no larger than a seventh would', () => {
		const text = codePrefix + 'Z'.repeat(codeLength(36));
		// The first two bits of the format, under its fixed mask of 10…: 11 is a quarter.
		const [first, second] = qrMatrix(text)[QUIET_ZONE + 8]?.slice(QUIET_ZONE) ?? [];
		expect([first, second]).toEqual([false, true]);
		expect(sideWithoutBorder(text)).toBe(sideOfVersion(3));
	});

	test('of an invitation is read back from an image', () => {
		const { id, date, ...rest } = measurement;
		const { questionnaire, groups, privacy, asksTrend } = rest;
		const text = `https://www.gemeente.be/meter/meedoen/#${writeInvitation({ measurementId: id, questionnaire, groups, privacy, partnershipName: 'Scherpenheuvel', date, asksTrend })}`;
		expect(readQr(drawn(qrMatrix(text)), 0, Infinity)).toBe(text);
	});

	test('that is not there is not read, and an empty or strange frame breaks nothing', () => {
		expect(readQr({ width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(200) })).toBeUndefined();
		expect(readQr({ width: 0, height: 0, data: new Uint8ClampedArray() })).toBeUndefined();
		expect(readQr({ width: 10, height: 10, data: new Uint8ClampedArray(7) })).toBeUndefined();
		const noise = Uint8ClampedArray.from({ length: 100 * 100 * 4 }, (_, index) => (index * 7919) % 251);
		expect(readQr({ width: 100, height: 100, data: noise })).toBeUndefined();
	});
});

describe('what stands behind the mark of a QR code', () => {
	test.each([
		['SM1:ABCD', 'ABCD'],
		['SM2:ABCD', 'ABCD'],
		[' sm1:ABCD EFGH\n', 'ABCD EFGH'],
		['ABCD EFGH', 'ABCD EFGH'],
		['SM1', 'SM1'],
		['', '']
	])('%j', (text, code) => {
		expect(withoutMark(text)).toBe(code);
	});
});
