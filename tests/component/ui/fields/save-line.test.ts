import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { SaveStatus } from '$lib/state/saving/save-queue';
import SaveLine from '$lib/ui/fields/SaveLine.svelte';

const failed: SaveStatus = { kind: 'failed', message: 'Het toestel heeft geen plaats meer.' };

function showLine(status: SaveStatus) {
	const onretry = vi.fn();
	const { rerender } = render(SaveLine, { status, onretry });
	return { user: userEvent.setup(), onretry, change: (next: SaveStatus) => rerender({ status: next }) };
}

const status = () => screen.getByRole('status');
/** What is told aloud; the rest is for the eye. */
const spoken = () => document.querySelector<HTMLElement>('[aria-live=polite]');
const saved = () => screen.queryByText('✓ Bewaard op dit toestel');
const busy = () => screen.findByText('Bezig met bewaren …');
const alert = () => screen.getByRole('alert');
const retryButton = () => screen.queryByRole('button', { name: 'Probeer opnieuw te bewaren' });

describe('the save line', () => {
	test('says nothing as long as nothing changed', () => {
		showLine({ kind: 'idle' });

		expect(status()).toHaveTextContent(/^$/);
		expect(alert()).toBeEmptyDOMElement();
	});

	test('does not say of a new answer that it is saved, and says so when that takes long', async () => {
		const { change } = showLine({ kind: 'saved' });
		await change({ kind: 'saving' });

		expect(saved()).not.toBeVisible();
		expect(await busy()).toBeVisible();
		expect(saved()).not.toBeVisible();
		expect(retryButton()).not.toBeInTheDocument();

		await change({ kind: 'saved' });
		expect(spoken()).toHaveTextContent(/^Het is bewaard\.$/);
		expect(saved()).toBeVisible();
	});

	test('tells that it is saved once, however many answers follow', async () => {
		const { change } = showLine({ kind: 'idle' });
		let changes = 0;
		const observer = new MutationObserver(() => (changes += 1));
		const region = spoken();
		expect(status()).toHaveAttribute('aria-live', 'off');
		if (!region) throw new Error('nothing is told aloud');
		observer.observe(region, { childList: true, characterData: true, subtree: true });
		await change({ kind: 'saving' });
		await change({ kind: 'saved' });
		for (let answer = 2; answer <= 37; answer += 1) {
			await change({ kind: 'saving' });
			await change({ kind: 'saved' });
		}

		expect(region).toHaveTextContent(/^Het is bewaard\.$/);
		expect(changes).toBe(1);
		observer.disconnect();
	});

	test('says that all is saved on this device', () => {
		showLine({ kind: 'saved' });

		expect(saved()).toBeVisible();
		expect(retryButton()).not.toBeInTheDocument();
	});

	test('says that it is in one place only where that is so, and no longer once it is in two', async () => {
		const { rerender } = render(SaveLine, { status: { kind: 'saved' }, onePlace: true, onretry: vi.fn() });
		expect(status()).toHaveTextContent(/^✓ Bewaard op dit toestel, op één plaats$/);

		await rerender({ status: { kind: 'saved' }, onePlace: false });
		expect(status()).toHaveTextContent(/^✓ Bewaard op dit toestel$/);
	});

	test('on a failure says why, that nothing is lost, and no longer that it is saved', () => {
		showLine(failed);

		expect(alert()).toHaveTextContent(
			'Niet bewaard. Het toestel heeft geen plaats meer. Wat je invulde, staat nog op het scherm.'
		);
		expect(status()).toHaveTextContent(/^$/);
		expect(retryButton()).toBeVisible();
	});

	test('lets people try again, with the mouse and with the keyboard', async () => {
		const { user, onretry } = showLine(failed);

		await user.click(screen.getByRole('button', { name: 'Probeer opnieuw te bewaren' }));
		expect(onretry).toHaveBeenCalledOnce();

		await user.keyboard('{Enter}');
		expect(onretry).toHaveBeenCalledTimes(2);
	});

	test('offers a file only on a failure, and only where there are answers to lose', async () => {
		const onrescue = vi.fn();
		const file = () => screen.queryByRole('button', { name: 'Bewaar de antwoorden in een bestand' });
		const { rerender } = render(SaveLine, { status: failed, onretry: vi.fn(), onrescue });

		await userEvent.setup().click(screen.getByRole('button', { name: 'Bewaar de antwoorden in een bestand' }));
		expect(onrescue).toHaveBeenCalledOnce();

		await rerender({ status: { kind: 'saved' } });
		expect(file()).not.toBeInTheDocument();
		await rerender({ status: failed, onrescue: undefined });
		expect(file()).not.toBeInTheDocument();
	});

	test('follows the saving in the same live regions, so that each change is spoken', async () => {
		const { change } = showLine({ kind: 'idle' });
		const [told, urgent] = [spoken(), alert()];

		await change({ kind: 'saving' });
		expect(await busy()).toBeVisible();
		expect(told).toHaveTextContent('Bewaren duurt langer dan anders.');
		await change(failed);
		expect(told).toHaveTextContent(/^$/);
		expect(urgent).toHaveTextContent('Niet bewaard.');
		await change({ kind: 'saved' });
		expect(told).toHaveTextContent('Het is bewaard.');
		expect(saved()).toBeVisible();
		expect(urgent).toBeEmptyDOMElement();

		expect(spoken()).toBe(told);
		expect(alert()).toBe(urgent);
	});
});
