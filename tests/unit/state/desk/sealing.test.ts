import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { loadQuestionnaire } from '$lib/content/questionnaires';
import { canReopen, canTakeIn } from '$lib/domain/intake/intake';
import type { Answer, IndividualResponse, Measurement, Threshold, Trend } from '$lib/domain/measurement/measurement';
import { dimensionsOf, itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { loadResult, showResult } from '$lib/state/results/result';
import { wipeDatabase } from '$lib/storage/connection/database';
import { loadMeasurement } from '$lib/storage/records/measurements';
import { takeInResponses } from '$lib/storage/records/responses';
import { runs } from '../../../property-runs';
import { measurementOf, responseOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';

/**
 * An anonymous measurement is locked exactly when something of what people answered was shown: an
 * evening never ends for nothing.
 */

beforeEach(wipeDatabase);

const questionnaire = await loadQuestionnaire({ id: 'samenwerking', version: '1.0.0' });
const itemIds = itemsOf(questionnaire).map(({ id }) => id);
const dimensionIds = dimensionsOf(questionnaire).map(({ dimension }) => dimension.id);
const sides = ['gemeente', 'verenigingen'] as const;

interface World {
	threshold: Threshold;
	/** Of each side, how everyone answered. */
	sheets: readonly (readonly Habit[])[];
}
/** All statements, only some, «weet niet» everywhere, or only how it goes beside last time. */
type Habit = 'all' | 'some' | 'few' | 'unknown' | 'trends' | 'all and trends';

const habit = fc.constantFrom<Habit[]>('all', 'some', 'few', 'unknown', 'trends', 'all and trends');
const side = fc.oneof(
	fc.array(habit, { maxLength: 4 }),
	fc.array(habit, { minLength: 5, maxLength: 12 }),
	// A whole side that did the same: where nothing of so many people shows.
	fc.tuple(habit, fc.nat(12)).map(([same, count]) => Array.from({ length: count }, () => same))
);
const world: fc.Arbitrary<World> = fc.record({
	threshold: fc.constantFrom<Threshold[]>(3, 4, 5),
	sheets: fc.tuple(side, side)
});

const answersOf: Record<Habit, () => Record<string, Answer>> = {
	all: () => Object.fromEntries(itemIds.map((id, index) => [id, ((index % 5) + 1) as Answer])),
	some: () => Object.fromEntries(itemIds.filter((_, index) => index % 4 !== 0).map((id) => [id, 4])),
	few: () => Object.fromEntries(itemIds.filter((_, index) => index % 4 === 0).map((id) => [id, 2])),
	unknown: () => Object.fromEntries(itemIds.map((id) => [id, 'unknown'])),
	trends: () => ({}),
	'all and trends': () => answersOf.all()
};

function responsesOf({ id }: Measurement, sheets: World['sheets']): IndividualResponse[] {
	const trends = Object.fromEntries(dimensionIds.map((dimension): [string, Trend] => [dimension, 'same']));
	return sheets.flatMap((habits, sideIndex) =>
		habits.map((one, index) =>
			responseOf(id, `0000000${sideIndex}${index.toString(16).padStart(2, '0')}`, {
				groupId: sides[sideIndex] ?? '',
				answers: answersOf[one](),
				trends: one.includes('trends') ? trends : {}
			})
		)
	);
}

/** Whether a number above zero is anywhere in it: whatever the figures say of themselves. */
function tellsSomething(value: unknown): boolean {
	if (typeof value === 'number' || typeof value === 'bigint') return value > 0;
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(tellsSomething);
}

test('sealed means that something was shown; else it opens again, and takes in again', async () => {
	const seen = { sealed: 0, free: 0 };
	await fc.assert(
		fc.asyncProperty(world, async ({ threshold, sheets }) => {
			await wipeDatabase();
			const measurement: Measurement = {
				...measurementOf('verband', 'c'.repeat(32)),
				privacy: { mode: 'anoniem', threshold },
				asksTrend: true
			};
			const { id } = measurement;
			await storeMeasurements(measurement);
			await takeInResponses(id, responsesOf(measurement, sheets), 'phone');
			const desk = await MeasurementDesk.open(id);
			await desk.close();
			// To look at the page is no reason to lock.
			await loadResult(id);
			expect(await loadMeasurement(id)).toMatchObject({ sealed: false });

			const outcome = await showResult(id);
			const after = await loadMeasurement(id);
			if (after?.sealed) {
				seen.sealed += 1;
				if (outcome.kind !== 'shown') throw new Error('Sealed, and nothing is shown');
				expect(tellsSomething([outcome.figures.dimensions, outcome.trends])).toBe(true);
			} else {
				seen.free += 1;
				expect(outcome.kind).toBe('nothing');
				expect(after && canReopen(after)).toBeNull();
				await (await MeasurementDesk.open(id)).reopen();
				const reopened = await loadMeasurement(id);
				expect(reopened && canTakeIn(reopened)).toBeNull();
				const [late] = await takeInResponses(id, [responseOf(id, '00000ffff0')], 'phone');
				expect(late).toEqual({ kind: 'added' });
			}
		}),
		{
			numRuns: 5 + runs(45),
			examples: [
				[{ threshold: 5, sheets: [['all', 'all', 'all'], ['all']] }],
				[{ threshold: 3, sheets: [Array<Habit>(8).fill('unknown'), Array<Habit>(6).fill('few')] }],
				[{ threshold: 3, sheets: [Array<Habit>(6).fill('trends'), []] }],
				[{ threshold: 3, sheets: [Array<Habit>(5).fill('trends'), []] }],
				[{ threshold: 3, sheets: [Array<Habit>(6).fill('all'), Array<Habit>(6).fill('all')] }]
			]
		}
	);
	expect(seen.sealed).toBeGreaterThan(0);
	expect(seen.free).toBeGreaterThan(0);
});

test('pressing twice, and an open measurement, change nothing', async () => {
	const open = measurementOf('verband', 'a'.repeat(32));
	await storeMeasurements({ ...open, status: 'closed' });
	expect((await showResult(open.id)).kind).toBe('shown');
	expect(await loadMeasurement(open.id)).toMatchObject({ sealed: false });

	const anonymous: Measurement = { ...open, id: 'b'.repeat(32), privacy: { mode: 'anoniem', threshold: 3 } };
	await storeMeasurements(anonymous);
	await takeInResponses(anonymous.id, responsesOf(anonymous, [['all', 'all', 'all']]), 'phone');
	// Still open: whoever presses in an old tab shows nothing.
	expect((await showResult(anonymous.id)).kind).toBe('open');
	expect(await loadMeasurement(anonymous.id)).toMatchObject({ sealed: false });
	await (await MeasurementDesk.open(anonymous.id)).close();
	expect((await showResult(anonymous.id)).kind).toBe('shown');
	expect((await showResult(anonymous.id)).kind).toBe('shown');
	expect(await loadMeasurement(anonymous.id)).toMatchObject({ sealed: true });
});
