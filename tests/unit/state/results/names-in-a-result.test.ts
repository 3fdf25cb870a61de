import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { dimensionsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { PartnershipDesk } from '$lib/state/desk/partnership-desk.svelte';
import { loadComparison } from '$lib/state/results/comparison';
import { loadResult } from '$lib/state/results/result';
import { loadPeers } from '$lib/state/lists/peers';
import { wipeDatabase } from '$lib/storage/connection/database';
import { keepQuestionnaire } from '$lib/storage/records/questionnaires';
import { ownQuestionnaire, storedOf } from '../../../builders/own-questionnaire';
import { measurementOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const [theme] = ownQuestionnaire.themes;
const [dimension] = theme?.dimensions ?? [];
if (!theme || !dimension) throw new Error('the own questionnaire has no dimension');
const plain = ownQuestionnaire.version;

/** The next version, with richer names for the result. */
const richer: Questionnaire = {
	...ownQuestionnaire,
	version: '2.1.0',
	themes: [
		{
			...theme,
			resultName: 'Een warm thema',
			dimensions: theme.dimensions.map((one) => ({ ...one, resultName: `Rijk: ${one.name}` }))
		}
	]
};
const richName = `Rijk: ${dimension.name}`;

const before = measured('eerste', '2025-03-20', plain);
const now = measured('tweede', '2026-03-19', richer.version);

function measured(id: string, date: string, version: string) {
	return { ...measurementOf('verband', id, date), questionnaire: { id: ownQuestionnaire.id, version } };
}

beforeEach(async () => {
	await wipeDatabase();
	await keepQuestionnaire(storedOf(ownQuestionnaire));
	await keepQuestionnaire(storedOf(richer));
	await storeMeasurements(before, now);
});

const nameIn = (questionnaire: Questionnaire) => dimensionsOf(questionnaire)[0]?.dimension.name;

describe('a questionnaire with richer names for its result', () => {
	test('has them in the result and beside others, where it gives them', async () => {
		const result = await loadResult(now.id);
		if (result.kind !== 'shown') throw new Error('not shown');
		expect(nameIn(result.questionnaire)).toBe(richName);
		expect(result.questionnaire.themes[0]?.name).toBe('Een warm thema');

		const earlier = await loadResult(before.id);
		expect(earlier.kind === 'shown' && nameIn(earlier.questionnaire)).toBe(dimension.name);

		const peers = await loadPeers(now.id);
		expect(peers.kind === 'shown' && nameIn(peers.questionnaire)).toBe(richName);
	});

	test('has them in a comparison, which takes the names of the newest version', async () => {
		const loaded = await loadComparison([before.id, now.id]);
		if (loaded.kind !== 'compared') throw new Error('not compared');
		expect(loaded.comparison.dimensions[0]?.name).toBe(richName);
	});

	test('has them with the commitments of a partnership', async () => {
		const desk = new PartnershipDesk('verband');
		const stop = desk.start();
		await expect.poll(() => desk.dimensionNames.get(dimension.id)).toBe(richName);
		stop();
	});

	test('has the plain ones where people answer', async () => {
		const desk = await MeasurementDesk.open(now.id);
		expect(nameIn(desk.questionnaire)).toBe(dimension.name);
	});
});
