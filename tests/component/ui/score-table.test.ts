import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import ScoreTable, { type ScoreRow } from '$lib/ui/tables/ScoreTable.svelte';

const sides = ['Gemeente', 'Verenigingen'];
const rows: ScoreRow[] = [
	{
		id: 'openheid',
		name: 'Over de muur kijken',
		themeIndex: 0,
		scores: ['3,7', '3,3'],
		joint: '3,5',
		gap: '0,3',
		gapWord: ''
	},
	{
		id: 'waardering',
		name: 'Waardering',
		themeIndex: 1,
		scores: ['4,0', '2,0'],
		joint: '3,0',
		gap: '2,0',
		gapWord: 'groot verschil'
	},
	{
		id: 'regie',
		name: 'Regie',
		themeIndex: 2,
		scores: ['2,7', null],
		joint: null,
		gap: null,
		gapWord: ''
	}
];

function showTable(shown: readonly ScoreRow[] = rows, names: readonly string[] = sides) {
	render(ScoreTable, { caption: 'Scores van 1 tot 5', sides: names, rows: shown });
}

function rowOf(name: string): HTMLElement {
	const row = screen.getByRole('rowheader', { name }).closest('tr');
	if (!row) throw new Error(`The header "${name}" is in no row`);
	return row;
}

function cellsOf(name: string): string[] {
	return within(rowOf(name))
		.getAllByRole('cell')
		.map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim());
}

describe('the score table', () => {
	test('is named by its caption', () => {
		showTable();

		expect(screen.getByRole('table', { name: 'Scores van 1 tot 5' })).toBeVisible();
	});

	test('has a header for each side, for both together and for the gap', () => {
		showTable();

		expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual([
			'Onderdeel',
			'Gemeente',
			'Verenigingen',
			'Samen',
			'Verschil'
		]);
	});

	test('has a row for each dimension, in order', () => {
		showTable();

		expect(screen.getAllByRole('rowheader').map((header) => header.textContent)).toEqual([
			'Over de muur kijken',
			'Waardering',
			'Regie'
		]);
	});

	test('gives both sides, both together and the gap', () => {
		showTable();

		expect(cellsOf('Over de muur kijken')).toEqual(['3,7', '3,3', '3,5', '0,3']);
	});

	test('says in words that a gap is large', () => {
		showTable();

		expect(cellsOf('Waardering')).toEqual(['4,0', '2,0', '3,0', '2,0 groot verschil']);
	});

	test('says «te weinig antwoorden» where a score is missing, and never 0', () => {
		showTable();

		expect(cellsOf('Regie')).toEqual(['2,7', 'te weinig antwoorden', 'te weinig antwoorden', '–']);
		expect(rowOf('Regie')).not.toHaveTextContent(/\b0\b/);
	});

	test('tells who hears it that there is no gap to compute', () => {
		showTable();

		expect(within(rowOf('Regie')).getByLabelText('geen verschil te berekenen')).toBeVisible();
		expect(within(rowOf('Waardering')).queryByLabelText('geen verschil te berekenen')).not.toBeInTheDocument();
	});

	test('shows a gap of nothing as a figure: that is not a missing one', () => {
		const equal = { id: 'gelijk', name: 'Gelijk', themeIndex: 0, scores: ['3,0', '3,0'], joint: '3,0' };
		showTable([{ ...equal, gap: '0,0', gapWord: '' }]);

		expect(cellsOf('Gelijk')).toEqual(['3,0', '3,0', '3,0', '0,0']);
	});

	test('has room for four sides', () => {
		const names = ['Gemeente', 'Heemkring', 'Fanfare', 'Jeugdhuis'];
		const row = { id: 'openheid', name: 'Openheid', themeIndex: 0, joint: null, gap: '1,0', gapWord: 'groot verschil' };
		showTable([{ ...row, scores: ['4,0', '3,0', null, '3,5'] }], names);

		expect(screen.getAllByRole('columnheader')).toHaveLength(7);
		expect(cellsOf('Openheid')).toEqual([
			'4,0',
			'3,0',
			'te weinig antwoorden',
			'3,5',
			'te weinig antwoorden',
			'1,0 groot verschil'
		]);
	});

	test('gives every figure its label, for a phone', () => {
		showTable();

		const labels = within(rowOf('Waardering'))
			.getAllByRole('cell')
			.map((cell) => cell.dataset.label);
		expect(labels).toEqual(['Gemeente', 'Verenigingen', 'Samen', 'Verschil']);
	});
});
