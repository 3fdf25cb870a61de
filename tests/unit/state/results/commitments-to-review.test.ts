import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CommitmentsToReview } from '$lib/state/results/commitments-to-review.svelte';
import type { ReviewedCommitment } from '$lib/state/results/reviewed-commitment.svelte';
import { loadCommitments, saveCommitment } from '$lib/storage/records/commitments';
import { wipeDatabase } from '$lib/storage/connection/database';
import { commitmentOf, measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

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

const whatOf = (list: readonly ReviewedCommitment[] | undefined) => list?.map(({ commitment }) => commitment.what);
const first = (review: CommitmentsToReview) => {
	const reviewed = review.pending?.[0];
	if (!reviewed) throw new RangeError('There is nothing to review');
	return reviewed;
};
const storedCoffee = async () => (await loadCommitments('verband')).find(({ id }) => id === coffee.id);

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
		first(review).choose('done');
		first(review).writeNote(' Het was gezellig. ');
		await vi.waitFor(() => expect(first(review).saving).toEqual({ kind: 'saved' }));
		expect(whatOf(review.pending)).toEqual(['Samen koffie drinken']);
		expect(await storedCoffee()).toMatchObject({ ...coffee, status: 'done', note: ' Het was gezellig. ' });
		// Under the hands of who types, nothing is taken away.
		expect(first(review).note).toBe(' Het was gezellig. ');
		expect(whatOf((await opened(now.id)).pending)).toEqual([]);
	});

	test('stores nothing when the note is too long, and says why', async () => {
		const review = await opened(now.id);
		first(review).writeNote('x'.repeat(5001));
		await vi.waitFor(() => expect(first(review).saving.kind).toBe('failed'));
		expect(first(review).saving).toMatchObject({ message: expect.stringContaining('5.001 tekens, hoogstens 5.000') });
		expect(await storedCoffee()).toEqual(coffee);
		await first(review).queue.forget();
	});

	test('every keystroke goes through the save queue: one at a time, and the last one counts', async () => {
		const review = await opened(now.id);
		const put = vi.spyOn(IDBObjectStore.prototype, 'put');
		for (const length of [1, 2, 3, 4, 5]) first(review).writeNote('Leuk!'.slice(0, length));
		await first(review).queue.settled();
		expect((await storedCoffee())?.note).toBe('Leuk!');
		// The first, and while that was stored only the last.
		expect(put.mock.calls.filter(([record]) => record.id === coffee.id)).toHaveLength(2);
		vi.restoreAllMocks();
	});

	test('what cannot be stored stays on the screen, and is stored with the next try', async () => {
		const review = await opened(now.id);
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
			throw new DOMException('Quota exceeded', 'QuotaExceededError');
		});
		first(review).writeNote('Leuk!');
		await vi.waitFor(() => expect(first(review).saving.kind).toBe('failed'));
		vi.restoreAllMocks();
		expect(first(review).note).toBe('Leuk!');
		first(review).retry();
		await vi.waitFor(async () => expect((await storedCoffee())?.note).toBe('Leuk!'));
	});
});
