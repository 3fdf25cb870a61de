import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import CopyText from '../../../../src/routes/verslag/CopyText.svelte';

const press = { name: 'Kopieer als tekst' };

test('puts the text on the clipboard and says so', async () => {
	const user = userEvent.setup();
	render(CopyText, { text: 'Overleg aan de beek\n\nAfgesproken' });

	await user.click(screen.getByRole('button', press));

	expect(await navigator.clipboard.readText()).toBe('Overleg aan de beek\n\nAfgesproken');
	expect(screen.getByRole('status')).toHaveTextContent('Gekopieerd. Plak het in je mail.');
	expect(screen.queryByRole('textbox')).toBeNull();
});

test('shows the text, selected, where the browser refuses the clipboard', async () => {
	const user = userEvent.setup();
	vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
	render(CopyText, { text: 'Overleg aan de beek' });

	await user.click(screen.getByRole('button', press));

	const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'De tekst voor een mail' });
	expect(field).toHaveFocus();
	expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('Overleg aan de beek');
	expect(screen.getByRole('status')).toHaveTextContent('Kopiëren lukt hier niet.');
});
