import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import PassphraseFields from '../../../../src/routes/gegevens/PassphraseFields.svelte';

const show = () =>
	render(PassphraseFields, { passphrase: '', again: '', names: ['Halle-aan-Zee en verenigingen'], wrong: false });
const field = () => screen.getByLabelText('Wachtwoord');

test('a sentence is proposed, shown, and filled in twice', async () => {
	show();
	await userEvent.click(screen.getByRole('button', { name: 'Stel een wachtwoord voor' }));

	const status = screen.getByRole('status');
	const [proposed = ''] = /(?:[a-z]{3,9} ){5}[a-z]{3,9}/.exec(status.textContent) ?? [];
	expect(proposed).not.toBe('');
	expect(field()).toHaveValue(proposed);
	expect(screen.getByLabelText('Wachtwoord, nog een keer')).toHaveValue(proposed);
	expect(status).toHaveTextContent('Schrijf het nu over: het wordt nergens bewaard.');
	expect(field()).toHaveAccessibleDescription(/Sterk\.|Goed\./);
});

test('another sentence each time, and none on the screen once people type their own', async () => {
	show();
	const propose = screen.getByRole('button', { name: 'Stel een wachtwoord voor' });
	await userEvent.click(propose);
	const first = screen.getByRole('status').textContent;
	await userEvent.click(propose);
	expect(screen.getByRole('status').textContent).not.toBe(first);

	await userEvent.type(field(), 'x');
	expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test.each([
	['wachtwoord1', 'Te zwak. Wie een wachtwoord wil raden'],
	['Halle-aan-Zee', 'Te zwak. De naam van jullie samenwerking staat erin.'],
	['kort', 'Kies een wachtwoord van minstens 10 tekens.'],
	['Mijn hond heet Bobbie', 'Matig.'],
	['drie ezels in de regen', 'Goed.'],
	['drie ezels zingen samen opera in de regen', 'Sterk.']
])('«%s» is judged while it is typed', async (typed, words) => {
	show();
	await userEvent.type(field(), typed);
	expect(screen.getByText(new RegExp(`^${words.replaceAll('.', '\\.')}`))).toBeVisible();
	expect(field()).toHaveAccessibleDescription(new RegExp(words));
});
