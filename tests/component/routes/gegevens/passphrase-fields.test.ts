import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import PassphraseFields from '../../../../src/routes/gegevens/PassphraseFields.svelte';

const show = () =>
	render(PassphraseFields, { passphrase: '', again: '', names: ['Halle-aan-Zee en verenigingen'], wrong: false });
const field = () => screen.getByLabelText('Geheime zin');

test('a sentence is proposed, shown, and filled in twice', async () => {
	show();
	await userEvent.click(screen.getByRole('button', { name: 'Stel een zin voor' }));

	const status = screen.getByRole('status');
	const [proposed = ''] = /(?:[a-z]{3,9} ){5}[a-z]{3,9}/.exec(status.textContent) ?? [];
	expect(proposed).not.toBe('');
	expect(field()).toHaveValue(proposed);
	expect(screen.getByLabelText('Geheime zin, nog een keer')).toHaveValue(proposed);
	expect(status).toHaveTextContent('Schrijf hem nu over: hij wordt nergens bewaard.');
	expect(field()).toHaveAccessibleDescription(/Sterk\.|Goed\./);
});

test('another sentence each time, and none on the screen once people type their own', async () => {
	show();
	const propose = screen.getByRole('button', { name: 'Stel een zin voor' });
	await userEvent.click(propose);
	const first = screen.getByRole('status').textContent;
	await userEvent.click(propose);
	expect(screen.getByRole('status').textContent).not.toBe(first);

	await userEvent.type(field(), 'x');
	expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test.each([
	['wachtwoord1', 'Te zwak. Wie een geheime zin wil raden'],
	['Halle-aan-Zee', 'Te zwak. De naam van jullie samenwerking staat erin.'],
	['kort', 'Kies een geheime zin van minstens 10 tekens.'],
	['Mijn hond heet Bobbie', 'Matig.'],
	['drie ezels in de regen', 'Goed.'],
	['drie ezels zingen samen opera in de regen', 'Sterk.']
])('«%s» is judged while it is typed', async (typed, words) => {
	show();
	await userEvent.type(field(), typed);
	expect(screen.getByText(new RegExp(`^${words.replaceAll('.', '\\.')}`))).toBeVisible();
	expect(field()).toHaveAccessibleDescription(new RegExp(words));
});
