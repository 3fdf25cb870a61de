import 'fake-indexeddb/auto';
import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backup } from '$lib/state/files/backup.svelte';
import { wipeDatabase } from '$lib/storage/connection/database';
import WipeDevice from '../../../../src/routes/gegevens/WipeDevice.svelte';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

let stop = () => {};

beforeEach(async () => {
	cleanup();
	await wipeDatabase();
	await storeMeasurements(measurementOf('verband', 'eerste'));
	backup.known = false;
	backup.advice = 'nothing';
});

afterEach(() => {
	stop();
	vi.useRealTimers();
});

const wipeButton = () => screen.queryByRole('button', { name: 'Wis dit toestel' });
const backupButton = () => screen.queryByRole('button', { name: 'Bewaar eerst een back-up' });

test('the button comes at its place: what stands above it is never put in under a press', async () => {
	const seen: [wipe: boolean, backup: boolean][] = [];
	const look = () => seen.push([wipeButton() !== null, backupButton() !== null]);
	const observer = new MutationObserver(look);
	observer.observe(document, { childList: true, subtree: true });
	render(WipeDevice);
	look();
	stop = backup.start();
	await waitFor(() => expect(wipeButton()).not.toBeNull());
	await waitFor(() => expect(backupButton()).not.toBeNull());
	observer.disconnect();
	expect(seen[0]).toEqual([false, false]);
	expect(seen).not.toContainEqual([true, false]);
});

test('where nothing can be read, the button comes all the same', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	render(WipeDevice);
	expect(wipeButton()).toBeNull();
	await vi.advanceTimersByTimeAsync(2000);
	expect(wipeButton()).not.toBeNull();
});
