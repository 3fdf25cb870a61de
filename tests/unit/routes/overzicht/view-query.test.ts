import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainView, PORTFOLIO_SORTS } from '$lib/domain/measurement/portfolio';
import { readViewQuery, writeViewQuery } from '../../../../src/routes/overzicht/view-query';

test.each([
	[{}, ''],
	[{ search: 'Sint & co' }, '?zoek=Sint+%26+co'],
	[{ sort: 'latest', descending: true }, '?orde=laatste-meting'],
	[{ sort: 'latest', descending: false }, '?orde=laatste-meting&omgekeerd'],
	[{ toPlan: true, withCommitments: true }, '?te-plannen&met-afspraken'],
	[{ tags: ['regio Kempen', 'cultuur'] }, '?trefwoord=regio+Kempen&trefwoord=cultuur']
] as const)('%j is %s', (changes, query) => {
	expect(writeViewQuery({ ...plainView, ...changes })).toBe(query);
});

test('every view comes back from its address', () => {
	const anyView = fc.record({
		search: fc.string(),
		sort: fc.constantFrom(...PORTFOLIO_SORTS),
		descending: fc.boolean(),
		toPlan: fc.boolean(),
		withCommitments: fc.boolean(),
		tags: fc.array(fc.string({ minLength: 1 }))
	});
	fc.assert(
		fc.property(anyView, (view) => {
			expect(readViewQuery(writeViewQuery(view))).toEqual(view);
		})
	);
});

test.each(['', '?orde=kleur', '?verband=1', '?zoek'])('what it does not understand is left: %s', (query) => {
	expect(readViewQuery(query)).toEqual(plainView);
});
