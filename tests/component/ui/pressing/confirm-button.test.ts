import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import fc from 'fast-check';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import ConfirmButton from '$lib/ui/pressing/ConfirmButton.svelte';
import { runs } from '../../../property-runs';

const label = 'Wis mijn antwoorden';
const yes = 'Ja, wis mijn antwoorden';
const no = 'Nee, laat staan';
const question = 'Zeker? Ze komen niet terug.';

function showButton() {
	const onconfirm = vi.fn<() => void>();
	render(ConfirmButton, { label, question, yes, onconfirm });
	return { user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }), onconfirm };
}

/** Real hands rest before they choose; the clock is the test's. */
async function rest(milliseconds = 1000) {
	await vi.advanceTimersByTimeAsync(milliseconds);
	await tick();
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const button = (name: string) => screen.getByRole('button', { name });
const buttonNames = () => screen.getAllByRole('button').map((each) => each.textContent?.trim());

describe('a button that asks first', () => {
	test('is one button, without the question', () => {
		const { onconfirm } = showButton();

		expect(buttonNames()).toEqual([label]);
		expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
		expect(onconfirm).not.toHaveBeenCalled();
	});

	test('asks when it is pressed, says it aloud, and does nothing yet', async () => {
		const { user, onconfirm } = showButton();

		await user.click(button(label));

		expect(screen.getByRole('alertdialog', { name: question })).toBeVisible();
		expect(within(screen.getByRole('alertdialog')).getAllByRole('button')).toHaveLength(2);
		expect(button(no)).toHaveFocus();
		expect(onconfirm).not.toHaveBeenCalled();
	});

	test('has the safe choice first, and no longer the button itself', async () => {
		const { user } = showButton();

		await user.click(button(label));

		expect(buttonNames()).toEqual([no, yes]);
	});

	test('does it after «ja», once, and is the button again', async () => {
		const { user, onconfirm } = showButton();

		await user.click(button(label));
		await rest();
		await user.click(button(yes));

		expect(onconfirm).toHaveBeenCalledOnce();
		expect(buttonNames()).toEqual([label]);
		expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
	});

	test('does nothing after «nee», and asks again the next time', async () => {
		const { user, onconfirm } = showButton();

		await user.click(button(label));
		await rest();
		await user.click(button(no));
		expect(buttonNames()).toEqual([label]);
		expect(button(label)).toHaveFocus();
		expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();

		await user.click(button(label));
		expect(screen.getByRole('alertdialog', { name: question })).toBeVisible();
		expect(onconfirm).not.toHaveBeenCalled();
	});

	test('pressed twice, as by a shaking hand, only asks', async () => {
		const { user, onconfirm } = showButton();

		await user.dblClick(button(label));

		expect(onconfirm).not.toHaveBeenCalled();
	});

	test('«ja» pressed twice does it once', async () => {
		const { user, onconfirm } = showButton();
		await user.click(button(label));
		await rest();

		await user.dblClick(button(yes));

		expect(onconfirm).toHaveBeenCalledOnce();
	});

	test.each(['{Enter}', ' '])('works with the key "%s"', async (key) => {
		const { user, onconfirm } = showButton();
		await user.tab();
		expect(button(label)).toHaveFocus();

		await user.keyboard(key);
		expect(screen.getByRole('alertdialog', { name: question })).toBeVisible();
		expect(onconfirm).not.toHaveBeenCalled();
		await rest();
		await user.tab();
		expect(button(yes)).toHaveFocus();
		await user.keyboard(key);

		expect(onconfirm).toHaveBeenCalledOnce();
	});

	test('is left alone with Escape', async () => {
		const { user, onconfirm } = showButton();
		await user.click(button(label));

		await user.keyboard('{Escape}');

		expect(button(label)).toHaveFocus();
		expect(onconfirm).not.toHaveBeenCalled();
	});

	test('no burst of presses goes through it, wherever they land and however many, by finger or by key', async () => {
		type Hand = (user: UserEvent) => Promise<unknown>;
		const onYes: Hand = async (user) => {
			const found = screen.queryByRole('button', { name: yes });
			if (found) await user.click(found);
		};
		const onAny =
			(place: number): Hand =>
			async (user) => {
				const all = screen.getAllByRole('button');
				await user.click(all[place % all.length] ?? document.body);
			};
		const hands = fc.oneof(
			fc.constant(onYes),
			fc.nat(1).map(onAny),
			fc.constantFrom('{Enter}', ' ').map(
				(key): Hand =>
					(user) =>
						user.keyboard(key)
			)
		);
		const burst = fc.array(fc.tuple(fc.integer({ min: 0, max: 750 }), hands), { minLength: 1, maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(burst, async (presses) => {
				cleanup();
				const { user, onconfirm } = showButton();
				await user.click(button(label));
				for (const [gap, press] of presses) {
					await rest(gap);
					await press(user);
				}
				expect(onconfirm).not.toHaveBeenCalled();
			}),
			{ numRuns: runs(60) }
		);
	});

	test('submits no form it stands in', async () => {
		const { user } = showButton();

		expect(button(label)).toHaveAttribute('type', 'button');
		await user.click(button(label));

		for (const each of screen.getAllByRole('button')) expect(each).toHaveAttribute('type', 'button');
	});
});
