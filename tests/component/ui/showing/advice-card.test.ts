import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Advice, Reason } from '$lib/domain/advice/advice';
import type { Prompt, Source, Tip } from '$lib/domain/questionnaire/questionnaire';
import AdviceCard from '$lib/ui/showing/AdviceCard.svelte';
import { aDimension } from '../../../builders/dimension';

const dimension = aDimension();
const tip: Tip = {
	id: 'waardering-laag',
	when: 'low',
	for: 'all',
	action: 'Spreek af wie na elke activiteit bedankt.',
	detail: 'Kies één persoon per activiteit.',
	basis: 'direct',
	citations: [
		{ source: 'gids', section: 'Hoofdstuk 2, 1ste alinea', says: 'Wie bedankt wordt, blijft langer.' },
		{ source: 'gids', section: 'Hoofdstuk 3', says: 'Een vast moment helpt.' },
		{ source: 'onbekende-bron', section: 'Bijlage', says: 'Een kaartje volstaat.' }
	]
};
const prompt: Prompt = {
	id: 'waardering-verschil',
	when: 'gap',
	higher: 'gemeente',
	for: 'all',
	question: 'Aan welk voorbeeld denkt elke kant?'
};
const sources: Source[] = [
	{
		id: 'gids',
		title: 'Gids voor samenwerking met vrijwilligers',
		shortTitle: 'Vrijwilligersgids',
		kind: 'Gids.',
		publisher: null,
		author: null,
		date: null
	}
];
const reason: Reason = { kind: 'many-unknown', sides: [{ groupId: 'gemeente', unknown: 3, given: 6 }] };
const why = 'samenwerkingsscore 2,3 (laag, onder 2,5): Gemeente 2,7, Verenigingen 2,0';

function showCard(advice: Advice): HTMLElement {
	render(AdviceCard, { advice, why, audience: 'voor iedereen', themeIndex: 1, sources });
	return screen.getByRole('article');
}

describe('a tip', () => {
	test('has its action as heading, with the detail', () => {
		const card = showCard({ kind: 'tip', tip, dimension, reason });

		expect(within(card).getByRole('heading', { name: 'Spreek af wie na elke activiteit bedankt.' })).toBeVisible();
		expect(card).toHaveTextContent('Kies één persoon per activiteit.');
	});

	test('shows its first step, who begins and what changes, each with its term', () => {
		const whole: Tip = { ...tip, whoStarts: 'De voorzitter.', whatChanges: 'Iedereen werd bedankt.' };
		const card = showCard({ kind: 'tip', tip: whole, dimension, reason });

		const terms = within(card)
			.getAllByRole('term')
			.map((term) => `${term.textContent} ${term.nextElementSibling?.textContent}`);
		expect(terms).toEqual([
			'Eerste stap: Kies één persoon per activiteit.',
			'Wie begint: De voorzitter.',
			'Wat er daarna anders is: Iedereen werd bedankt.'
		]);
	});

	test('that says neither has its detail as before', () => {
		const card = showCard({ kind: 'tip', tip, dimension, reason });

		expect(within(card).queryByRole('term')).not.toBeInTheDocument();
		expect(within(card).getByText('Kies één persoon per activiteit.', { selector: 'p' })).toBeVisible();
	});

	test('says what it is, for whom and about which dimension', () => {
		const card = showCard({ kind: 'tip', tip, dimension, reason });

		expect(card).toHaveTextContent('Tip · voor iedereen · Waardering voor vrijwilligers');
	});

	test('says why it is shown', () => {
		const card = showCard({ kind: 'tip', tip, dimension, reason });

		expect(card).toHaveTextContent(`Waarom je dit ziet: ${why}.`);
	});

	test('names each source with the place in it, and what that place says', () => {
		const card = showCard({ kind: 'tip', tip, dimension, reason });

		const citations = within(card).getAllByRole('listitem');
		expect(citations).toHaveLength(3);
		expect(citations[0]).toHaveTextContent('Wie bedankt wordt, blijft langer.');
		expect(citations[0]).toHaveTextContent('Vrijwilligersgids, Hoofdstuk 2, 1ste alinea');
		expect(citations[1]).toHaveTextContent('Een vast moment helpt. Vrijwilligersgids, Hoofdstuk 3');
	});

	test('with a source that is not in the list still names its id', () => {
		const card = showCard({ kind: 'tip', tip, dimension, reason });

		expect(card).toHaveTextContent('onbekende-bron, Bijlage');
	});

	test('straight from the source is not called applied', () => {
		const card = showCard({ kind: 'tip', tip, dimension, reason });

		expect(card).not.toHaveTextContent('Toegepast');
	});

	test('applied from something else says what the source is about', () => {
		const applied: Tip = { ...tip, basis: 'toegepast', appliedFrom: 'vrijwilligers binnen één vereniging' };
		const card = showCard({ kind: 'tip', tip: applied, dimension, reason });

		expect(card).toHaveTextContent('Toegepast: de bron spreekt over vrijwilligers binnen één vereniging.');
	});
});

describe('a prompt', () => {
	test('has its question as heading, and says what it is', () => {
		const card = showCard({ kind: 'prompt', prompt, dimension, reason });

		expect(within(card).getByRole('heading', { name: 'Aan welk voorbeeld denkt elke kant?' })).toBeVisible();
		expect(card).toHaveTextContent('Gespreksvraag · voor iedereen · Waardering voor vrijwilligers');
		expect(card).toHaveTextContent(`Waarom je dit ziet: ${why}.`);
	});

	test('names no source: it asks, it does not advise', () => {
		const card = showCard({ kind: 'prompt', prompt, dimension, reason });

		expect(within(card).queryByRole('list')).not.toBeInTheDocument();
		expect(card).not.toHaveTextContent('Vrijwilligersgids');
		expect(card).not.toHaveTextContent('Toegepast');
	});
});
