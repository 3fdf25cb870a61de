import { describe, expect, test } from 'vitest';
import { counted, joinDutch, megabytes, wholeNumber, withComma } from '$lib/domain/words/counting-words';

describe('names in a row', () => {
	test.each([
		[[], ''],
		[['Gemeente'], 'Gemeente'],
		[['Gemeente', 'Verenigingen'], 'Gemeente en Verenigingen'],
		[['Gemeente', 'Harmonie', 'Sportraad'], 'Gemeente, Harmonie en Sportraad']
	])('%j', (names, words) => {
		expect(joinDutch(names)).toBe(words);
	});
});

test.each([
	[0, '0 stellingen'],
	[1, '1 stelling'],
	[12, '12 stellingen']
])('%d is counted in its own number', (count, words) => {
	expect(counted(count, 'stelling', 'stellingen')).toBe(words);
});

test('numbers are written as people here write them', () => {
	expect([withComma('3.25'), withComma('4')]).toEqual(['3,25', '4']);
	expect([wholeNumber(999), wholeNumber(20_000)]).toEqual(['999', '20.000']);
	expect([megabytes(0), megabytes(1_250_000), megabytes(80_300_000)]).toEqual(['0,0', '1,3', '80,3']);
});
