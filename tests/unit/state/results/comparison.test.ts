import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadComparison } from '$lib/state/results/comparison';
import { loadResult } from '$lib/state/results/result';
import { saveJointAnswer } from '$lib/storage/records/answers';
import { wipeDatabase } from '$lib/storage/connection/database';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const items = ['openheid-verenigingen-denken-mee', 'openheid-gemeente-buiten-takenpakket', 'openheid-samen-zoeken'];
const first = measurementOf('verband', 'eerste', '2024-03-20');
const second = {
	...measurementOf('verband', 'tweede', '2025-03-19'),
	questionnaire: { id: 'samenwerking', version: '1.1.0' }
};
const third = { ...second, id: 'derde', date: '2026-03-18', createdAt: '2026-03-18T19:00:00.000Z' };

beforeEach(wipeDatabase);

/** Both groups give the same point to the three items of «openheid». */
async function answer(measurementId: string, point: 1 | 2 | 3 | 4 | 5): Promise<void> {
	for (const groupId of ['gemeente', 'verenigingen']) {
		for (const itemId of items) await saveJointAnswer({ measurementId, groupId, itemId }, point);
	}
}

async function threeYears(): Promise<void> {
	await storeMeasurements(first, second, third);
	await answer(first.id, 4);
	await answer(second.id, 2);
	await answer(third.id, 3);
}

describe('what participants said beside the last time', () => {
	test('is known to be about the measurement before the newest, whichever are compared', async () => {
		await storeMeasurements(first, second, { ...third, asksTrend: true });
		for (const chosen of [
			[first, third],
			[second, third],
			[third, second, first]
		]) {
			const loaded = await loadComparison(chosen.map(({ id }) => id));
			if (loaded.kind !== 'compared') throw new Error('not loaded');
			expect(loaded.askedAgainst?.id).toBe(second.id);
			expect(loaded.trends.length).toBeGreaterThan(0);
		}
		const older = await loadComparison([first.id, second.id]);
		expect(older).toMatchObject({ askedAgainst: { id: first.id }, trends: [] });
	});
});

describe('loading a comparison', () => {
	test('puts the measurements oldest first, over the statements they share', async () => {
		await threeYears();
		const loaded = await loadComparison([third.id, first.id, second.id]);
		if (loaded.kind !== 'compared') throw new Error('not compared');
		expect(loaded.partnership.id).toBe('verband');
		expect(loaded.comparison.occasions.map(({ measurement }) => measurement.id)).toEqual(['eerste', 'tweede', 'derde']);
		expect(loaded.comparison.comparability).toMatchObject({ kind: 'partly' });
		const openheid = loaded.comparison.dimensions.find(({ dimensionId }) => dimensionId === 'openheid');
		expect(openheid?.values.map(({ score }) => score?.toNumber())).toEqual([4, 2, 3]);
	});

	test('is refused with one measurement, also when it is named twice', async () => {
		await threeYears();
		expect(await loadComparison([first.id, first.id])).toEqual({
			kind: 'refused',
			reason: 'Kies 2 tot 5 metingen om te vergelijken.'
		});
	});

	test('is refused over two partnerships', async () => {
		await storeMeasurements(first, measurementOf('ander verband', 'elders'));
		expect(await loadComparison([first.id, 'elders'])).toMatchObject({ kind: 'refused' });
	});

	test('waits for an anonymous measurement of which the figures were never shown', async () => {
		const anonymous = { ...second, privacy: { mode: 'anoniem', threshold: 5 } as const, status: 'closed' as const };
		await storeMeasurements(first, anonymous);
		expect(await loadComparison([first.id, second.id])).toMatchObject({
			kind: 'not-shown',
			measurements: [{ id: second.id }]
		});
	});

	test('of another questionnaire says why there is nothing to compare', async () => {
		await storeMeasurements(first, { ...second, questionnaire: { id: 'kapstokken', version: '1.0.0' } });
		const loaded = await loadComparison([first.id, second.id]);
		expect(loaded).toMatchObject({ kind: 'none', reason: 'other-questionnaire' });
	});

	test('with a measurement that is gone says that it is not here', async () => {
		await storeMeasurements(first);
		await expect(loadComparison([first.id, 'weg'])).rejects.toThrow('Deze meting staat niet op dit toestel.');
	});
});

describe('a result after an earlier measurement', () => {
	test('looks back on the last one, and over all of them in time', async () => {
		await threeYears();
		const result = await loadResult(third.id);
		if (result.kind !== 'shown') throw new Error('not shown');
		expect(result.previous?.date).toBe('2025-03-19');
		expect(result.previous?.ids).toEqual(['tweede', 'eerste']);
		expect(result.previous?.comparison).toMatchObject({ kind: 'compared', comparability: { kind: 'full' } });
		expect(result.previous?.overTime).toMatchObject({ kind: 'compared', comparability: { kind: 'partly' } });
	});

	test('asks about a fall since then', async () => {
		await threeYears();
		const result = await loadResult(second.id);
		if (result.kind !== 'shown') throw new Error('not shown');
		const [advice] = result.advice.filter(({ reason }) => reason.kind === 'fall');
		expect(advice).toMatchObject({ kind: 'prompt', prompt: { id: 'algemeen-daling' }, dimension: { id: 'openheid' } });
	});

	test('names a measurement in between that cannot be compared', async () => {
		await storeMeasurements(first, { ...second, questionnaire: { id: 'kapstokken', version: '1.0.0' } }, third);
		const result = await loadResult(third.id);
		expect(result).toMatchObject({ previous: { date: '2024-03-20', skipped: ['2025-03-19'] } });
	});

	test('of the first measurement looks back on nothing', async () => {
		await threeYears();
		expect(await loadResult(first.id)).toMatchObject({ kind: 'shown', previous: null });
	});

	test('still shows when the questionnaire of an earlier one is not here', async () => {
		await storeMeasurements({ ...first, questionnaire: { id: 'samenwerking', version: '0.1.0' } }, second);
		expect(await loadResult(second.id)).toMatchObject({
			kind: 'shown',
			previous: { date: '2024-03-20', skipped: ['2024-03-20'], comparison: null, overTime: null }
		});
	});
});
