import 'fake-indexeddb/auto';
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadMeasurement } from '$lib/storage/records/measurements';
import Closing from '../../../../src/routes/meting/Closing.svelte';
import { aMeasurement } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const measurement = aMeasurement({ ways: [] });
const UNREACHABLE = 'De brievenbus antwoordt niet. Wat er nog in ligt, telt dan niet mee.';

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurement);
});

/** An open measurement without a word to say about who is in, and a letterbox that answers as told. */
async function show(...fetched: boolean[]) {
	const desk = await MeasurementDesk.open(measurement.id);
	const letterbox = {
		isOn: true,
		fetch: vi.fn(() => Promise.resolve(fetched.shift() ?? true)),
		afterClosing: vi.fn(() => Promise.resolve())
	};
	render(Closing, { desk, letterbox });
	await userEvent.click(screen.getByRole('button', { name: 'Sluit af en ga praten' }));
	return letterbox;
}

const status = async () => (await loadMeasurement(measurement.id))?.status;
const yes = () => screen.findByRole('button', { name: 'Ja, sluit de meting' });

test('what lies in the letterbox comes in first, and it is emptied once the measurement is closed', async () => {
	const letterbox = await show(true);
	if (screen.queryByRole('alertdialog')) await userEvent.click(await yes());
	await waitFor(() => expect(letterbox.afterClosing).toHaveBeenCalledOnce());
	expect(letterbox.fetch).toHaveBeenCalled();
	expect(await status()).toBe('closed');
});

test('a letterbox that does not answer is told before anything closes, and people may wait', async () => {
	const letterbox = await show(false);
	expect(await screen.findByText(UNREACHABLE)).toBeVisible();
	await userEvent.click(screen.getByRole('button', { name: 'Nog niet' }));
	expect(letterbox.afterClosing).not.toHaveBeenCalled();
	expect(await status()).toBe('open');
});

test('people who know it close all the same', async () => {
	const letterbox = await show(false, false);
	// A press right after the question is none.
	await waitFor(async () => {
		await userEvent.click(await yes());
		expect(letterbox.afterClosing).toHaveBeenCalled();
	});
	expect(await status()).toBe('closed');
});
