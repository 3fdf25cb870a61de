import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	plainView,
	PORTFOLIO_SORTS,
	viewPortfolio,
	type PortfolioRow,
	type PortfolioView
} from '$lib/domain/measurement/portfolio';
import { foldText } from '$lib/domain/text/compare-text';

const today = '2026-05-17';

function rowOf(name: string, changes: Partial<PortfolioRow> = {}): PortfolioRow {
	return { id: name, name, example: false, latestDate: '', due: null, openCommitments: 0, tags: [], ...changes };
}

const due = (date: string) => ({ date, chosen: false });
const rows = [
	rowOf('Überbeek', { latestDate: '2025-03-01', due: due('2026-03-01'), openCommitments: 2, tags: ['cultuur'] }),
	rowOf('Dorp 10', { latestDate: '2026-01-01', due: due('2027-01-01'), tags: ['cultuur', 'regio Kempen'] }),
	rowOf('Voorbeeld', { example: true, latestDate: '2026-05-01', due: due('2026-01-01'), openCommitments: 9 }),
	rowOf('Dorp 2', { latestDate: '2025-07-01', due: due('2026-07-01'), openCommitments: 5 }),
	rowOf('aan de École')
];

const shown = (view: Partial<PortfolioView>) =>
	viewPortfolio(rows, { ...plainView, ...view }, today).map(({ name }) => name);

describe('sorting', () => {
	test.each<[string, Partial<PortfolioView>, string[]]>([
		['by name', {}, ['aan de École', 'Dorp 2', 'Dorp 10', 'Überbeek', 'Voorbeeld']],
		['by name from z', { descending: true }, ['Überbeek', 'Dorp 10', 'Dorp 2', 'aan de École', 'Voorbeeld']],
		[
			'newest measurement first',
			{ sort: 'latest', descending: true },
			['Dorp 10', 'Dorp 2', 'Überbeek', 'aan de École', 'Voorbeeld']
		],
		['oldest measurement first', { sort: 'latest' }, ['Überbeek', 'Dorp 2', 'Dorp 10', 'aan de École', 'Voorbeeld']],
		['first due first', { sort: 'due' }, ['Überbeek', 'Dorp 2', 'Dorp 10', 'aan de École', 'Voorbeeld']],
		[
			'last due first',
			{ sort: 'due', descending: true },
			['Dorp 10', 'Dorp 2', 'Überbeek', 'aan de École', 'Voorbeeld']
		],
		[
			'most commitments first, the rest by name',
			{ sort: 'commitments', descending: true },
			['Dorp 2', 'Überbeek', 'aan de École', 'Dorp 10', 'Voorbeeld']
		]
	])('%s; examples last, and so is what has no date', (_name, view, expected) => {
		expect(shown(view)).toEqual(expected);
	});

	test('gives the same order whatever order the rows came in', () => {
		const row = fc.record({
			id: fc.uuid(),
			name: fc.constantFrom('Beek', 'beek', 'Dorp 2', 'Dorp 10', 'Één'),
			example: fc.boolean(),
			latestDate: fc.constantFrom('', '2025-01-01', '2026-01-01'),
			due: fc.constantFrom(null, due('2026-01-01'), due('2027-01-01')),
			openCommitments: fc.nat(3),
			tags: fc.subarray(['cultuur', 'Kempen'])
		});
		const anyView = fc.record({
			search: fc.constantFrom('', 'dorp', 'e'),
			sort: fc.constantFrom(...PORTFOLIO_SORTS),
			descending: fc.boolean(),
			toPlan: fc.boolean(),
			withCommitments: fc.boolean(),
			tags: fc.subarray(['cultuur', 'kempen'])
		});
		const given = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 12 });
		fc.assert(
			fc.property(given, anyView, (before, view) => {
				const expected = viewPortfolio(before, view, today);
				expect(viewPortfolio(before.toReversed(), view, today)).toEqual(expected);
				expect(before).toEqual(expect.arrayContaining(expected));
			})
		);
	});
});

describe('searching', () => {
	test.each([
		['ecole', ['aan de École']],
		['  ÉCOLE aan ', ['aan de École']],
		['uber', ['Überbeek']],
		['dorp 2', ['Dorp 2']],
		['nergens', []]
	])('"%s" finds %j, whatever its case and accents', (search, expected) => {
		expect(shown({ search })).toEqual(expected);
	});

	test('folds a letter with an accent of its own and one that was joined from two the same', () => {
		expect(foldText('e\u0301cole')).toBe(foldText('\u00e9cole'));
	});
});

describe('filters', () => {
	test('"te plannen": overdue, or due within two months', () => {
		expect(shown({ toPlan: true })).toEqual(['Dorp 2', 'Überbeek', 'Voorbeeld']);
	});

	test('"met open afspraken", and both together with a search', () => {
		expect(shown({ withCommitments: true })).toEqual(['Dorp 2', 'Überbeek', 'Voorbeeld']);
		expect(shown({ withCommitments: true, toPlan: true, search: 'dorp' })).toEqual(['Dorp 2']);
	});

	test('by tags: who chooses two wants both', () => {
		expect(shown({ tags: ['Cultuur'] })).toEqual(['Dorp 10', 'Überbeek']);
		expect(shown({ tags: ['cultuur', 'regio kempen'] })).toEqual(['Dorp 10']);
		expect(shown({ tags: ['sport'] })).toEqual([]);
	});
});
