import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { onChange, type Change } from '$lib/storage/changes';
import { closeDatabase, wipeDatabase } from '$lib/storage/connection/database';
import {
	keepQuestionnaire,
	loadOwnQuestionnaire,
	loadOwnQuestionnaires,
	removeQuestionnaire
} from '$lib/storage/records/questionnaires';
import { beginSheet, wipeSheet } from '$lib/storage/records/sheets';
import { ownQuestionnaire, storedOf } from '../../../builders/own-questionnaire';
import { measurementOf } from '../../../builders/records';
import { sheetOf, storeMeasurements } from '../../../builders/stored-records';

const own = storedOf(ownQuestionnaire);
const newer = storedOf({ ...ownQuestionnaire, version: '2.1.0' });
const using = { ...measurementOf('verband', 'meting'), questionnaire: { id: own.id, version: own.version } };

beforeEach(wipeDatabase);

describe('an own questionnaire', () => {
	test('is kept, is there again after the page was closed, and each version is one of its own', async () => {
		expect(await keepQuestionnaire(own)).toBe('kept');
		expect(await keepQuestionnaire(newer)).toBe('kept');
		await closeDatabase();

		expect(await loadOwnQuestionnaire({ id: 'eigen-lijst', version: '2.0.0' })).toEqual(own);
		expect(await loadOwnQuestionnaires()).toEqual([own, newer]);
		expect(await loadOwnQuestionnaire({ id: 'eigen-lijst', version: '9.0.0' })).toBeUndefined();
	});

	test('a second time is the same, however its fields are ordered, and stays as it was', async () => {
		await keepQuestionnaire(own);
		const turned = Object.fromEntries(Object.entries(ownQuestionnaire).reverse()) as typeof ownQuestionnaire;

		expect(await keepQuestionnaire(storedOf(turned, '2027-01-01T00:00:00.000Z'))).toBe('same');

		expect(await loadOwnQuestionnaires()).toEqual([own]);
	});

	test('never changes under the same version: measurements refer to it', async () => {
		await keepQuestionnaire(own);

		expect(await keepQuestionnaire(storedOf({ ...ownQuestionnaire, title: 'Anders' }))).toBe('other');

		expect(await loadOwnQuestionnaires()).toEqual([own]);
	});

	test('is announced to whoever listens', async () => {
		const heard: Change[] = [];
		const stop = onChange((change) => heard.push(change));
		await keepQuestionnaire(own);
		await removeQuestionnaire(own);
		stop();

		expect(heard).toEqual([{ kind: 'questionnaire' }, { kind: 'questionnaire' }]);
	});
});

describe('removing an own questionnaire', () => {
	beforeEach(() => keepQuestionnaire(own));

	test('takes only that version away', async () => {
		await keepQuestionnaire(newer);

		expect(await removeQuestionnaire(own)).toEqual(own);

		expect(await loadOwnQuestionnaires()).toEqual([newer]);
	});

	test('is refused while a measurement uses that version', async () => {
		await storeMeasurements(using);
		await keepQuestionnaire(newer);

		expect(await removeQuestionnaire(own)).toBe('used');
		expect(await removeQuestionnaire(newer)).toEqual(newer);

		expect(await loadOwnQuestionnaires()).toEqual([own]);
	});

	test('is refused while someone is filling it in, with the measurement elsewhere', async () => {
		const sheet = sheetOf(using, '00000000a1', { way: 'phone' });
		await beginSheet(sheet);

		expect(await removeQuestionnaire(own)).toBe('used');
		await wipeSheet(sheet);
		expect(await removeQuestionnaire(own)).toEqual(own);
	});
});
