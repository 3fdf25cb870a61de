import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Commitments } from '$lib/state/results/commitments.svelte';
import type { Result } from '$lib/state/results/result';
import TopicCards from '../../../../src/routes/resultaat/TopicCards.svelte';
import { measurementOf } from '../../../builders/records';
import { workshop } from '../../../builders/workshop';

const user = userEvent.setup();
const commitments = () => new Commitments(measurementOf('verband', 'meting'));

/** @param score that the municipality gives each statement of one dimension */
function resultOf(score: 1 | 2 | 5, more: Partial<Result> = {}): Result {
	const points = [score, score, score] as const;
	const room = workshop({ basishouding: { openheid: 3, waardering: 3 } })
		.group('gemeente', 'Gemeente')
		.answers('Gemeente', { openheid: [...points], waardering: [1, 1, 1] });
	return {
		measurement: { ...measurementOf('verband', 'meting'), groups: room.groups },
		questionnaire: room.questionnaire,
		figures: room.figures(),
		advice: room.advice(),
		agreed: [],
		chosen: [],
		...more
	} as unknown as Result;
}

const names = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

test('each topic has its score, a question, its best tip with a source, and a button to agree on something', () => {
	render(TopicCards, {
		result: resultOf(2, {
			agreed: [{ measurementId: 'meting', dimensionId: 'openheid', score: 3, note: 'In mei weer.' }]
		}),
		commitments: commitments()
	});

	expect(screen.getByRole('heading', { level: 2, name: 'Twee vragen om te bespreken' })).toBeVisible();
	const card = within(screen.getByRole('article', { name: 'Onderdeel openheid' }));
	expect(card.getByText('Gemeente 2,0')).toBeVisible();
	expect(card.getByText('Afgesproken score: 3')).toBeVisible();
	expect(card.getByText(/In mei weer\./)).toBeVisible();
	expect(card.getByText(/^Tip voor/)).toBeVisible();
	expect(card.getByText(/^Bron: /)).toBeVisible();
	expect(card.getByRole('button', { name: /^Maak afspraak/ })).toBeVisible();
});

test('what the room chose comes in its order, and is no proposal', () => {
	render(TopicCards, { result: resultOf(2, { chosen: ['openheid'] }), commitments: commitments() });

	expect(screen.getByRole('heading', { level: 2, name: 'Eén vraag om te bespreken' })).toBeVisible();
	expect(names()).toEqual(['Onderdeel openheid']);
	expect(screen.queryByText(/voorstel/)).not.toBeInTheDocument();
});

test('the tip of which someone is making a commitment stays, whatever another tab answers, until they are done', async () => {
	const shared = commitments();
	const { rerender } = render(TopicCards, { result: resultOf(1), commitments: shared });
	const before = names();
	const make = () =>
		within(screen.getAllByRole('article')[0] as HTMLElement).getByRole('button', { name: /^Maak afspraak/ });
	await user.click(make());
	await user.type(screen.getByLabelText(/^Wie/), 'Els');

	await rerender({ result: resultOf(5) });
	expect(names()).toEqual(before);
	expect(screen.getByLabelText(/^Wie/)).toHaveValue('Els');

	await user.click(make());
	expect(names()).not.toEqual(before);
});
