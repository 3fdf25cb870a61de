import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { PaperEntry, type PaperDesk } from '$lib/state/desk/paper-entry.svelte';
import EntryScreen from '../../../../src/routes/overtypen/EntryScreen.svelte';
import { measurement, terms } from '../../../builders/handing-in';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';

test('a form without a group is asked for it there; with one it is stored, and can be taken back', async () => {
	const user = userEvent.setup();
	const desk: PaperDesk = {
		measurement,
		terms,
		takeIn: () => Promise.resolve([{ kind: 'added' } as never]),
		takeBack: () => Promise.resolve({ kind: 'removed' } as never)
	};
	const questionnaire = publishedQuestionnaire('samenwerking', '1.0.0');
	render(EntryScreen, { entry: new PaperEntry(desk), groups: measurement.groups, questionnaire });
	const groups = screen.getByRole('radiogroup', { name: 'Groep die op het blad omcirkeld is' });

	await user.type(screen.getByRole('textbox', { name: /^Stelling 1:/ }), '3');
	await user.keyboard('{Enter}');
	expect(groups).toHaveAttribute('aria-invalid', 'true');
	expect(groups).toHaveAccessibleDescription(/Kies eerst de groep/);
	expect(screen.getByRole('radio', { name: 'Gemeente' })).toHaveFocus();

	await user.click(screen.getByRole('radio', { name: 'Verenigingen' }));
	await user.click(screen.getByRole('button', { name: 'Bewaar dit formulier' }));
	expect(await screen.findByText(/Formulier 1 bewaard \(Verenigingen\)/)).toBeVisible();
	await user.click(screen.getByRole('button', { name: 'Ongedaan maken: formulier 1' }));
	expect(await screen.findByText(/Formulier 1 is niet meer bewaard/)).toBeVisible();
});
