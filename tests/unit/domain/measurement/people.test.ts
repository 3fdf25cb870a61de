import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PEOPLE_AT_LEAST, PEOPLE_AT_MOST } from '$lib/domain/text/field-rules';
import { readPeople } from '$lib/domain/measurement/people';

describe('how many people someone types', () => {
	test.each([
		['', undefined],
		['  ', undefined],
		['6', 6],
		[' 12 ', 12],
		['007', 7],
		['1', PEOPLE_AT_LEAST],
		['9999', PEOPLE_AT_MOST],
		['0', null],
		['10000', null],
		['-3', null],
		['6,5', null],
		['6.0', null],
		['1e2', null],
		['zes', null],
		['6 mensen', null],
		['٦', null]
	])('«%s» is %s', (text, people) => {
		expect(readPeople(text)).toBe(people);
	});

	test('is a whole number within bounds, or nothing, whatever is typed', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (text) => {
				const people = readPeople(text);
				if (people === undefined) expect(text.trim()).toBe('');
				else if (people !== null) {
					expect(Number.isInteger(people)).toBe(true);
					expect(people).toBeGreaterThanOrEqual(PEOPLE_AT_LEAST);
					expect(people).toBeLessThanOrEqual(PEOPLE_AT_MOST);
					expect(Number(text)).toBe(people);
				}
			})
		);
	});
});
