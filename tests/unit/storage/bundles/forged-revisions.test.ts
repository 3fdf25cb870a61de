import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { MAX_REVISIONS_AHEAD } from '$lib/domain/intake/intake';
import { planMeasurement } from '$lib/domain/intake/import-plan';
import { MAX_REVISION } from '$lib/domain/measurement/measurement';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadResponse, takeInResponses } from '$lib/storage/records/responses';
import { runs } from '../../../property-runs';
import { anItem, measurementOf, responseOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

const measurement = measurementOf('verband', 'meting');
const ID = '00000000a1';
const answering = (answer: 1 | 2 | 3 | 4 | 5, revision: number) =>
	responseOf(measurement.id, ID, { answers: { [anItem]: answer }, revision });
const takeIn = async (...args: Parameters<typeof answering>) =>
	(await takeInResponses(measurement.id, [answering(...args)], 'phone'))[0]?.kind;

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurement);
});

test('a forged response that says to be the last there can be does not keep out what the person hands in later', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 20 }),
			fc.integer({ min: 2, max: MAX_REVISION }),
			fc.boolean(),
			async (own, forged, isFirst) => {
				await wipeDatabase();
				await storeMeasurements(measurement);
				if (!isFirst) await takeIn(4, own);
				await takeIn(1, forged);
				// The person presses «Klaar» again, a few times at the most.
				for (let more = 1; more <= MAX_REVISIONS_AHEAD + 1; more += 1) await takeIn(5, own + more);
				expect((await loadResponse(ID))?.answers).toEqual({ [anItem]: 5 });
			}
		),
		{ numRuns: runs(25) }
	);
});

test('the same again, however often, is the same, and an older one stays out', async () => {
	expect(await takeIn(4, 1)).toBe('added');
	expect(await takeIn(1, MAX_REVISION)).toBe('replaced');
	expect(await takeIn(1, MAX_REVISION)).toBe('same');
	expect((await loadResponse(ID))?.revision).toBe(1 + MAX_REVISIONS_AHEAD);
	expect(await takeIn(4, 1)).toBe('older');
});

test('a joint answer in a file that leaps ahead of what is here is refused, with the reason', () => {
	const bundle = (revision: number) => ({
		measurement,
		responses: [],
		jointAnswers: [{ groupId: 'gemeente', itemId: anItem, answer: 3 as const, revision }],
		notes: [],
		agreedScores: [],
		commitments: [],
		reportChoice: null,
		position: null
	});
	const judge = (here: number, forged: number) =>
		planMeasurement(bundle(forged), { local: bundle(here), idsTaken: false, problem: null } as never).verdict;
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 50 }),
			fc.integer({ min: 20_000, max: Number.MAX_SAFE_INTEGER }),
			(here, forged) => {
				expect(judge(here, forged)).toMatchObject({
					kind: 'refused',
					reason: expect.stringContaining('vaker gewijzigd') as string
				});
			}
		)
	);
	expect(judge(3, 900)).toMatchObject({ kind: 'newer' });
});
