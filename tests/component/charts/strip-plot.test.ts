import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { StripData } from '$lib/charts/strips/strip-data';
import StripPlot from '$lib/charts/strips/StripPlot.svelte';

const data: StripData = {
	rows: [
		{ name: 'Gemeente', sideIndex: 0, dots: [{ value: 4, count: 2 }], mean: 4, joint: null },
		{ name: 'Verenigingen', sideIndex: 1, dots: [], mean: null, joint: 2 }
	],
	gap: { from: 2, to: 4 },
	agreed: null
};

const showStrip = (props: { large?: boolean; data?: StripData } = {}) =>
	render(StripPlot, { data, description: 'Gemeente 4,0, Verenigingen 2,0', ...props });

const strip = () => screen.getByRole('img', { name: /^Gemeente 4,0, Verenigingen 2,0/ });

describe('the strip', () => {
	test.each([false, true])('without an agreed score (large: %s) has no marker for it', (large) => {
		showStrip({ large });

		expect(strip()).toHaveAccessibleName('Gemeente 4,0, Verenigingen 2,0');
		expect(screen.queryByText('A')).not.toBeInTheDocument();
	});

	test.each([false, true])('marks the agreed score (large: %s) with a letter', (large) => {
		showStrip({ large, data: { ...data, agreed: 3 } });

		expect(screen.getByText('A')).toBeVisible();
	});

	test('writes the names of the sides at their rows when large', () => {
		showStrip({ large: true });

		expect(screen.getByText('Gemeente')).toBeVisible();
		expect(screen.getByText('Verenigingen')).toBeVisible();
	});

	test('leaves the names to the legend otherwise', () => {
		showStrip();

		expect(screen.queryByText('Gemeente')).not.toBeInTheDocument();
	});
});
