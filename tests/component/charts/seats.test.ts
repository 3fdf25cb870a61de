import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Seats from '$lib/charts/seats/Seats.svelte';

const sides = [
	{ name: 'Gemeente', sideIndex: 0, filled: 4, expected: 6 },
	{ name: 'Verenigingen', sideIndex: 1, filled: 14, expected: 24 }
];

test('the seats have one text for who does not see them, and the names with their count for who does', () => {
	render(Seats, { sides });

	expect(screen.getByRole('img')).toHaveAccessibleName('Wie binnen is. Gemeente: 4 van 6. Verenigingen: 14 van 24.');
	expect(screen.getByText('14 van 24')).toBeVisible();
});

test('a large room says how many people one mark is', () => {
	render(Seats, { sides: [{ name: 'Gemeente', sideIndex: 0, filled: 40, expected: 300 }] });

	expect(screen.getByText('Eén teken is 5 mensen.')).toBeVisible();
});
