import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CommitmentsToReview } from '$lib/state/commitments-to-review.svelte';
import { loadCommitments, saveCommitment } from '$lib/storage/commitments';
import { wipeDatabase } from '$lib/storage/database';
import { commitmentOf, measurementOf, storeMeasurements } from '../storage/records';

const before = measurementOf('verband', 'vorige', '2025-03-20');
const now = measurementOf('verband', 'deze', '2026-03-19');
const coffee = commitmentOf(before, 'koffie', { what: 'Samen koffie drinken', by: '2025-09-01' });
const done = commitmentOf(before, 'klaar', { what: 'Een lijst maken', status: 'done' });
const fresh = commitmentOf(now, 'nieuw', { what: 'Vanavond afgesproken' });

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(before, now);
	for (const commitment of [coffee, done, fresh]) await saveCommitment(commitment);
});

async function opened(beforeMeasurementId?: string): Promise<CommitmentsToReview> {
	const review = new CommitmentsToReview({ partnershipId: 'verband', beforeMeasurementId });
	review.start();
	await vi.waitFor(() => expect(review.pending).toBeDefined());
	return review;
}

const whatOf = (list: readonly { what: string }[] | undefined) => list?.map(({ what }) => what);

describe('looking back', () => {
	test('shows what was agreed before this measurement: still to do first, done apart', async () => {
		const review = await opened(now.id);
		expect(whatOf(review.pending)).toEqual(['Samen koffie drinken']);
		expect(whatOf(review.past)).toEqual(['Een lijst maken']);
		expect(review.dateOf(coffee)).toBe('2025-03-20');
	});

	test('without a measurement shows all of the partnership', async () => {
		const review = await opened();
		expect(whatOf(review.pending)?.sort()).toEqual(['Samen koffie drinken', 'Vanavond afgesproken']);
	});

	test('keeps what was marked as done in its place, with its note, until the page is opened again', async () => {
		const review = await opened(now.id);
		expect(await review.change(coffee, { status: 'done', note: ' Het was gezellig. ' })).toEqual([]);
		expect(whatOf(review.pending)).toEqual(['Samen koffie drinken']);
		const stored = (await loadCommitments('verband')).find(({ id }) => id === coffee.id);
		expect(stored).toEqual({ ...coffee, status: 'done', note: 'Het was gezellig.' });
		expect(whatOf((await opened(now.id)).pending)).toEqual([]);
	});

	test('stores nothing when the note is too long, and says why', async () => {
		const review = await opened(now.id);
		const problems = await review.change(coffee, { status: 'done', note: 'x'.repeat(5001) });
		expect(problems).toEqual(['De notitie: hoogstens 5000 tekens. Nu zijn het er 5001.']);
		expect(await loadCommitments('verband')).toContainEqual(coffee);
	});
});
