import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import ProgressSteps, { type Step } from '$lib/ui/answering/ProgressSteps.svelte';

function step(name: string, given: number, current = false): Step {
	return { href: `#${name.toLowerCase()}`, name, given, total: 6, current };
}
const steps = [step('Openheid', 6), step('Eigenheid', 2, true), step('Waardering', 0)];

function showSteps(shown: readonly Step[] = steps) {
	return render(ProgressSteps, { steps: shown });
}

/** Also what is only on a wide screen: jsdom has no width. */
const links = () =>
	within(screen.getByRole('navigation', { name: 'Onderdelen' })).getAllByRole('link', { hidden: true });

describe('the steps', () => {
	test('are named with their place, dimension and count of answers', () => {
		showSteps();

		const names = links().map((link) => (link.textContent ?? '').replace(/\s+/g, ' ').trim());
		expect(names).toEqual([
			'1 Onderdeel 1: Openheid, 6 van 6 antwoorden',
			'2 Onderdeel 2: Eigenheid, 2 van 6 antwoorden',
			'3 Onderdeel 3: Waardering, 0 van 6 antwoorden'
		]);
	});

	test('lead to their dimension', () => {
		showSteps();

		expect(links().map((link) => link.getAttribute('href'))).toEqual(['#openheid', '#eigenheid', '#waardering']);
	});

	test('mark the current one, and only that one', () => {
		showSteps();

		expect(links().map((link) => link.getAttribute('aria-current'))).toEqual([null, 'step', null]);
	});

	test('follow a move and a new answer', async () => {
		const { rerender } = showSteps();

		await rerender({ steps: [step('Openheid', 6), step('Eigenheid', 6), step('Waardering', 1, true)] });

		expect(links().map((link) => link.getAttribute('aria-current'))).toEqual([null, null, 'step']);
		expect(links()[1]).toHaveTextContent('6 van 6 antwoorden');
		expect(links()[2]).toHaveTextContent('1 van 6 antwoorden');
	});
});

describe('the bar for a narrow screen', () => {
	test('says which one of how many', () => {
		showSteps();

		const bar = screen.getByRole('progressbar', { name: 'Onderdeel 2 van 3', hidden: true });
		expect(bar).toHaveAttribute('value', '2');
		expect(bar).toHaveAttribute('max', '3');
	});
});
