import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenOf, joinEdits, MAX_EDITORS, newerOf, withEdit, type Edits } from '$lib/domain/measurement/edits';

interface Text {
	text: string;
	edits?: Edits;
}
const made: Text = { text: 'samen eten' };
const written = (before: Text, text: string, by: string) => withEdit(before, { ...before, text }, by);

describe('of two versions of one record', () => {
	const changed = written(made, 'samen koken', 'tab-a');

	test('the one that was made of the other is newer, however often it was changed', () => {
		expect(newerOf(made, changed)).toBe('file');
		expect(newerOf(written(written(changed, 'x', 'tab-b'), 'y', 'tab-a'), changed)).toBe('here');
	});

	test('neither is when both were changed apart, or neither was', () => {
		expect(newerOf(changed, written(made, 'samen zingen', 'tab-b'))).toBeNull();
		const other: Text = { text: 'van een oudere app' };
		expect(newerOf(made, other)).toBeNull();
	});

	test('storing the same again is no change', () => {
		expect(written(changed, 'samen koken', 'tab-c')).toBe(changed);
	});
});

describe('what people choose of two', () => {
	const both = fc.record({
		text: fc.constantFrom('een', 'twee'),
		edits: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 3 }))
	});

	test('is never older than either, and the same whoever chooses it', () => {
		fc.assert(
			fc.property(both, both, fc.constantFrom('een', 'twee', 'allebei'), (here, file, text) => {
				const chosen = chosenOf(here, file, { ...here, text });
				expect(newerOf(chosen, here)).not.toBe('file');
				expect(newerOf(chosen, file)).not.toBe('file');
				// As neither says it, it is newer than both.
				if (text === 'allebei') expect([newerOf(here, chosen), newerOf(file, chosen)]).toEqual(['file', 'file']);
				expect(chosenOf(here, file, { ...here, text })).toEqual(chosen);
			})
		);
	});

	test('is as in the file: then it is not newer than what the file says', () => {
		const file = written(made, 'samen koken', 'tab-a');
		expect(chosenOf(made, file, { ...made, text: 'samen koken' })).toEqual(file);
	});
});

test('the edits of both never become more than a file takes', () => {
	const many = (name: string) => Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${name}${at}`, 1]));
	expect(Object.keys(joinEdits(many('a'), many('b')))).toHaveLength(MAX_EDITORS);
});
