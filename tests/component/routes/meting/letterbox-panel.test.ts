import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import LetterboxPanel from '../../../../src/routes/meting/LetterboxPanel.svelte';
import { aLetterbox } from '../../../builders/records';

const off = {
	isOn: false,
	isOffered: true,
	host: { asksWord: false },
	told: { state: 'connecting' as const, skipped: 0 },
	problem: undefined as string | undefined,
	busy: false,
	switchOn: vi.fn(() => Promise.resolve()),
	switchOff: vi.fn(() => Promise.resolve())
};
const on = { ...off, isOn: true, isOffered: false };
const desk = { letterbox: { measurementId: 'meting', ...aLetterbox() } };
const invited = { address: undefined };

test('without a letterbox on the host there is not a word of it', () => {
	render(LetterboxPanel, { desk: { letterbox: undefined }, letterbox: { ...off, isOffered: false }, invited });
	expect(document.body).not.toHaveTextContent('rievenbus');
});

test('before it is on it says what it does, and one press switches it on', async () => {
	const switchOn = vi.fn(() => Promise.resolve());
	render(LetterboxPanel, { desk: { letterbox: undefined }, letterbox: { ...off, switchOn }, invited });
	expect(screen.getByRole('region', { name: 'Brievenbus' })).toHaveTextContent('alleen deze laptop kan ze openen');
	await userEvent.click(screen.getByRole('button', { name: 'Zet de brievenbus aan' }));
	expect(switchOn).toHaveBeenCalledExactlyOnceWith(undefined);
	expect(screen.getByRole('status')).toHaveTextContent('De link en de QR-code zijn vanaf nu andere.');
	expect(screen.getByRole('heading', { name: 'Brievenbus' })).toHaveFocus();
});

test('while it is being switched on or off the button keeps the focus, and does nothing more', async () => {
	const [switchOn, switchOff] = [vi.fn(() => Promise.resolve()), vi.fn(() => Promise.resolve())];
	const busy = { ...off, busy: true, switchOn, switchOff };
	const { rerender } = render(LetterboxPanel, { desk: { letterbox: undefined }, letterbox: busy, invited });
	const pressed = async (name: string) => {
		const button = screen.getByRole('button', { name });
		await userEvent.click(button);
		expect(button).toHaveFocus();
		expect(button).toHaveAttribute('aria-disabled', 'true');
	};
	await pressed('Zet de brievenbus aan');
	await rerender({ desk, letterbox: { ...on, ...busy, isOn: true } });
	await userEvent.click(screen.getByText('Meer over de brievenbus'));
	await pressed('Zet de brievenbus uit');
	expect(switchOn).not.toHaveBeenCalled();
	expect(switchOff).not.toHaveBeenCalled();
});

test('the word of the host is asked once people want it on, and marked when it is the wrong one', async () => {
	const switchOn = vi.fn(() => Promise.resolve());
	const letterbox = { ...off, host: { asksWord: true }, switchOn };
	const { rerender } = render(LetterboxPanel, { desk: { letterbox: undefined }, letterbox, invited });
	expect(screen.queryByRole('textbox')).toBeNull();
	await userEvent.click(screen.getByRole('button', { name: 'Zet de brievenbus aan' }));
	expect(switchOn).not.toHaveBeenCalled();
	const field = screen.getByRole('textbox', { name: 'Wachtwoord van deze website' });
	expect(field).toHaveFocus();
	await rerender({ letterbox: { ...letterbox, problem: 'Dat is niet het woord.' } });
	await userEvent.keyboard(' kerktoren{Enter}');
	expect(switchOn).toHaveBeenCalledExactlyOnceWith('kerktoren');
	expect(field).toBeInvalid();
	expect(field).toHaveAccessibleDescription('Dat is niet het woord.');
});

test.each([
	['live', 0, 'Brievenbus aan: antwoorden komen vanzelf binnen.'],
	['trying', 0, 'De brievenbus antwoordt niet. We proberen opnieuw.'],
	['not-stored', 0, 'Ze blijven daar liggen, en we proberen opnieuw.'],
	['live', 1, '1 omslag in de brievenbus kon niet open.'],
	['live', 2, '2 omslagen in de brievenbus konden niet open.']
] as const)('while it is on it says how it stands: %s, %i skipped', (state, skipped, words) => {
	render(LetterboxPanel, { desk, letterbox: { ...on, told: { state, skipped } }, invited });
	expect(screen.getByRole('status')).toHaveTextContent(words);
});

test('it says until when it stays, lets people switch it off, and that phones may be elsewhere', async () => {
	const switchOff = vi.fn(() => Promise.resolve());
	render(LetterboxPanel, { desk, letterbox: { ...on, switchOff }, invited: { address: 'https://meter.example/' } });
	expect(screen.getByText(/Telefoons openen de app op/)).toHaveTextContent('https://meter.example/');
	await userEvent.click(screen.getByRole('button', { name: 'Meer over de brievenbus' }));
	expect(screen.getByText(/hoogstens tot/)).toHaveTextContent('29 april 2026');
	await userEvent.click(screen.getByRole('button', { name: 'Zet de brievenbus uit' }));
	expect(switchOff).toHaveBeenCalledOnce();
});
