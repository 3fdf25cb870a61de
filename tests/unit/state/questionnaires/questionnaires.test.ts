import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { UnknownQuestionnaireError } from '$lib/content/published';
import { loadNewestQuestionnaires, loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';
import { loadResult } from '$lib/state/results/result';
import { createPartnership } from '$lib/state/desk/create-measurement';
import { wipeDatabase } from '$lib/storage/connection/database';
import { keepQuestionnaire } from '$lib/storage/records/questionnaires';
import { ownQuestionnaire, storedOf } from '../../../builders/own-questionnaire';

const versioned = (version: string, changes: Partial<typeof ownQuestionnaire> = {}) =>
	storedOf({ ...ownQuestionnaire, version, ...changes });

beforeEach(wipeDatabase);

describe('a questionnaire', () => {
	test('is found in the app, or else among the own ones on this device', async () => {
		await keepQuestionnaire(storedOf(ownQuestionnaire));

		expect((await loadQuestionnaire({ id: 'samenwerking', version: '1.0.0' })).themes).toHaveLength(3);
		expect(await loadQuestionnaire({ id: 'eigen-lijst', version: '2.0.0' })).toEqual(ownQuestionnaire);
	});

	test('of the app in a version it lacks asks for a newer app', async () => {
		await expect(loadQuestionnaire({ id: 'samenwerking', version: '99.0.0' })).rejects.toThrow(
			'De vragenlijst "samenwerking" in versie 99.0.0 zit niet in deze versie van de app. Maak verbinding met het internet'
		);
	});

	test('that is not the app’s asks for the file of whoever has it', async () => {
		const failure = loadQuestionnaire({ id: 'eigen-lijst', version: '2.0.0' });

		await expect(failure).rejects.toThrow(UnknownQuestionnaireError);
		await expect(failure).rejects.toThrow(/open een bestand met metingen bij "Gegevens", of de vragenlijst zelf/);
	});

	test('stays the own one should the app ever publish the same version', async () => {
		await keepQuestionnaire(storedOf({ ...ownQuestionnaire, id: 'samenwerking', version: '1.0.0' }));

		expect((await loadQuestionnaire({ id: 'samenwerking', version: '1.0.0' })).title).toBe('Eigen lijst');
		expect((await loadNewestQuestionnaires()).own).toEqual([]);
	});
});

describe('the questionnaires for a new measurement', () => {
	test('are the newest of the app, the main one first, and the newest own ones by title', async () => {
		await keepQuestionnaire(versioned('1.9.0'));
		await keepQuestionnaire(versioned('1.10.0'));
		await keepQuestionnaire(storedOf({ ...ownQuestionnaire, id: 'andere', title: 'Andere' }));

		const { published, own } = await loadNewestQuestionnaires();

		expect(published[0]?.id).toBe('samenwerking');
		expect(own.map(({ id, version }) => `${id} ${version}`)).toEqual(['andere 2.0.0', 'eigen-lijst 1.10.0']);
	});
});

test('a measurement of an own questionnaire has a result, without any tip being required', async () => {
	await keepQuestionnaire(storedOf(ownQuestionnaire));
	const measurementId = await createPartnership({
		name: 'Met een eigen lijst',
		date: '2026-05-01',
		groups: [
			{ id: 'a', role: 'gemeente', name: 'A' },
			{ id: 'b', role: 'vereniging', name: 'B' }
		],
		questionnaire: { id: 'eigen-lijst', version: '2.0.0' },
		privacy: { mode: 'open' },
		way: 'phone',
		asksTrend: false
	});

	expect(await loadResult(measurementId)).toMatchObject({ kind: 'shown', questionnaire: ownQuestionnaire });
});
