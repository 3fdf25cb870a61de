import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ThemeShifts from '../../../../src/routes/vergelijken/ThemeShifts.svelte';
import { compared, workshop, type Plan } from '../../../builders/workshop';

const TWO = { houding: { openheid: 1 }, regie: { draagvlak: 1 } };

function show(plan: Plan, ...marks: readonly (2 | 3 | 4)[]) {
	const ids = Object.values(plan).flatMap((own) => Object.keys(own));
	const dates = marks.map((_, place) => String(2024 + place));
	const years = marks.map((mark, place) =>
		workshop(plan)
			.group('gemeente', 'Gemeente')
			.group('vereniging', 'Verenigingen')
			.answers('Gemeente', Object.fromEntries(ids.map((id) => [id, [mark]])))
			.answers('Verenigingen', Object.fromEntries(ids.map((id) => [id, [2]])))
			.occasion(`${dates[place] ?? ''}-03-01`)
	);
	render(ThemeShifts, { comparison: compared(...years), from: 0, to: marks.length - 1, dates });
}

test('two years: a picture with a line for each theme, that says its figures', () => {
	show(TWO, 2, 3);
	const picture = screen.getByRole('figure', { name: 'Van 2024 naar 2025, een lijn per thema' });
	expect(
		within(picture)
			.getAllByRole('img')
			.map((line) => line.getAttribute('aria-label'))
	).toEqual([
		'Gemeente van 2,0 naar 3,0; Verenigingen twee keer 2,0; samen van 2,0 naar 2,5',
		'Gemeente van 2,0 naar 3,0; Verenigingen twee keer 2,0; samen van 2,0 naar 2,5'
	]);
	expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
});

test('three years: the one between stands in a plot of each theme', () => {
	show(TWO, 2, 4, 3);
	expect(
		screen.getByRole('img', { name: /^Thema regie\. Gemeente: 2,0 \(2024\), 4,0 \(2025\), 3,0 \(2026\)\./ })
	).toBeVisible();
});

test('one theme has nothing beside it: no picture and no heading', () => {
	show({ houding: { openheid: 1 } }, 2, 3);
	expect(screen.queryByRole('heading')).toBeNull();
	expect(screen.queryByRole('figure')).toBeNull();
});
