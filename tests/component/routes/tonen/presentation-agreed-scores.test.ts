import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AgreedScores } from '$lib/state/results/agreed-scores.svelte';
import { loadJointResponses, saveJointAnswer } from '$lib/storage/records/answers';
import { closeDatabase, wipeDatabase } from '$lib/storage/connection/database';
import { loadAgreedScores } from '$lib/storage/records/agreed-scores';
import { anItem, measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurementOf('verband', 'meting'));
});
afterEach(() => {
	vi.restoreAllMocks();
});

const untilSaved = (agreed: AgreedScores) => vi.waitFor(() => expect(agreed.status).toEqual({ kind: 'saved' }));

function deviceFullAtNextPut(): void {
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
		throw new DOMException('Quota exceeded', 'QuotaExceededError');
	});
}

describe('the agreed scores of a measurement', () => {
	test('are none at first', async () => {
		const agreed = await AgreedScores.open('meting');

		expect(agreed.scoreOf('openheid')).toBeNull();
		expect(agreed.noteOf('openheid')).toBe('');
		expect(agreed.status).toEqual({ kind: 'idle' });
	});

	test('come back with their notes after closing, each at its own dimension', async () => {
		const agreed = await AgreedScores.open('meting');
		agreed.choose('openheid', 4);
		agreed.writeNote('openheid', 'Zo zien we het');
		agreed.choose('waardering', 2);
		await untilSaved(agreed);

		await closeDatabase();
		const again = await AgreedScores.open('meting');

		expect([again.scoreOf('openheid'), again.noteOf('openheid')]).toEqual([4, 'Zo zien we het']);
		expect([again.scoreOf('waardering'), again.noteOf('waardering')]).toEqual([2, '']);
		expect((await AgreedScores.open('andere')).scoreOf('openheid')).toBeNull();
	});

	test('can be taken back, and the note stays', async () => {
		const agreed = await AgreedScores.open('meting');
		agreed.writeNote('openheid', 'Nog eens bekijken');
		agreed.choose('openheid', 4);
		agreed.choose('openheid', null);
		await untilSaved(agreed);

		expect(await loadAgreedScores('meting')).toMatchObject([
			{ measurementId: 'meting', dimensionId: 'openheid', score: null, note: 'Nog eens bekijken' }
		]);
	});

	test('say «saved» only once they are stored, and can be stored again after a failure', async () => {
		const agreed = await AgreedScores.open('meting');
		deviceFullAtNextPut();

		agreed.choose('openheid', 3);
		expect(agreed.status).toEqual({ kind: 'saving' });
		await vi.waitFor(() => expect(agreed.status.kind).toBe('failed'));
		expect(agreed.scoreOf('openheid')).toBe(3);
		expect(await loadAgreedScores('meting')).toEqual([]);

		agreed.retry();
		await untilSaved(agreed);
		expect(await loadAgreedScores('meting')).toMatchObject([{ dimensionId: 'openheid', score: 3 }]);
	});

	test('leave the answers as they are', async () => {
		await saveJointAnswer({ measurementId: 'meting', groupId: 'gemeente', itemId: anItem }, 5);
		const before = await loadJointResponses('meting');
		expect(before).toHaveLength(1);

		const agreed = await AgreedScores.open('meting');
		agreed.choose('waardering', 1);
		await untilSaved(agreed);

		expect(await loadJointResponses('meting')).toEqual(before);
	});
});
