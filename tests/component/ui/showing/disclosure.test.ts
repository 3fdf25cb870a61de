import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { describe, expect, test } from 'vitest';
import Disclosure from '$lib/ui/showing/Disclosure.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>Bijvoorbeeld een toneelkring.</p>' }));

function showDisclosure(props: { open?: boolean; label?: string; printed?: boolean } = {}) {
	const { rerender } = render(Disclosure, { label: 'Waar denk je aan?', children, ...props });
	return { user: userEvent.setup(), rerender };
}

const button = (name = 'Waar denk je aan?') => screen.getByRole('button', { name });

/** What the button opens. */
function controlled(name?: string): HTMLElement {
	const element = document.getElementById(button(name).getAttribute('aria-controls') ?? '');
	if (!element) throw new Error('The button points at nothing');
	return element;
}

describe('a disclosure', () => {
	test('is closed at first and says so', () => {
		showDisclosure();

		expect(button()).toHaveAttribute('aria-expanded', 'false');
		expect(controlled()).not.toBeVisible();
	});

	test('can be open from the start', () => {
		showDisclosure({ open: true });

		expect(button()).toHaveAttribute('aria-expanded', 'true');
		expect(controlled()).toBeVisible();
	});

	test('opens and closes with a click', async () => {
		const { user } = showDisclosure();

		await user.click(button());
		expect(button()).toHaveAttribute('aria-expanded', 'true');
		expect(controlled()).toBeVisible();

		await user.click(button());
		expect(button()).toHaveAttribute('aria-expanded', 'false');
		expect(controlled()).not.toBeVisible();
	});

	test.each(['{Enter}', ' '])('opens with the key "%s" and keeps the focus', async (key) => {
		const { user } = showDisclosure();
		await user.tab();
		expect(button()).toHaveFocus();

		await user.keyboard(key);

		expect(button()).toHaveAttribute('aria-expanded', 'true');
		expect(button()).toHaveFocus();
	});

	test('points at what it opens, each at its own', async () => {
		showDisclosure();
		showDisclosure({ label: 'Notitie' });

		expect(controlled()).not.toBe(controlled('Notitie'));
		expect(controlled()).toHaveTextContent('Bijvoorbeeld een toneelkring.');
		expect(controlled('Notitie')).toHaveTextContent('Bijvoorbeeld een toneelkring.');
	});

	test('leaves the other one alone', async () => {
		const { user } = showDisclosure();
		showDisclosure({ label: 'Notitie' });

		await user.click(button('Notitie'));

		expect(button()).toHaveAttribute('aria-expanded', 'false');
	});

	test('opened by the reader stays open when it shows something else', async () => {
		const { user, rerender } = showDisclosure();
		await user.click(button());

		await rerender({ label: 'Waar denk je aan bij deze stelling?' });

		expect(button('Waar denk je aan bij deze stelling?')).toHaveAttribute('aria-expanded', 'true');
		expect(controlled('Waar denk je aan bij deze stelling?')).toBeVisible();
	});

	test.each([true, false])("that started with open %s is the reader's from there on", async (open) => {
		const { rerender } = showDisclosure({ open });

		await rerender({ open: !open });

		expect(button()).toHaveAttribute('aria-expanded', String(open));
	});

	test.each([
		[true, 'is'],
		[false, 'is not']
	])('with printed %s %s marked for paper', (printed) => {
		showDisclosure({ printed });

		expect(controlled().classList.contains('printed')).toBe(printed);
		expect(controlled()).not.toBeVisible();
	});
});
