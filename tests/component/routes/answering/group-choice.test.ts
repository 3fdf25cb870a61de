import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import GroupChoice from '../../../../src/routes/answering/GroupChoice.svelte';

const groups = [
	{ id: 'g', name: 'Stad', role: 'gemeente' },
	{ id: 'v', name: 'Verenigingen', role: 'vereniging' },
	{ id: 'b', name: 'De buurt', role: 'buurtbewoner' }
];

function show(chosen?: string) {
	const onchoose = vi.fn<(groupId: string) => void>();
	render(GroupChoice, { groups, onchoose, ...(chosen === undefined ? {} : { chosen }) });
	return { user: userEvent.setup(), onchoose };
}

const card = (name: string) => screen.getByRole('radio', { name });

test('each group is a card with its name, and who that is where the app knows it', () => {
	show();

	expect(screen.getByRole('group', { name: 'Waar zit jij aan tafel?' })).toBeVisible();
	expect(screen.getAllByRole('radio')).toHaveLength(3);
	expect(card('Stad')).toHaveAccessibleDescription('Je werkt voor de gemeente, of je bent verkozen.');
	expect(card('Verenigingen')).toHaveAccessibleDescription('Je bent lid, bestuurder of vrijwilliger.');
	expect(card('De buurt')).not.toHaveAccessibleDescription();
});

test('begins with the group that was chosen last', async () => {
	const { user, onchoose } = show();

	await user.click(card('Stad'));
	await user.click(card('De buurt'));
	await user.click(screen.getByRole('button', { name: 'Begin' }));

	expect(onchoose).toHaveBeenCalledExactlyOnceWith('b');
});

test('says what to do where nothing is chosen yet', async () => {
	const { user, onchoose } = show();

	await user.click(screen.getByRole('button', { name: 'Begin' }));

	expect(onchoose).not.toHaveBeenCalled();
	expect(screen.getByRole('alert')).toHaveTextContent('Duw eerst op je groep.');
});

test('shows the group of before', () => {
	show('v');

	expect(card('Verenigingen')).toBeChecked();
});

test('a second press while it begins begins nothing else', async () => {
	const onchoose = vi.fn(() => new Promise<void>(() => undefined));
	render(GroupChoice, { groups, chosen: 'g', onchoose });
	const user = userEvent.setup();

	await user.dblClick(screen.getByRole('button', { name: 'Begin' }));

	expect(onchoose).toHaveBeenCalledOnce();
});
