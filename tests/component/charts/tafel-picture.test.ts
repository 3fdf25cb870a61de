import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { describe, expect, test } from 'vitest';
import TafelOnPaper from '$lib/charts/tafel/TafelOnPaper.svelte';
import { overviewPages } from '$lib/charts/tafel/overview-geometry';
import TafelOverview from '$lib/charts/tafel/TafelOverview.svelte';
import TafelPicture from '$lib/charts/tafel/TafelPicture.svelte';
import TafelRowLarge from '$lib/charts/tafel/TafelRowLarge.svelte';
import { tafelFor } from '../../builders/tafel';
import { workshop } from '../../builders/workshop';

const held = workshop({ een: { a: 1, b: 1 }, twee: { c: 1, d: 1 } })
	.group('gemeente', 'Gemeente')
	.group('vereniging', 'Verenigingen')
	.answers('Gemeente', { a: [5], b: [3], c: [5], d: [2] })
	.answers('Verenigingen', { a: [5], b: [3], c: [1], d: [2] });
const tafel = tafelFor(held);
const opened = createRawSnippet((id: () => string) => ({ render: () => `<p>Stellingen van ${id()}</p>` }));
const rows = () => within(screen.getByRole('figure', { name: 'De tafel' })).getAllByRole('listitem');
const names = () => screen.getAllByRole('button', { name: /^Onderdeel/ }).map(({ textContent }) => textContent);

describe('the picture', () => {
	test('is a list of rows, each with its figures in words', () => {
		render(TafelPicture, { tafel, description: 'De tafel' });

		expect(
			screen.getByRole('img', {
				name: 'Gemeente gemiddeld 5,0, 1 mens: 1 op 5,0; Verenigingen gemiddeld 1,0, 1 mens: 1 op 1,0; verschil 4,0; voorstel om te bespreken'
			})
		).toBeVisible();
		expect(rows().some((row) => row.textContent?.includes('Onderdeel c'))).toBe(true);
	});

	test('opens a row in place by the keyboard, one at a time', async () => {
		const user = userEvent.setup();
		render(TafelPicture, { tafel, description: 'De tafel', opened });

		await user.tab();
		expect(screen.getByRole('button', { name: 'Onderdeel c' })).toHaveFocus();
		await user.keyboard('{Enter}');
		expect(screen.getByText('Stellingen van c')).toBeVisible();
		expect(screen.getByRole('button', { name: 'Onderdeel c' })).toHaveAttribute('aria-expanded', 'true');
		await user.tab();
		await user.keyboard(' ');
		expect(screen.queryByText('Stellingen van c')).not.toBeInTheDocument();
		expect(screen.getByText('Stellingen van d')).toBeVisible();
	});

	test('shows the order of the questionnaire on request, and back', async () => {
		const user = userEvent.setup();
		render(TafelPicture, { tafel, description: 'De tafel', opened });

		expect(names()).toEqual(['Onderdeel c', 'Onderdeel d', 'Onderdeel b', 'Onderdeel a']);
		expect(screen.getByText('Voorstel om te bespreken')).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Volgorde van de vragenlijst' }));
		expect(names()).toEqual(['Onderdeel a', 'Onderdeel b', 'Onderdeel c', 'Onderdeel d']);
		expect(screen.queryByText('Voorstel om te bespreken')).not.toBeInTheDocument();
		await user.click(screen.getByRole('button', { name: 'Eerst wat te bespreken is' }));
		expect(names()[0]).toBe('Onderdeel c');
	});

	test('explains the marks that it draws, and no others', () => {
		render(TafelPicture, { tafel, description: 'De tafel' });

		expect(screen.getByText('klein: één mens')).toBeVisible();
		expect(screen.getByText('verschil vanaf 0,5')).toBeVisible();
		expect(screen.queryByText('verborgen')).not.toBeInTheDocument();
		expect(screen.queryByText('afgesproken')).not.toBeInTheDocument();
	});

	test('says once that the persons of a side are hidden everywhere', () => {
		const hidden = workshop()
			.anonymous(3)
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answers('Gemeente', ...Array.from({ length: 3 }, () => ({ openheid: [4, 4, 4] as const })))
			.answers('Verenigingen', ...Array.from({ length: 6 }, () => ({ openheid: [2, 2, 2] as const })));
		render(TafelPicture, { tafel: tafelFor(hidden), description: 'De tafel' });

		expect(screen.getByText('Gemeente: mensen verborgen')).toBeVisible();
		expect(screen.queryByText('verborgen')).not.toBeInTheDocument();
	});
});

test('the big screen and paper say all figures in words', () => {
	const [page] = overviewPages(tafel, { width: 1184, height: 548 });
	if (page) render(TafelOverview, { page, unit: 1 });
	render(TafelOnPaper, { tafel });
	const [row] = tafel.rows;
	if (row) render(TafelRowLarge, { tafel, row });

	expect(screen.getAllByRole('img', { name: /Onderdeel c: Gemeente (gemiddeld )?5,0.*verschil 4,0/ })).toHaveLength(3);
});
