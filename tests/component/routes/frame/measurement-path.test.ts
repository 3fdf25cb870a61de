import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Measurement } from '$lib/domain/measurement/measurement';
import MeasurementPath from '../../../../src/routes/frame/MeasurementPath.svelte';
import { aMeasurement } from '../../../builders/records';

type Step = 'prepare' | 'answer' | 'talk' | 'agree';

/** The words of the four steps, and of the one in hand. */
function path(at: Step, changes: Partial<Measurement>) {
	render(MeasurementPath, { measurement: aMeasurement(changes), at });
	const links = within(screen.getByRole('navigation', { name: 'Stappen van deze meting' })).getAllByRole('link');
	const wordsOf = (link: HTMLElement) => link.textContent.replace(/\s+/g, ' ').trim();
	return {
		steps: links.map(wordsOf),
		inHand: links.filter((link) => link.getAttribute('aria-current') === 'step').map(wordsOf),
		addresses: links.map((link) => link.getAttribute('href') ?? '')
	};
}

describe('the path of a measurement', () => {
	test('begins with setting out, and nothing is done', () => {
		const { steps, inHand } = path('prepare', { ways: [] });
		expect(steps).toEqual(['1. Klaarzetten', '2. Antwoorden', '3. Praten', '4. Afspreken']);
		expect(inHand).toEqual(['1. Klaarzetten']);
	});

	test('says that it was set out once people answer', () => {
		expect(path('answer', { ways: ['phone'] }).steps).toEqual([
			'1. Klaarzetten gedaan',
			'2. Antwoorden',
			'3. Praten',
			'4. Afspreken'
		]);
	});

	test.each(['talk', 'agree'] as const)('a closed one is answered, also at %s', (at) => {
		const { steps } = path(at, { ways: ['phone'], status: 'closed' });
		expect(steps.slice(0, 2)).toEqual(['1. Klaarzetten gedaan', '2. Antwoorden gedaan']);
	});

	test('one that takes answers still is not answered, whatever page looks at it', () => {
		expect(path('talk', { ways: ['together'] }).steps[1]).toBe('2. Antwoorden');
	});

	test('each step leads to its page, with the same measurement', () => {
		const { addresses } = path('talk', { id: 'a'.repeat(32) });
		expect(addresses).toHaveLength(4);
		expect(new Set(addresses).size).toBe(4);
		for (const address of addresses) expect(address).toContain(`meting=${'a'.repeat(32)}`);
	});
});
