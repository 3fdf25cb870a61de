import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import type { Arrivals, Verdict } from '$lib/domain/intake/import-verdict';
import {
	withAgenda,
	type Answer,
	type IndividualResponse,
	type Measurement
} from '$lib/domain/measurement/measurement';
import { wipeDatabase } from '$lib/storage/connection/database';
import { importBundles } from '$lib/storage/bundles/import';
import { previewImport } from '$lib/storage/bundles/plan-import';
import { anItem, anotherItem } from '../../../builders/records';
import { oneWith, openBundle, sealedBundle } from '../../../builders/bundles';
import { dumpDatabase } from '../../../builders/dump-database';
import { runs } from '../../../property-runs';
import { incomingOf } from './incoming';

const NONE: Arrivals = {
	added: 0,
	replaced: 0,
	jointAnswers: 0,
	notes: 0,
	agreedScores: 0,
	commitments: 0,
	reportChoice: false,
	agenda: false
};

const answer = fc.constantFrom<Answer[]>(1, 3, 5, 'unknown');
const answers = fc.dictionary(fc.constantFrom(anItem, anotherItem), answer, { maxKeys: 2 });
/** From so few ids that two files often have the same, and often without an answer. */
const responses = (of: MeasurementBundle) =>
	fc.uniqueArray(
		fc.record({
			id: fc.constantFrom('0000000001', '0000000002', '0000000003', '0000000004'),
			measurementId: fc.constant(of.measurement.id),
			groupId: fc.constantFrom(...of.measurement.groups.map(({ id }) => id)),
			revision: fc.integer({ min: 1, max: 3 }),
			answers,
			notes: fc.constant({}),
			trends: fc.constant({})
		}) satisfies fc.Arbitrary<IndividualResponse>,
		{ selector: ({ id }) => id, maxLength: 4 }
	);

const some = <T>(all: readonly T[]) => fc.subarray([...all]);
const bundle: fc.Arbitrary<PartnershipBundle[]> = fc.constantFrom(openBundle, sealedBundle).chain((of) =>
	fc
		.record({
			responses: responses(of),
			jointAnswers: some(of.jointAnswers),
			notes: some(of.notes),
			agreedScores: some(of.agreedScores),
			commitments: some(openBundle.commitments),
			reportChoice: fc.constantFrom(null, openBundle.reportChoice),
			agenda: fc.constantFrom([], ['waardering'], ['openheid', 'waardering'])
		})
		.map(({ agenda, ...changes }) => oneWith({ ...of, ...changes, measurement: withAgenda(of.measurement, agenda) }))
);

type Stores = Record<string, unknown[]>;

/** How many records are new in a store, and how many of those that were there are different. */
function difference(before: Stores, after: Stores, store: string, keyOf: (record: never) => unknown) {
	const [known, now] = [before, after].map(
		(stores) => new Map((stores[store] ?? []).map((one) => [JSON.stringify(keyOf(one as never)), JSON.stringify(one)]))
	);
	const there = [...(now ?? [])];
	return {
		added: there.filter(([key]) => !known?.has(key)).length,
		replaced: there.filter(([key, text]) => known?.has(key) && known.get(key) !== text).length
	};
}

function agendasIn(stores: Stores): number {
	return (stores['measurements'] ?? []).filter((one) => (one as Measurement).agenda).length;
}

/** What came in according to the database itself. */
function arrivalsBetween(before: Stores, after: Stores): Arrivals {
	const byId = ({ id }: { id: string }) => id;
	const sum = ({ added, replaced }: { added: number; replaced: number }) => added + replaced;
	const perItem = (one: { measurementId: string; responseId?: string; itemId?: string; dimensionId?: string }) => [
		one.measurementId,
		one.responseId,
		one.itemId,
		one.dimensionId
	];
	return {
		...difference(before, after, 'responses', byId),
		jointAnswers: sum(difference(before, after, 'answers', perItem)),
		notes: sum(difference(before, after, 'notes', perItem)),
		agreedScores: sum(difference(before, after, 'agreedScores', perItem)),
		commitments: sum(difference(before, after, 'commitments', byId)),
		reportChoice: sum(difference(before, after, 'reportChoices', perItem)) > 0,
		agenda: agendasIn(after) > agendasIn(before)
	};
}

const arrivalsOf = (verdict: Verdict | undefined): Arrivals =>
	verdict?.kind === 'new' || verdict?.kind === 'newer' ? verdict.arrivals : NONE;

test('the preview counts exactly what is written, whatever mix of files comes in', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(bundle, { minLength: 1, maxLength: 3 }), async (files) => {
			await wipeDatabase();
			for (const file of files) {
				const before = await dumpDatabase();
				const incoming = incomingOf(file);
				const preview = await previewImport(incoming);
				const outcome = await importBundles(incoming, preview);
				const after = await dumpDatabase();
				const verdict = preview.partnerships[0]?.measurements[0]?.verdict;

				expect(outcome).toMatchObject({ kind: 'written', plan: preview });
				expect(arrivalsBetween(before, after)).toEqual(arrivalsOf(verdict));
				const empty = file[0]?.measurements[0]?.responses.filter(
					({ answers: given }) => Object.keys(given).length === 0
				);
				if (verdict?.kind !== 'refused') expect(verdict?.refused).toBe(empty?.length);
				expect(after['responses']).not.toContainEqual(expect.objectContaining({ answers: {} }));
			}
		}),
		{ numRuns: runs(100) }
	);
});
