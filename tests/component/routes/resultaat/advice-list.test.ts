import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Commitments } from '$lib/state/results/commitments.svelte';
import type { Result } from '$lib/state/results/result';
import AdviceList from '../../../../src/routes/resultaat/AdviceList.svelte';
import { measurementOf } from '../../../builders/records';
import { workshop } from '../../../builders/workshop';

const user = userEvent.setup();

/** @param score that the municipality gives each statement of two dimensions */
function resultOf(score: 1 | 2 | 5): Result {
	const points = [score, score, score] as const;
	const room = workshop({ basishouding: { openheid: 3, waardering: 3 } })
		.group('gemeente', 'Gemeente')
		.answers('Gemeente', { openheid: [...points], waardering: [1, 1, 1] });
	return {
		measurement: { ...measurementOf('verband', 'meting'), groups: room.groups },
		questionnaire: room.questionnaire,
		advice: room.advice()
	} as unknown as Result;
}

test('the tip of which someone is making a commitment stays, whatever another tab answers, until they are done', async () => {
	const commitments = new Commitments(measurementOf('verband', 'meting'));
	const { rerender } = render(AdviceList, { result: resultOf(1), commitments });
	const tips = () =>
		screen.getAllByRole('article').map((card) => within(card).getByText(/samenwerkingsscore/).textContent);
	const before = tips();
	const make = () =>
		within(screen.getAllByRole('article')[0] as HTMLElement).getByRole('button', { name: /^Maak hier/ });
	await user.click(make());
	await user.type(screen.getByLabelText(/^Wie/), 'Els');

	await rerender({ result: resultOf(5) });
	expect(tips()).toEqual(before);
	expect(screen.getByLabelText(/^Wie/)).toHaveValue('Els');

	await user.click(make());
	expect(tips()).not.toEqual(before);
});
