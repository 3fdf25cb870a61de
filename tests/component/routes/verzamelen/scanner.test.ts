import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reading } from '$lib/exchange/qr/read-frame';
import Scanner from '../../../../src/routes/verzamelen/Scanner.svelte';
import { FakeDevices } from '../../../fake-devices';

/** What jsdom has not: a video that plays, frames of it, and cameras. */
let devices: FakeDevices;
let frames: (() => void)[];

beforeEach(() => {
	vi.useFakeTimers({ shouldAdvanceTime: true });
	devices = new FakeDevices('laptop', 'usb');
	frames = [];
	vi.stubGlobal('createImageBitmap', () => Promise.resolve({}));
	Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true });
	Object.assign(HTMLVideoElement.prototype, {
		play: () => Promise.resolve(),
		requestVideoFrameCallback: (seen: () => void) => frames.push(seen),
		cancelVideoFrameCallback: () => (frames = [])
	});
	Object.defineProperty(HTMLVideoElement.prototype, 'videoWidth', { value: 640, configurable: true });
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const nothing: Reading = { text: undefined, light: 'fine' };

/** A scanner whose reader sees what the test says; a frame comes when the test says so. */
async function showScanner() {
	const reader = { sees: nothing as Reading | Error, stopped: 0 };
	const onread = vi.fn<(text: string) => Promise<{ good: boolean } | undefined>>(() => Promise.resolve(undefined));
	const onstop = vi.fn<() => void>();
	render(Scanner, {
		onread,
		onstop,
		newReader: () => ({
			read: () => (reader.sees instanceof Error ? Promise.reject(reader.sees) : Promise.resolve(reader.sees)),
			stop: () => (reader.stopped += 1)
		})
	});
	await waitFor(() => expect(frames).not.toEqual([]));
	return { user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime }), reader, onread, onstop };
}

/** So many frames, 100 ms after each other. */
async function seeFrames(count: number): Promise<void> {
	for (let index = 0; index < count; index += 1) {
		const seen = frames;
		frames = [];
		for (const each of seen) each();
		await vi.advanceTimersByTimeAsync(100);
	}
}

const picture = () => screen.getByLabelText('Beeld van de camera');

describe('the scanner', () => {
	test('hands on what it reads', async () => {
		const { reader, onread } = await showScanner();
		reader.sees = { text: 'SM1:ABCD', light: 'fine' };
		await seeFrames(2);
		expect(onread).toHaveBeenCalledWith('SM1:ABCD');
		expect(screen.queryByRole('alert')).not.toBeInTheDocument();
	});

	test('colours its edge for what came in and for what was refused', async () => {
		const { reader, onread } = await showScanner();
		onread.mockResolvedValueOnce({ good: false }).mockResolvedValueOnce({ good: true });
		reader.sees = { text: 'SM1:ABCD', light: 'fine' };
		await seeFrames(1);
		expect(picture().parentElement).toHaveClass('refused');
		await seeFrames(1);
		expect(picture().parentElement).toHaveClass('good');
	});

	test('says that the camera was unplugged, and one press goes on', async () => {
		const { user } = await showScanner();
		devices.refusal = 'NotReadableError';
		devices.unplug('laptop');
		expect(await screen.findByRole('alert')).toHaveTextContent('De camera is gestopt. Wat binnen is, blijft bewaard.');
		expect(picture()).not.toBeVisible();
		await vi.advanceTimersByTimeAsync(30_000);

		devices.refusal = undefined;
		await user.click(screen.getByRole('button', { name: 'Start de camera opnieuw' }));

		await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
		expect(picture()).toBeVisible();
	});

	test('goes on by itself after a camera that only blinked, with a new reader', async () => {
		const { reader, onread } = await showScanner();
		devices.newest?.end();
		await vi.advanceTimersByTimeAsync(1000);
		await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
		reader.sees = { text: 'SM1:WXYZ', light: 'fine' };
		await seeFrames(2);
		expect(onread).toHaveBeenCalledWith('SM1:WXYZ');
		expect(reader.stopped).toBe(1);
	});

	test('says that a picture stays black, and lets choose another camera', async () => {
		const { user, reader } = await showScanner();
		reader.sees = { text: undefined, light: 'dark' };
		await seeFrames(40);
		expect(screen.getByRole('alert')).toHaveTextContent('Het beeld is zwart.');
		expect(screen.getByRole('alert')).toHaveTextContent('kies hieronder een andere camera');

		await user.selectOptions(screen.getByLabelText('Andere camera'), 'Camera usb');

		await waitFor(() => expect(devices.newest?.deviceId).toBe('usb'));
		expect(screen.queryByRole('alert')).not.toBeInTheDocument();
	});

	test('with one camera offers no choice, and does not speak of another', async () => {
		devices.unplug('usb');
		const { reader } = await showScanner();
		reader.sees = { text: undefined, light: 'dark' };
		await seeFrames(40);
		expect(screen.getByRole('alert')).not.toHaveTextContent('andere camera');
		expect(screen.queryByLabelText('Andere camera')).not.toBeInTheDocument();
	});

	test('says that the reading part does not load, and no longer when it does', async () => {
		const { reader } = await showScanner();
		reader.sees = new Error('Failed to fetch dynamically imported module');
		await seeFrames(2);
		expect(screen.getByRole('alert')).toHaveTextContent('het deel van de app dat QR-codes leest, laadt niet');
		reader.sees = nothing;
		await seeFrames(2);
		expect(screen.queryByRole('alert')).not.toBeInTheDocument();
	});

	test('lets the camera and the reader go when it is stopped', async () => {
		const { user, onstop } = await showScanner();
		await user.click(screen.getByRole('button', { name: 'Stop de camera' }));
		expect(onstop).toHaveBeenCalledOnce();
	});
});
