import 'fake-indexeddb/auto';
import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadPrivateNote } from '$lib/storage/settings/private-notes';
import Page from '../../../../src/routes/samenwerkingsverband/+page.svelte';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

beforeEach(async () => {
	cleanup();
	await wipeDatabase();
	await storeMeasurements(measurementOf('verband', 'eerste'));
	history.replaceState(null, '', '/samenwerkingsverband/?verband=verband');
});

async function open() {
	render(Page);
	await screen.findByRole('heading', { level: 1, name: 'Verband verband' });
	return userEvent.setup();
}

describe('tags', () => {
	const field = () => screen.findByRole('combobox', { name: 'Nieuw trefwoord', hidden: true });
	const tags = () =>
		within(screen.getByRole('list', { name: 'Trefwoorden', hidden: true }))
			.getAllByRole('listitem', { hidden: true })
			.map(({ textContent }) => textContent.replace(/Haal weg.*/s, '').trim());

	test('one is added by the keyboard alone, said to be saved, and there the next time', async () => {
		const user = await open();
		await user.type(await field(), 'Westhoek{Enter}');
		expect(await screen.findByText('✓ «Westhoek» is bewaard op dit toestel')).toBeInTheDocument();
		await vi.waitFor(() => expect(tags()).toEqual(['Westhoek']));
		expect(await field()).toHaveValue('');

		cleanup();
		await open();
		await vi.waitFor(() => expect(tags()).toEqual(['Westhoek']));
	});

	test('nothing is refused in the field with the reason, and one that is there in other letters does not come twice', async () => {
		const user = await open();
		await user.type(await field(), '  {Enter}');
		await vi.waitFor(async () => expect(await field()).toBeInvalid());
		expect(await field()).toHaveFocus();
		expect(await field()).toHaveAccessibleDescription(/Schrijf eerst een trefwoord/);

		await user.clear(await field());
		await user.type(await field(), 'Westhoek{Enter}');
		await screen.findByText('✓ «Westhoek» is bewaard op dit toestel');
		await user.type(await field(), 'WESTHOEK{Enter}');
		await screen.findByText('✓ «WESTHOEK» is bewaard op dit toestel');
		expect(tags()).toEqual(['Westhoek']);
	});

	test('one is taken away, and the focus goes to the field', async () => {
		const user = await open();
		await user.type(await field(), 'Westhoek{Enter}');
		await user.click(await screen.findByRole('button', { name: /^Haal weg\s*\(Westhoek\)/, hidden: true }));
		expect(await screen.findByText('«Westhoek» is weg')).toBeInTheDocument();
		expect(await field()).toHaveFocus();
		expect(screen.queryByRole('list', { name: 'Trefwoorden', hidden: true })).not.toBeInTheDocument();
	});
});

describe('the private note', () => {
	const field = () => screen.findByRole('textbox', { name: 'Eigen notities', hidden: true });

	test('says who reads it, is stored while it is typed, and is there the next time', async () => {
		const user = await open();
		expect(await field()).toHaveAccessibleDescription(/^Alleen voor jou\. Staat in geen verslag/);
		await user.type(await field(), 'Bel Zoë');
		await vi.waitFor(async () => expect(await loadPrivateNote('verband')).toBe('Bel Zoë'));

		cleanup();
		await open();
		expect(await field()).toHaveValue('Bel Zoë');
	});
});
