import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { waitingFile } from '$lib/state/files/waiting-file.svelte';
import { saveFile } from '../../../../src/routes/files/save-file';
import WaitingFileBar from '../../../../src/routes/frame/WaitingFileBar.svelte';

const file = new File(['{}'], 'blad.json', { type: 'application/json' });
const MINUTE = 60_000;

/** What the browser was asked to do with files. */
const asked: string[] = [];

beforeEach(() => {
	asked.length = 0;
	waitingFile.forget();
	vi.stubGlobal('URL', {
		createObjectURL: () => 'blob:file',
		revokeObjectURL: () => asked.push('revoked')
	});
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
		asked.push(`downloaded ${this.download}`);
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

/** A browser that can share files, of which the share sheet ends so. */
function sharing(standalone: boolean | undefined, share: () => Promise<void>): void {
	vi.stubGlobal('matchMedia', () => ({ matches: standalone }));
	vi.stubGlobal('navigator', { userAgent: 'iPhone', standalone, canShare: () => true, share });
}

describe('a file that is saved', () => {
	test('stays readable for more than a minute, since browsers ask where to save it', async () => {
		vi.useFakeTimers();
		vi.stubGlobal('matchMedia', () => ({ matches: false }));
		expect(await saveFile(file)).toBe('downloads');
		vi.advanceTimersByTime(MINUTE);
		expect(asked).toEqual(['downloaded blad.json']);
		vi.advanceTimersByTime(10 * MINUTE);
		expect(asked).toEqual(['downloaded blad.json', 'revoked']);
	});

	test('is shared from the home screen of an iPhone, where a download would leave the app', async () => {
		sharing(true, () => Promise.resolve());
		expect(await saveFile(file)).toBe('shared');
		expect(asked).toEqual([]);
	});

	test('is downloaded in a tab of that iPhone', async () => {
		sharing(false, () => Promise.reject(new Error('Not asked')));
		expect(await saveFile(file)).toBe('downloads');
	});

	test('is downloaded where files cannot be shared', async () => {
		sharing(true, () => Promise.resolve());
		vi.stubGlobal('navigator', { standalone: true, userAgent: 'iPhone' });
		expect(await saveFile(file)).toBe('downloads');
	});
});

describe('a share sheet that ends without saving', () => {
	test.each([
		['AbortError', 'Je sloot het deelvenster. Het bestand is nog niet bewaard.'],
		['NotAllowedError', 'Het bestand is klaar. Druk nog één keer om het te bewaren.'],
		['DataError', 'Delen is niet gelukt. Het bestand is nog niet bewaard.']
	])('for %s says so and keeps the file at hand', async (name, words) => {
		let ends = () => Promise.reject(new DOMException('', name));
		sharing(true, () => ends());
		expect(await saveFile(file)).toBe('waiting');

		render(WaitingFileBar);
		expect(screen.getByRole('alert')).toHaveTextContent(`blad.json ${words}`);

		ends = () => Promise.resolve() as Promise<never>;
		await userEvent.click(screen.getByRole('button', { name: 'Bewaar of deel het bestand' }));
		expect(screen.queryByRole('alert')).toBeNull();
		expect(asked).toEqual([]);
	});

	test('lets people download it after all, or leave it', async () => {
		sharing(true, () => Promise.reject(new DOMException('', 'AbortError')));
		render(WaitingFileBar);
		await saveFile(file);
		await userEvent.click(await screen.findByRole('button', { name: 'Download het bestand' }));
		expect(asked).toEqual(['downloaded blad.json']);
		expect(screen.queryByRole('alert')).toBeNull();

		await saveFile(file);
		await userEvent.click(await screen.findByRole('button', { name: 'Toch niet' }));
		expect(screen.queryByRole('alert')).toBeNull();
	});
});
