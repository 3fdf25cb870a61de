import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { announce } from '$lib/storage/changes';
import { wipeDatabase } from '$lib/storage/connection/database';
import Page from '../../../../src/routes/samenwerkingsverband/+page.svelte';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

beforeEach(async () => {
	cleanup();
	await wipeDatabase();
	await storeMeasurements(measurementOf('verband', 'eerste'));
	history.replaceState(null, '', '/samenwerkingsverband/?verband=verband');
});

test('who removes it and puts it back never reads that it is not on this device', async () => {
	const user = userEvent.setup();
	render(Page);
	await screen.findByRole('heading', { level: 1, name: 'Verband verband' });
	const titles = ['Verband verband · Samenwerkingsmeter'];
	const observer = new MutationObserver(() => {
		if (document.title !== titles.at(-1)) titles.push(document.title);
	});
	observer.observe(document, { childList: true, subtree: true, characterData: true });
	// Another tab keeps saying that something changed, so that the page reads at every moment.
	const reading = setInterval(() => announce({ kind: 'partnership', partnershipId: 'verband' }));

	await user.click(screen.getByRole('button', { name: /^Verwijder dit overleg/ }));
	await user.click(await screen.findByRole('button', { name: 'Maak ongedaan' }));
	await screen.findByRole('heading', { level: 1, name: 'Verband verband' });
	clearInterval(reading);
	await vi.waitFor(() =>
		expect(titles.filter((title) => title !== '')).toEqual([
			'Verband verband · Samenwerkingsmeter',
			'Verwijderd · Overleg · Samenwerkingsmeter',
			'Verband verband · Samenwerkingsmeter'
		])
	);
	observer.disconnect();
});
