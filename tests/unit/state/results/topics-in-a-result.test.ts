import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Privacy, Topics } from '$lib/domain/measurement/measurement';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { loadResult, showResult } from '$lib/state/results/result';
import { wipeDatabase } from '$lib/storage/connection/database';
import { jointResponseId } from '$lib/storage/records/answers';
import { emptyContent, savePartnershipRecords } from '$lib/storage/records/partnerships';
import { keepQuestionnaire } from '$lib/storage/records/questionnaires';
import { closing, withClosing } from '../../../builders/closing';
import { ownQuestionnaire, storedOf } from '../../../builders/own-questionnaire';
import { aMeasurement, aResponse, partnershipOf } from '../../../builders/records';

const questionnaire = withClosing(ownQuestionnaire);
const dimensionId = dimensionsOf(questionnaire)[0]?.dimension.id ?? '';
const nothingKnown = Object.fromEntries(itemsOf(questionnaire).map(({ id }) => [id, 'unknown' as const]));
const chosen = (count: number) => [{ dimensionId, count }];

beforeEach(async () => {
	await wipeDatabase();
	await keepQuestionnaire(storedOf(questionnaire));
});

/** A closed measurement in which each of the municipality chose this; nobody had a view on any statement. */
async function storeMeasurement(privacy: Privacy, choices: readonly Topics[], together: boolean): Promise<string> {
	const measurement = aMeasurement({
		partnershipId: 'verband',
		questionnaire: { id: questionnaire.id, version: questionnaire.version },
		privacy,
		status: 'closed'
	});
	const place = { measurementId: measurement.id, groupId: 'verenigingen', itemId: closing.id };
	const responseId = jointResponseId(measurement.id, place.groupId);
	await savePartnershipRecords({
		partnership: partnershipOf('verband'),
		measurements: [measurement],
		...emptyContent,
		answers: together ? [{ ...place, responseId, answer: [dimensionId], revision: 1 }] : [],
		responses: choices.map((topics, index) =>
			aResponse({
				id: `000000000${index}`,
				measurementId: measurement.id,
				groupId: 'gemeente',
				answers: nothingKnown,
				topics
			})
		)
	});
	return measurement.id;
}

test('a result has what people chose, and what a group chose together', async () => {
	const result = await loadResult(await storeMeasurement({ mode: 'open' }, [[dimensionId], []], true));

	expect(result).toMatchObject({
		kind: 'shown',
		topics: [
			{ groupId: 'gemeente', n: 2, noPreference: 1, chosen: chosen(1), joint: null },
			{ groupId: 'verenigingen', n: 0, chosen: chosen(0), joint: [dimensionId] }
		]
	});
});

test('choices alone are enough to show and to lock an anonymous measurement, from the threshold on', async () => {
	const privacy: Privacy = { mode: 'anoniem', threshold: 3 };
	const few = await storeMeasurement(privacy, [[dimensionId], []], false);
	expect(await showResult(few)).toMatchObject({ kind: 'nothing', measurement: { sealed: false } });

	await wipeDatabase();
	await keepQuestionnaire(storedOf(questionnaire));
	const enough = await storeMeasurement(privacy, [[dimensionId], [], []], false);
	expect(await loadResult(enough)).toMatchObject({ kind: 'unsealed' });
	expect(await showResult(enough)).toMatchObject({
		kind: 'shown',
		measurement: { sealed: true },
		topics: [
			{ hidden: false, n: 3, noPreference: 2, chosen: chosen(1) },
			{ hidden: true, n: 0 }
		]
	});
});
