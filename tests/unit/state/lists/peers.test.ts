import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { UnknownQuestionnaireError } from '$lib/content/published';
import { loadQuestionnaire } from '$lib/content/questionnaires';
import type { Measurement, Score } from '$lib/domain/measurement/measurement';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { loadPeers } from '$lib/state/lists/peers';
import { NotFoundError } from '$lib/state/not-found-error';
import { database, wipeDatabase } from '$lib/storage/connection/database';
import { changePartnership, emptyContent, savePartnershipRecords } from '$lib/storage/records/partnerships';
import { measurementOf, partnershipOf, responseOf } from '../../../builders/records';
import { exact } from '../../../builders/workshop';

beforeEach(wipeDatabase);

/** A partnership where everyone gives every statement the same point. */
async function store(id: string, point: Score, changes: Partial<Measurement> = {}, example = false): Promise<void> {
	const measurement = { ...measurementOf(id, `meting-${id}`), ...changes };
	const { questionnaire } = measurementOf(id, id);
	const answers = Object.fromEntries(itemsOf(await loadQuestionnaire(questionnaire)).map((item) => [item.id, point]));
	const responses = measurement.groups.flatMap(({ id: groupId }) =>
		[1, 2, 3].map((person) => responseOf(measurement.id, `${id}-${groupId}-${person}`, { groupId, answers }))
	);
	await savePartnershipRecords({
		partnership: { ...partnershipOf(id), example },
		measurements: [measurement],
		...emptyContent,
		responses
	});
}

async function shown(measurementId: string) {
	const outcome = await loadPeers(measurementId);
	if (outcome.kind !== 'shown') throw new Error(outcome.kind);
	return outcome.peers;
}

const anonymous = { privacy: { mode: 'anoniem', threshold: 3 } as const, status: 'closed' as const };

test('five others with figures are shown; an example, hidden figures and an unknown version are counted and not shown', async () => {
	await store('eigen', 3);
	for (const [index, point] of ([1, 2, 3, 4] as const).entries()) await store(`ander-${index}`, point);
	await store('anoniem', 5, { ...anonymous, sealed: true });
	await store('voorbeeld', 5, {}, true);
	await store('verborgen', 5, anonymous);
	await store('nieuwer', 5, { questionnaire: { id: 'samenwerking', version: '99.0.0' } });

	const peers = await shown('meting-eigen');

	expect(peers.others).toBe(5);
	expect(peers.excluded).toEqual({ examples: 1, otherQuestionnaire: 0, noFigures: 2 });
	expect(peers.dimensions).toHaveLength(12);
	for (const { own, spread } of peers.dimensions) {
		expect(exact(own)).toBe('3');
		expect(spread?.scores.map(({ score }) => exact(score))).toEqual(['1', '2', '3', '4', '5']);
		expect(spread?.place).toEqual({ lower: 2, equal: 1, higher: 2 });
	}
});

test('with tags only those that have each of them are laid beside it, and it says of how many', async () => {
	await store('eigen', 3);
	await store('voorbeeld', 5, {}, true);
	for (const [index, point] of ([1, 2, 3, 4, 5, 5] as const).entries()) {
		await store(`ander-${index}`, point);
		const tags = index < 5 ? ['cultuur', 'regio Kempen'] : ['cultuur'];
		await changePartnership(`ander-${index}`, (one) => ({ ...one, tags }));
	}

	const outcome = await loadPeers('meting-eigen', ['Regio kempen', 'cultuur']);
	if (outcome.kind !== 'shown') throw new Error(outcome.kind);

	expect(outcome.tagged).toEqual({
		chosen: ['Regio kempen', 'cultuur'],
		known: ['cultuur', 'regio Kempen'],
		shown: 5,
		all: 6
	});
	expect(outcome.peers).toMatchObject({ others: 5, excluded: { examples: 0, noFigures: 0 } });
	expect(outcome.peers.dimensions[0]?.spread?.place).toEqual({ lower: 2, equal: 1, higher: 2 });
});

test('one fewer and nothing of the others comes out', async () => {
	await store('eigen', 3);
	for (const [index, point] of ([1, 2, 3, 4] as const).entries()) await store(`ander-${index}`, point);

	const { others, dimensions } = await shown('meting-eigen');

	expect(others).toBe(4);
	expect(dimensions.map(({ spread }) => spread)).toEqual(dimensions.map(() => null));
});

test('a measurement whose own figures were not shown yet stays that way', async () => {
	await store('eigen', 3, anonymous);

	expect(await loadPeers('meting-eigen')).toMatchObject({ kind: 'unshown', measurement: { id: 'meting-eigen' } });
});

test('a measurement that is not here, or of an unknown questionnaire version, says so', async () => {
	await store('nieuwer', 3, { questionnaire: { id: 'samenwerking', version: '99.0.0' } });

	await expect(loadPeers('weg')).rejects.toThrow(NotFoundError);
	await expect(loadPeers('meting-nieuwer')).rejects.toThrow(UnknownQuestionnaireError);
});

test('of another partnership the newest measurement with figures counts, and what people answered before that is not read', async () => {
	await store('eigen', 3);
	for (const [index, point] of ([1, 2, 3, 4] as const).entries()) await store(`ander-${index}`, point);
	await store('ander', 5, { id: 'ander-vroeger', date: '2024-03-19' });
	const latest = measurementOf('ander', 'ander-nu', '2026-03-19');
	const earliest = measurementOf('ander', 'ander-eerst', '2023-03-19');
	await savePartnershipRecords({
		partnership: partnershipOf('ander'),
		measurements: [latest, earliest],
		...emptyContent
	});
	const coming: number[] = [];

	const outcome = await loadPeers('meting-eigen', [], (left) => coming.push(left));

	// The newest one has no answers yet; the one before counts, and the first one is left alone.
	const scores = outcome.kind === 'shown' ? outcome.peers.dimensions[0]?.spread?.scores : undefined;
	expect(scores?.map(({ score }) => exact(score))).toEqual(['1', '2', '3', '4', '5']);
	expect(await (await database()).getAllKeys('summaries')).not.toContain(earliest.id);
	expect(coming).toEqual([5, 0, 1, 0]);
});
