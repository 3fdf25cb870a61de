import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { GapCell, ScoreCell, ScoreRow } from '$lib/domain/words/score-rows';
import ScoreTable from '$lib/ui/tables/ScoreTable.svelte';

const sides = ['Gemeente', 'Verenigingen'];
const FEW = 'te weinig antwoorden';
const cell = (score: string | null): ScoreCell => {
	const basis = score === null ? FEW : '';
	return { score, basis, shortBasis: basis };
};

/** A row with these scores of the sides, together, and the gap. */
function row(name: string, scores: readonly (string | null)[], together: string | null, gap: GapCell | null): ScoreRow {
	const sides = scores.map(cell);
	return { id: name, name, shortName: name, themeIndex: 0, sides, together: cell(together), gap, agreed: null };
}

const rows = [
	row('Over de muur kijken', ['3,7', '3,3'], '3,5', { size: '0,3', word: '' }),
	row('Waardering', ['4,0', '2,0'], '3,0', { size: '2,0', word: 'groot verschil' }),
	row('Regie', ['2,7', null], null, null)
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
	test('has the scores of each theme below, and why one has none', () => {
		const theme = { id: 'a', name: 'Basishouding', themeIndex: 0, sides: ['3,7', null], together: null };
		render(ScoreTable, { caption: 'Scores van 1 tot 5', sides, rows, themes: [theme] });

		const why = 'niet elk onderdeel heeft een score';
		expect(cellsOf('Thema Basishouding')).toEqual(['3,7', why, why, '']);
	});

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

		expect(cellsOf('Regie')).toEqual(['2,7', FEW, FEW, '–']);
		expect(rowOf('Regie')).not.toHaveTextContent(/\b0\b/);
	});

	test('tells who hears it that there is no gap to compute', () => {
		showTable();

		expect(within(rowOf('Regie')).getByLabelText('geen verschil te berekenen')).toBeVisible();
		expect(within(rowOf('Waardering')).queryByLabelText('geen verschil te berekenen')).not.toBeInTheDocument();
	});

	test('shows a gap of nothing as a figure: that is not a missing one', () => {
		showTable([row('Gelijk', ['3,0', '3,0'], '3,0', { size: '0,0', word: '' })]);

		expect(cellsOf('Gelijk')).toEqual(['3,0', '3,0', '3,0', '0,0']);
	});

	test('has room for four sides', () => {
		const names = ['Gemeente', 'Heemkring', 'Fanfare', 'Jeugdhuis'];
		showTable([row('Openheid', ['4,0', '3,0', null, '3,5'], null, { size: '1,0', word: 'groot verschil' })], names);

		expect(screen.getAllByRole('columnheader')).toHaveLength(7);
		expect(cellsOf('Openheid')).toEqual(['4,0', '3,0', FEW, '3,5', FEW, '1,0 groot verschil']);
	});

	test('gives every figure its label, for a phone', () => {
		showTable();

		const labels = within(rowOf('Waardering'))
			.getAllByRole('cell')
			.map((cell) => cell.dataset.label);
		expect(labels).toEqual(['Gemeente', 'Verenigingen', 'Samen', 'Verschil']);
	});
});
