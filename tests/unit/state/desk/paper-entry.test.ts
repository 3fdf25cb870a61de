import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { PaperEntry } from '$lib/state/desk/paper-entry.svelte';
import { wipeDatabase } from '$lib/storage/connection/database';
import { changeMeasurement } from '$lib/storage/records/measurements';
import { loadResponses, takeInResponses } from '$lib/storage/records/responses';
import { anItem, anotherItem, measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

let entry: PaperEntry;

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurementOf('verband', 'meting'));
	entry = new PaperEntry(await MeasurementDesk.open('meting'));
	entry.chooseGroup('gemeente');
	await type(anItem, 4);
});

/** One form with one more answer. */
async function type(itemId: string, answer: 1 | 2 | 3 | 4 | 5): Promise<void> {
	entry.setAnswer(itemId, answer);
	await entry.store();
}

async function onlyResponse(): Promise<IndividualResponse> {
	const [response, ...others] = await loadResponses('meting');
	if (!response || others.length > 0) throw new Error('not one response');
	return response;
}

async function takeBack() {
	const [form] = entry.forms;
	if (form) await entry.takeBack(form);
	return entry.outcome?.kind;
}

test('a form that is taken back is stored no more, and its answers are in the grid', async () => {
	expect(await takeBack()).toBe('taken-back');

	expect(await loadResponses('meting')).toEqual([]);
	expect(entry.answers).toEqual({ [anItem]: 4 });
	expect(entry.forms).toEqual([]);
});

test('also after it was corrected more often than a response from outside may be ahead', async () => {
	for (let time = 0; time < 10; time += 1) {
		expect(await takeBack()).toBe('taken-back');
		await type(anotherItem, ((time % 5) + 1) as 1);
	}

	expect(await takeBack()).toBe('taken-back');
	expect(await loadResponses('meting')).toEqual([]);
});

test('what another laptop corrected meanwhile stays, and the grid stays empty', async () => {
	const typed = await onlyResponse();
	const corrected = { ...typed, revision: typed.revision + 1, answers: { [anItem]: 2 as const } };
	await takeInResponses('meting', [corrected], 'paper');

	expect(await takeBack()).toBe('replaced');

	expect(await loadResponses('meting')).toEqual([corrected]);
	expect(entry.answers).toEqual({});
	expect(entry.forms).toHaveLength(1);
});

test('once another tab closed the measurement nothing is taken back, with the reason', async () => {
	await changeMeasurement('meting', (measurement) => ({ ...measurement, status: 'closed' }));

	await takeBack();

	expect(entry.outcome).toMatchObject({ kind: 'kept', message: 'De meting is gesloten. Heropen ze eerst.' });
	expect(await loadResponses('meting')).toHaveLength(1);
});
