import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { SaveStatus } from '$lib/state/saving/save-queue';
import CommitmentReviewItem from '../../../../src/routes/commitments/CommitmentReviewItem.svelte';
import { aCommitment } from '../../../builders/records';

const commitment = aCommitment({ what: 'Samen koffie drinken', who: 'Els', by: '2025-09-01', note: 'Al twee keer.' });

function show(saving: SaveStatus = { kind: 'idle' }) {
	const [choose, writeNote, retry] = [vi.fn(), vi.fn(), vi.fn()];
	const reviewed = { commitment, note: commitment.note, noteJoined: undefined, saving, choose, writeNote, retry };
	const props = { reviewed, date: '2025-03-20', dimensionName: 'Openheid', today: '2026-03-19' };
	return { ...render(CommitmentReviewItem, props), props, choose, writeNote, user: userEvent.setup() };
}

describe('looking back on a commitment', () => {
	test('says who, when and at which measurement, and that the date is past', () => {
		show();
		expect(screen.getByRole('group', { name: 'Samen koffie drinken' })).toBeTruthy();
		expect(
			screen.getByText('Els · tegen 1 september 2025 · de datum is voorbij · bij Openheid · meting van 20 maart 2025')
		).toBeTruthy();
	});

	test('a status is stored alone', async () => {
		const { user, choose, writeNote } = show();
		await user.click(screen.getByRole('radio', { name: 'gedaan' }));
		expect(choose.mock.calls).toEqual([['done']]);
		expect(writeNote).not.toHaveBeenCalled();
	});

	test('a note is stored while it is typed', async () => {
		const { user, writeNote } = show();
		await user.type(screen.getByRole('textbox'), '!');
		expect(writeNote.mock.lastCall).toEqual(['Al twee keer.!']);
	});

	test('a note that another tab wrote at the same time shows, the caret stays where it was, and it is said', async () => {
		const { rerender, props, user } = show();
		const field = screen.getByRole<HTMLTextAreaElement>('textbox');
		await user.click(field);
		field.setSelectionRange(2, 2);
		const reviewed = {
			...props.reviewed,
			note: 'Al twee keer. Van elders.',
			noteJoined: { before: 'Al twee keer.', after: 'Al twee keer. Van elders.', from: 13, to: 13 }
		};
		await rerender({ ...props, reviewed });
		expect(field.value).toBe('Al twee keer. Van elders.');
		expect(field.selectionStart).toBe(2);
		expect(
			screen.getByText('Ook in een ander tabblad werd hier geschreven. Beide teksten staan nu in dit veld.')
		).toBeTruthy();
	});

	test('a refusal is said, and never «bewaard»', () => {
		show({ kind: 'failed', message: 'Het toestel heeft geen plaats meer.' });
		expect(screen.getByRole('alert').textContent).toContain('Het toestel heeft geen plaats meer.');
		expect(screen.queryByText('✓ Bewaard op dit toestel')).toBeNull();
	});
});
