import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import ConfirmButton from '$lib/ui/ConfirmButton.svelte';

const label = 'Wis mijn antwoorden';
const yes = 'Ja, wis mijn antwoorden';
const no = 'Nee, laat staan';
const question = 'Zeker? Ze komen niet terug.';

function showButton() {
	const onconfirm = vi.fn<() => void>();
	render(ConfirmButton, { label, question, yes, onconfirm });
	return { user: userEvent.setup(), onconfirm };
}

const button = (name: string) => screen.getByRole('button', { name });
const buttonNames = () => screen.getAllByRole('button').map((each) => each.textContent?.trim());

describe('a button that asks first', () => {
	test('is one button, without the question', () => {
		const { onconfirm } = showButton();

		expect(buttonNames()).toEqual([label]);
		expect(screen.queryByRole('alert')).not.toBeInTheDocument();
		expect(onconfirm).not.toHaveBeenCalled();
	});

	test('asks when it is pressed, says it aloud, and does nothing yet', async () => {
		const { user, onconfirm } = showButton();

		await user.click(button(label));

		expect(screen.getByRole('alert')).toHaveTextContent(question);
		expect(within(screen.getByRole('alert')).getAllByRole('button')).toHaveLength(2);
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
		await user.click(button(yes));

		expect(onconfirm).toHaveBeenCalledOnce();
		expect(buttonNames()).toEqual([label]);
		expect(screen.queryByRole('alert')).not.toBeInTheDocument();
	});

	test('does nothing after «nee», and asks again the next time', async () => {
		const { user, onconfirm } = showButton();

		await user.click(button(label));
		await user.click(button(no));
		expect(buttonNames()).toEqual([label]);
		expect(screen.queryByRole('alert')).not.toBeInTheDocument();

		await user.click(button(label));
		expect(screen.getByRole('alert')).toHaveTextContent(question);
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

		await user.dblClick(button(yes));

		expect(onconfirm).toHaveBeenCalledOnce();
	});

	test.each(['{Enter}', ' '])('works with the key "%s"', async (key) => {
		const { user, onconfirm } = showButton();
		await user.tab();
		expect(button(label)).toHaveFocus();

		await user.keyboard(key);
		expect(screen.getByRole('alert')).toHaveTextContent(question);
		expect(onconfirm).not.toHaveBeenCalled();
		button(yes).focus();
		await user.keyboard(key);

		expect(onconfirm).toHaveBeenCalledOnce();
	});

	test('submits no form it stands in', async () => {
		const { user } = showButton();

		expect(button(label)).toHaveAttribute('type', 'button');
		await user.click(button(label));

		for (const each of screen.getAllByRole('button')) expect(each).toHaveAttribute('type', 'button');
	});
});
