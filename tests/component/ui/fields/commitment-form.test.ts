import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { CommitmentFields } from '$lib/domain/measurement/commitment';
import CommitmentForm from '$lib/ui/fields/CommitmentForm.svelte';

const written: CommitmentFields = { what: 'Overleg', who: 'Els', by: '2026-06-01', status: 'busy', note: 'Zaal A' };

interface Shown {
	fields?: CommitmentFields;
	proposedWho?: string;
	withNote?: boolean;
	problems?: string[];
}

function showForm(props: Shown = {}) {
	const { problems = [], ...rest } = props;
	const onsave = vi.fn(async (fields: CommitmentFields) => (fields ? problems : problems));
	const oncancel = vi.fn();
	render(CommitmentForm, { label: 'Nieuwe afspraak', onsave, oncancel, ...rest });
	return { onsave, oncancel, user: userEvent.setup() };
}

const field = (name: RegExp) => screen.getByRole('textbox', { name });
const save = () => screen.getByRole('button', { name: 'Bewaar de afspraak' });

describe('the form of a commitment', () => {
	test('has a name, and begins in its first field', () => {
		showForm();

		expect(screen.getByRole('form', { name: 'Nieuwe afspraak' })).toBeVisible();
		expect(field(/^Wat spreken jullie af/)).toHaveFocus();
	});

	test('asks what, who and by when, and a note only later', () => {
		showForm();

		expect(field(/^Wie doet het/)).toHaveValue('');
		expect(screen.getByLabelText(/^Tegen wanneer/)).toHaveValue('');
		expect(screen.queryByRole('textbox', { name: /^Notitie/ })).not.toBeInTheDocument();
	});

	test('gives what was written', async () => {
		const { onsave, user } = showForm();

		await user.type(field(/^Wat/), 'We overleggen elk kwartaal.');
		await user.type(field(/^Wie/), 'Els');
		await user.type(screen.getByLabelText(/^Tegen/), '2026-06-01');
		await user.click(save());

		const given = { what: 'We overleggen elk kwartaal.', who: 'Els', by: '2026-06-01', status: 'open', note: '' };
		expect(onsave).toHaveBeenCalledExactlyOnceWith(given);
	});

	test('starts from what there is, and keeps the status', async () => {
		const { onsave, user } = showForm({ fields: written, withNote: true });
		expect(field(/^Notitie/)).toHaveValue('Zaal A');

		await user.clear(field(/^Wie/));
		await user.click(save());

		expect(onsave).toHaveBeenCalledExactlyOnceWith({ ...written, who: '' });
	});

	test('proposes who could do it where nobody is written, and says that it is a proposal', async () => {
		const { onsave, user } = showForm({ proposedWho: 'De secretaris' });
		expect(field(/^Wie/)).toHaveValue('De secretaris');
		expect(field(/^Wie/)).toHaveAccessibleDescription(/De tip stelt voor wie begint. Pas het aan/);

		await user.clear(field(/^Wie/));
		await user.type(field(/^Wie/), 'Els');
		await user.type(field(/^Wat/), 'Bellen');
		await user.click(save());

		expect(onsave).toHaveBeenCalledExactlyOnceWith({ what: 'Bellen', who: 'Els', by: '', status: 'open', note: '' });
	});

	test('never proposes over who is written', () => {
		showForm({ fields: written, proposedWho: 'De secretaris' });

		expect(field(/^Wie/)).toHaveValue('Els');
		expect(field(/^Wie/)).not.toHaveAccessibleDescription();
	});

	test('that could not be stored says every reason, and keeps what was written', async () => {
		const { user } = showForm({ problems: ['Schrijf wat jullie afspreken.', 'Deze datum bestaat niet.'] });
		await user.type(field(/^Wie/), 'Els');

		await user.click(save());

		const alert = screen.getByRole('alert');
		expect(alert).toHaveTextContent('Niet bewaard. Schrijf wat jullie afspreken. Deze datum bestaat niet.');
		expect(field(/^Wie/)).toHaveValue('Els');
		expect(field(/^Wat/)).toHaveAccessibleDescription(/Niet bewaard/);
	});

	test('can be left without storing', async () => {
		const { onsave, oncancel, user } = showForm();

		await user.click(screen.getByRole('button', { name: 'Toch niet' }));

		expect(oncancel).toHaveBeenCalledOnce();
		expect(onsave).not.toHaveBeenCalled();
	});

	test('stores once, also on a double click', async () => {
		let finish: (problems: string[]) => void = () => undefined;
		const onsave = vi.fn(
			() =>
				new Promise<string[]>((resolve) => {
					finish = resolve;
				})
		);
		render(CommitmentForm, { label: 'Afspraak', fields: written, onsave, oncancel: vi.fn() });

		await userEvent.dblClick(save());
		finish([]);

		expect(onsave).toHaveBeenCalledOnce();
	});
});
