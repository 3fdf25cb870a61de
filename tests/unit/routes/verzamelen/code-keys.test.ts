import { expect, test } from 'vitest';
import { digitOfKey } from '../../../../src/routes/verzamelen/code-keys';

test('a Belgian keyboard gives the digits of its top row without Shift; other keys are left alone', () => {
	const row = ['&', 'é', '"', "'", '(', '§', 'è', '!', 'ç', 'à'];
	expect(row.map((key, at) => digitOfKey({ key, code: `Digit${(at + 1) % 10}`, shiftKey: false }))).toEqual([
		...'1234567890'
	]);
	for (const [key, code, shiftKey] of [
		['7', 'Digit7', true],
		['7', 'Digit7', false],
		['@', 'Digit2', true],
		['a', 'KeyQ', false],
		['-', 'Equal', false],
		['Backspace', 'Backspace', false]
	] as const)
		expect(digitOfKey({ key, code, shiftKey })).toBeUndefined();
});
