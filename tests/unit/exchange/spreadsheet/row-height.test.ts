import { expect, test } from 'vitest';
import { rowHeight } from '$lib/exchange/spreadsheet/row-height';

test('a row of one line has no height of its own', () => {
	expect(rowHeight(['kort', ''], [10, 3])).toBeUndefined();
});

test('a row is as high as its longest text takes lines, between words and at ends of lines', () => {
	// Ten letters a line: «een twee», «drie vier».
	expect(rowHeight(['een twee drie vier', 'kort'], [10, 10])).toBe(2 * 13);
	expect(rowHeight(['een\ntwee\ndrie'], [30])).toBe(3 * 13);
});

test('a word longer than its column is broken, and no row is higher than programs allow', () => {
	expect(rowHeight(['a'.repeat(20)], [10])).toBe(2 * 13);
	expect(rowHeight(['a '.repeat(5_000)], [10])).toBe(409);
});
