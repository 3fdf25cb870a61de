import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { loadQuestionnaire } from '$lib/content/questionnaires';
import type { PartnershipBundle } from '$lib/domain/intake/bundle';
import { asResponse, type Answer, type Measurement } from '$lib/domain/measurement/measurement';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { summariseMeasurement, type MeasurementSummary } from '$lib/domain/scoring/summary';
import { loadKnownQuestionnaires } from '$lib/state/questionnaires/known-questionnaires';
import { loadResult } from '$lib/state/results/result';
import { loadSummariesOf } from '$lib/state/lists/summaries';
import { loadJointResponses, saveJointAnswer } from '$lib/storage/records/answers';
import { saveCommitment } from '$lib/storage/records/commitments';
import { database, wipeDatabase } from '$lib/storage/connection/database';
import { importBundles } from '$lib/storage/bundles/import';
import { previewImport } from '$lib/storage/bundles/plan-import';
import { undoImport } from '$lib/storage/bundles/undo-import';
import { changeMeasurement, loadAllMeasurements } from '$lib/storage/records/measurements';
import { loadResponse, loadResponses, takeBackResponse, takeInResponses } from '$lib/storage/records/responses';
import { deleteMeasurement, deletePartnership } from '$lib/storage/bundles/removal';
import { savePartnershipRecords } from '$lib/storage/records/partnerships';
import { handInSheet } from '$lib/storage/records/hand-in';
import { saveSheetAnswer } from '$lib/storage/records/sheet-answers';
import { beginSheet } from '$lib/storage/records/sheets';
import { StorageError } from '$lib/storage/storage-error';
import { write } from '$lib/storage/writing/write';
import { ownQuestionnaire } from '../../../builders/own-questionnaire';
import { allBundles } from '../../../builders/dump-database';
import { patience, runs } from '../../../property-runs';
import { incomingOf } from '../../storage/bundles/incoming';
import { agreeOn, recordsOf, sheetOf, storeMeasurements, writeNote } from '../../../builders/stored-records';
import { commitmentOf, measurementOf, responseOf } from '../../../builders/records';

vi.setConfig({ testTimeout: patience(120_000) });

beforeEach(wipeDatabase);

const anonymous = { mode: 'anoniem', threshold: 3 } as const;

/** The measurements that every test begins with: two open ones of one partnership, an anonymous one of another. */
const first = measurementOf('a', 'a-eerste', '2025-03-20');
const second = measurementOf('a', 'a-tweede');
const hidden: Measurement = { ...measurementOf('b', 'b-eerste'), privacy: anonymous, ways: [] };
const measurementIds = [first.id, second.id, hidden.id];

/** As lists read them: what is missing is made and stored. */
async function readSummaries(): Promise<ReadonlyMap<string, MeasurementSummary>> {
	const measurements = await loadAllMeasurements();
	const questionnaires = await loadKnownQuestionnaires(measurements.map(({ questionnaire }) => questionnaire));
	return loadSummariesOf(measurements, questionnaires);
}

async function storedSummaries(): Promise<Map<string, MeasurementSummary>> {
	const stored = await (await database()).getAll('summaries');
	return new Map(stored.map(({ measurementId, summary }) => [measurementId, summary]));
}

/** From the figures of the result page, as they are now. */
async function computedSummaries(): Promise<Map<string, MeasurementSummary>> {
	const computed = new Map<string, MeasurementSummary>();
	for (const { id } of await loadAllMeasurements()) {
		const result = await loadResult(id);
		if (result.kind !== 'shown') continue;
		const responses = [...(await loadJointResponses(id)), ...(await loadResponses(id)).map(asResponse)];
		const { questionnaire, measurement, figures } = result;
		computed.set(id, summariseMeasurement(questionnaire, measurement.groups, figures, responses));
	}
	return computed;
}

describe('whatever happens to a measurement', () => {
	const someId = fc.constantFrom(...measurementIds);
	const someGroup = fc.constantFrom('gemeente', 'verenigingen');
	const someAnswer = fc.constantFrom<Answer[]>(1, 2, 3, 4, 5, 'unknown');
	const someAnswers = fc.array(someAnswer, { minLength: 3, maxLength: 3 });
	const person = fc.integer({ min: 0, max: 9 }).map((number) => `000000000${number}`);

	/** Refusals are fine: then nothing may have changed. */
	const attempt = (work: Promise<unknown>) =>
		work.catch((cause: unknown) => {
			if (!(cause instanceof StorageError)) throw cause;
		});
	const become = (id: string, change: Partial<Measurement>) =>
		attempt(changeMeasurement(id, (measurement) => ({ ...measurement, ...change })));
	const answersOf = async (marks: readonly Answer[]) => {
		const items = itemsOf(await loadQuestionnaire(first.questionnaire));
		return Object.fromEntries(items.slice(0, 3).map((item, index) => [item.id, marks[index] ?? 'unknown']));
	};

	async function handIn(
		id: string,
		responseId: string,
		groupId: string,
		answers: Record<string, Answer>
	): Promise<void> {
		const { sheet } = await beginSheet(sheetOf({ ...first, id }, responseId, { groupId }));
		for (const [itemId, answer] of Object.entries(answers)) await saveSheetAnswer(sheet, itemId, answer);
		await handInSheet(sheet);
	}

	/**
	 * Brings in what is here, with other answers from another laptop and a partnership that is new
	 * here; then perhaps undoes it.
	 */
	async function bringAndUndo(answers: Record<string, Answer>, undo: boolean): Promise<void> {
		const bundles = (await allBundles()).map((bundle): PartnershipBundle => ({
			...bundle,
			measurements: bundle.measurements.map((one) => ({
				...one,
				responses: [...one.responses.map((response) => ({ ...response, revision: response.revision + 1, answers }))],
				jointAnswers: one.jointAnswers.map((joint) => ({ ...joint, answer: 5 as const, revision: joint.revision + 1 }))
			}))
		}));
		const isNew: PartnershipBundle = {
			partnership: recordsOf('c').partnership,
			measurements: [
				{
					measurement: measurementOf('c', 'c-eerste'),
					responses: [responseOf('c-eerste', 'cccccccccc', { answers })],
					jointAnswers: [],
					notes: [],
					agreedScores: [],
					commitments: [],
					reportChoice: null,
					position: null
				}
			]
		};
		const incoming = incomingOf([...bundles, isNew]);
		const outcome = await importBundles(incoming, await previewImport(incoming));
		if (undo && outcome.kind === 'written') {
			await readSummaries();
			await undoImport(outcome.done);
		}
	}

	type Step = () => Promise<unknown>;
	const step = fc.oneof(
		fc.tuple(someId, someGroup, someAnswers).map(([measurementId, groupId, marks]): Step => async () => {
			for (const [itemId, answer] of Object.entries(await answersOf(marks)))
				await attempt(saveJointAnswer({ measurementId, groupId, itemId }, answer));
		}),
		{
			weight: 3,
			arbitrary: fc
				.tuple(someId, person, someGroup, someAnswers)
				.map(([id, responseId, groupId, marks]): Step => async () => {
					const answers = await answersOf(marks);
					await attempt(takeInResponses(id, [responseOf(id, `${responseId}`, { groupId, answers })], 'phone'));
				})
		},
		fc.tuple(someId, person, someGroup, someAnswers).map(
			([id, responseId, groupId, marks]): Step =>
				async () =>
					attempt(handIn(id, responseId, groupId, await answersOf(marks)))
		),
		person.map((responseId): Step => async () => {
			const stored = await loadResponse(responseId);
			if (stored) await attempt(takeBackResponse(stored));
		}),
		someId.map(
			(id): Step =>
				() =>
					become(id, { status: 'closed' })
		),
		someId.map(
			(id): Step =>
				() =>
					become(id, { status: 'closed', sealed: true })
		),
		someId.map(
			(id): Step =>
				() =>
					become(id, { status: 'open', sealed: false })
		),
		someId.map(
			(id): Step =>
				() =>
					become(id, { groups: first.groups.toReversed() })
		),
		someId.map(
			(id): Step =>
				() =>
					become(id, { name: 'Anders' })
		),
		someId.map((id): Step => async () => {
			const removed = await deleteMeasurement(id);
			await readSummaries();
			if (removed) await savePartnershipRecords(removed);
		}),
		fc.constantFrom('a', 'b', 'c').map((id): Step => async () => {
			const removed = await deletePartnership(id);
			await readSummaries();
			if (removed) await savePartnershipRecords(removed);
		}),
		fc.tuple(someAnswers, fc.boolean()).map(
			([marks, undo]): Step =>
				async () =>
					bringAndUndo(await answersOf(marks), undo)
		),
		someId.map(
			(id): Step =>
				() =>
					attempt(writeNote(id, 'een-stelling', 'Een notitie'))
		),
		someId.map(
			(id): Step =>
				() =>
					attempt(saveCommitment(commitmentOf({ ...first, id }, 'afspraak')))
		),
		someId.map(
			(measurementId): Step =>
				() =>
					attempt(agreeOn({ measurementId, dimensionId: 'openheid', score: 3, note: '' }))
		)
	);

	test('what is stored is what would be computed now, and so is what lists read', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
				await wipeDatabase();
				await storeMeasurements(first, second, hidden);
				for (const take of steps) {
					await readSummaries();
					await take();
					const computed = await computedSummaries();
					for (const [id, summary] of await storedSummaries()) expect(summary, id).toEqual(computed.get(id));
					expect(new Map(await readSummaries())).toEqual(computed);
				}
			}),
			{ numRuns: runs(30) }
		);
	});
});

describe('a summary', () => {
	test('is read without answers once it is stored', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const made = await readSummaries();
		const reading = vi.spyOn(IDBIndex.prototype, 'getAll');

		expect(await readSummaries()).toEqual(made);

		expect(made.size).toBe(2);
		expect(reading).not.toHaveBeenCalled();
		vi.restoreAllMocks();
	});

	test('is not made of an anonymous measurement before its figures were shown', async () => {
		await storeMeasurements({ ...hidden, status: 'closed' });

		expect((await readSummaries()).size).toBe(0);
		expect((await storedSummaries()).size).toBe(0);
	});

	test('is not made of a questionnaire version that this app lacks, and the others are', async () => {
		await storeMeasurements({ ...first, questionnaire: { id: 'samenwerking', version: '99.0.0' } }, second);

		expect([...(await readSummaries()).keys()]).toEqual([second.id]);
	});

	test('that other rules made is made again', async () => {
		await storeMeasurements(first);
		const expected = await readSummaries();
		const db = await database();
		await db.put('summaries', { measurementId: first.id, rules: 0, summary: { groups: [], dimensions: [] } });

		expect(await readSummaries()).toEqual(expected);
		expect(await storedSummaries()).toEqual(expected);
	});

	test('that does not fit on a full device is still read', async () => {
		await storeMeasurements(first, second);
		const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('Quota exceeded', 'QuotaExceededError');
		});

		expect((await readSummaries()).size).toBe(2);

		put.mockRestore();
		expect((await storedSummaries()).size).toBe(0);
	});

	test('goes when an own questionnaire comes or goes: another of the same version may come in its place', async () => {
		await storeMeasurements(first, second);
		await readSummaries();

		const { id, version } = ownQuestionnaire;
		const stored = { id, version, content: ownQuestionnaire, addedAt: '2026-03-19T20:00:00.000Z' };
		await write(['questionnaires'], async (tx) => void (await tx.objectStore('questionnaires').put(stored)), {
			kind: 'setting'
		});

		expect((await storedSummaries()).size).toBe(0);
	});

	test('never travels: a file is the same with and without summaries', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const before = JSON.stringify(await allBundles());
		await readSummaries();

		expect(JSON.stringify(await allBundles())).toBe(before);
		expect(before).not.toContain('summar');
	});
});
