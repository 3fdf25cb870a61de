import 'fake-indexeddb/auto';
import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import { saveAppAddress } from '$lib/state/desk/app-address';
import { wipeDatabase } from '$lib/storage/connection/database';
import TableCards from '../../../../src/routes/tafelkaartjes/TableCards.svelte';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { aMeasurement, aPartnership, invitationTo } from '../../../builders/records';

const measurement = aMeasurement({ privacy: { mode: 'anoniem', threshold: 4 } });
const desk = {
	letterboxAddress: undefined,
	measurement,
	partnership: aPartnership({ name: 'Gemeente X' }),
	questionnaire: publishedQuestionnaire('samenwerking', '1.0.0'),
	invitation: invitationTo(measurement)
};

beforeEach(wipeDatabase);

test('a card has the code, whose measurement it is, what to do, and what happens with the answers', async () => {
	await saveAppAddress('https://meter.example/');
	render(TableCards, { desk });

	expect(await screen.findByRole('img', { name: /^QR-code/ })).toBeVisible();
	expect(screen.getByRole('heading', { name: 'Scan en antwoord' })).toBeVisible();
	const card = screen.getByRole('article');
	expect(card).toHaveTextContent('Gemeente X');
	expect(card).toHaveTextContent('36 stellingen over hoe jullie samenwerken');
	expect(card).toHaveTextContent('alleen waar minstens 4 mensen van een groep antwoordden');
});

test('without an address that phones can open there is no card, and it says what to do', async () => {
	render(TableCards, { desk });

	expect(await screen.findByText('Er is nog geen QR-code.')).toBeVisible();
	expect(screen.queryByRole('article')).toBeNull();
	expect(screen.queryByRole('button', { name: 'Afdrukken' })).toBeNull();
});
