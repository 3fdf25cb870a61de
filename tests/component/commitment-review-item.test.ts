import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Commitment, CommitmentFields } from '$lib/domain/commitment';
import CommitmentReviewItem from '../../src/routes/CommitmentReviewItem.svelte';

const commitment: Commitment = {
	id: 'c',
	partnershipId: 'p',
	measurementId: 'm',
	adviceId: null,
	dimensionId: null,
	what: 'Samen koffie drinken',
	who: 'Els',
	by: '2025-09-01',
	status: 'open',
	note: 'Al twee keer.',
	createdAt: '2025-03-20T20:00:00.000Z'
};

function show(refusal: readonly string[] = []) {
	const saved: Partial<CommitmentFields>[] = [];
	const props = {
		commitment,
		date: '2025-03-20',
		dimensionName: 'Openheid',
		today: '2026-03-19',
		onsave: (changes: Partial<CommitmentFields>) => {
			saved.push(changes);
			return Promise.resolve(refusal);
		}
	};
	return { ...render(CommitmentReviewItem, props), props, saved, user: userEvent.setup() };
}

describe('looking back on a commitment', () => {
	test('says who, when and at which measurement, and that the date is past', () => {
		show();
		expect(screen.getByRole('group', { name: 'Samen koffie drinken' })).toBeTruthy();
		expect(
			screen.getByText('Els · tegen 1 september 2025 · de datum is voorbij · bij Openheid · meting van 20 maart 2025')
		).toBeTruthy();
	});

	test('a status is stored alone: what another tab wrote as a note stays', async () => {
		const { user, saved } = show();
		await user.click(screen.getByRole('radio', { name: 'gedaan' }));
		expect(saved).toEqual([{ status: 'done' }]);
		expect(await screen.findByText('✓ Bewaard op dit toestel')).toBeTruthy();
	});

	test('a note is stored while it is typed', async () => {
		const { user, saved } = show();
		await user.type(screen.getByRole('textbox'), ' Leuk');
		expect(saved.at(-1)).toEqual({ note: 'Al twee keer. Leuk' });
	});

	test('a note from another tab shows, unless someone is writing here', async () => {
		const { rerender, props, user } = show();
		await rerender({ ...props, commitment: { ...commitment, note: 'Van elders.' } });
		expect(screen.getByRole('textbox')).toHaveProperty('value', 'Van elders.');
		await user.type(screen.getByRole('textbox'), ' Ja');
		await rerender({ ...props, commitment: { ...commitment, note: 'Weer anders.' } });
		expect(screen.getByRole('textbox')).toHaveProperty('value', 'Van elders. Ja');
	});

	test('a refusal is said, and never «bewaard»', async () => {
		const { user } = show(['Het toestel heeft geen plaats meer.']);
		await user.click(screen.getByRole('radio', { name: 'bezig' }));
		expect((await screen.findByRole('alert')).textContent).toContain('Het toestel heeft geen plaats meer.');
		expect(screen.queryByText('✓ Bewaard op dit toestel')).toBeNull();
	});
});

test('what could not be stored stays on the screen when the field loses the focus', async () => {
	const { user } = show(['Het toestel heeft geen plaats meer.']);
	await user.type(screen.getByRole('textbox'), ' Nieuw');
	await user.tab();
	expect(screen.getByRole('textbox')).toHaveProperty('value', 'Al twee keer. Nieuw');
});
