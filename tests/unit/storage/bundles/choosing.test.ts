import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { BundledCommitment, MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import { differenceKey, type Difference } from '$lib/domain/intake/differences';
import { COMMITMENT_STATUSES } from '$lib/domain/measurement/commitment';
import { withAgenda } from '$lib/domain/measurement/measurement';
import { importBundles } from '$lib/storage/bundles/import';
import { previewImport } from '$lib/storage/bundles/plan-import';
import { undoImport } from '$lib/storage/bundles/undo-import';
import { wipeDatabase } from '$lib/storage/connection/database';
import { one, oneWith, openBundle, sealedBundle } from '../../../builders/bundles';
import { allBundles, dumpDatabase } from '../../../builders/dump-database';
import { anItem, anotherItem } from '../../../builders/records';
import { runs } from '../../../property-runs';
import { incomingOf } from './incoming';

beforeEach(wipeDatabase);

/** What two people made of one measurement, each on a laptop of their own. */
const text = fc.constantFrom('', 'van Els', 'van Jan');
const edits = fc.option(fc.dictionary(fc.constantFrom('0123456789', 'abcdef0123'), fc.integer({ min: 1, max: 2 })));
const withEdits = <Kind extends object>(record: fc.Arbitrary<Kind>) =>
	fc.tuple(record, edits).map(([value, by]) => (by ? { ...value, edits: by } : value));
const some = <Kind>(keys: readonly string[], ofKey: (key: string) => fc.Arbitrary<Kind>) =>
	fc.subarray([...keys]).chain((chosen) => fc.tuple(...chosen.map(ofKey)));

const world = fc.record({
	agreedScores: some(['openheid', 'waardering', 'afspraken'], (dimensionId) =>
		withEdits(fc.record({ dimensionId: fc.constant(dimensionId), score: fc.constantFrom(null, 2, 5), note: text }))
	),
	commitments: some(['c', 'd'], (digit) =>
		withEdits(
			fc.record({
				what: fc.constantFrom('samen eten', 'samen koken'),
				who: text,
				by: fc.constantFrom('', '2027-01-01'),
				status: fc.constantFrom(...COMMITMENT_STATUSES),
				note: text
			})
		).map((fields): BundledCommitment => ({
			...(openBundle.commitments[0] as BundledCommitment),
			id: digit.repeat(32),
			...fields
		}))
	),
	notes: some([anItem, anotherItem], (itemId) => text.map((words) => ({ itemId, text: words || 'nog iets' }))),
	agenda: fc.subarray(['openheid', 'waardering', 'afspraken']),
	reportChoice: fc.option(fc.record({ adviceIds: fc.constantFrom(null, [], ['openheid-laag']), ownWords: text })),
	privateNote: fc.constantFrom(undefined, 'van Els', 'van Jan')
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function deviceOf(
	{ agenda, privateNote, ...made }: World,
	changes: Partial<MeasurementBundle> = {}
): PartnershipBundle[] {
	const bundle = { ...openBundle, ...changes };
	const measurement = withAgenda(bundle.measurement, agenda);
	return oneWith({ ...bundle, ...(made as Partial<MeasurementBundle>), measurement }).map((partnership) =>
		privateNote === undefined ? partnership : { ...partnership, privateNote }
	);
}

async function bring(
	bundles: readonly PartnershipBundle[],
	choose: (key: string, index: number) => boolean = () => false
) {
	const incoming = incomingOf(bundles);
	const plan = await previewImport(incoming);
	const found = plan.partnerships.flatMap(({ partnership, differences, measurements }) => [
		...differences.map((difference) => ({ difference, key: differenceKey(partnership.id, difference) })),
		...measurements.flatMap(({ measurement, differences: own }) =>
			own.map((difference) => ({ difference, key: differenceKey(measurement.id, difference) }))
		)
	]);
	const takes = new Set(found.map(({ key }) => key).filter(choose));
	const outcome = await importBundles(incoming, plan, { takes });
	if (outcome.kind !== 'written') throw new Error('Something changed meanwhile');
	return { done: outcome.done, found, takes };
}

/** Every field that people write, by where it stands, as an independent reader finds it. */
function fieldsOf([bundle]: readonly PartnershipBundle[]): Record<string, unknown> {
	const [made] = bundle?.measurements ?? [];
	if (!bundle || !made) throw new Error('nothing there');
	const fields: Record<string, unknown> = { privateNote: bundle.privateNote };
	for (const { dimensionId, score, note } of made.agreedScores) {
		fields[`agreedScore ${dimensionId} score`] = score;
		fields[`agreedScore ${dimensionId} note`] = note;
	}
	for (const { id, what, who, by, status, note } of made.commitments)
		for (const [name, value] of Object.entries({ what, who, by, status, note }))
			fields[`commitment ${id} ${name}`] = value;
	for (const { itemId, text: words } of made.notes) fields[`note ${itemId}`] = words;
	fields['agenda'] = made.measurement.agenda;
	fields['reportChoice adviceIds'] = made.reportChoice?.adviceIds;
	fields['reportChoice ownWords'] = made.reportChoice?.ownWords;
	return fields;
}

function placeOf({ place }: Difference): string {
	const { kind, ...rest } = place;
	return [kind, ...Object.values(rest)].join(' ');
}

test('whatever two people made and whatever is chosen of it: exactly that is here, nothing else changed, twice is once, and it can be undone', async () => {
	await fc.assert(
		fc.asyncProperty(
			world,
			world,
			fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
			async (here, file, chance) => {
				await wipeDatabase();
				await bring(deviceOf(here));
				const before = await dumpDatabase();
				const [own, theirs] = [fieldsOf(deviceOf(here)), fieldsOf(deviceOf(file))];

				const { done, found, takes } = await bring(deviceOf(file), (_key, index) => chance[index] ?? false);

				const both = Object.keys(theirs).filter((name) => own[name] !== undefined && theirs[name] !== undefined);
				const differ = both.filter((name) => JSON.stringify(own[name]) !== JSON.stringify(theirs[name]));
				expect(found.map(({ difference }) => placeOf(difference)).sort()).toEqual(differ.sort());
				for (const { difference } of found) {
					expect([difference.here, difference.file]).toEqual([own[placeOf(difference)], theirs[placeOf(difference)]]);
				}
				const taken = new Set(found.filter(({ key }) => takes.has(key)).map(({ difference }) => placeOf(difference)));
				const expected = Object.fromEntries(
					Object.keys({ ...own, ...theirs }).map((name) => [
						name,
						own[name] === undefined || taken.has(name) ? theirs[name] : own[name]
					])
				);
				expect(fieldsOf(await allBundles())).toEqual(expected);
				const after = await dumpDatabase();
				for (const store of ['partnerships', 'responses', 'answers', 'positions', 'showings', 'questionnaires'])
					expect(after[store]).toEqual(before[store]);

				const again = await bring(deviceOf(file), (key) => takes.has(key));
				expect(again.found.map(({ difference }) => placeOf(difference)).sort()).toEqual(
					differ.filter((name) => !taken.has(name)).sort()
				);
				expect(await dumpDatabase()).toEqual(after);
				await undoImport(again.done);
				expect(await undoImport(done)).toBe(true);
				expect(await dumpDatabase()).toEqual(before);
			}
		),
		{ numRuns: runs(40) }
	);
});

test('of a sealed measurement nothing comes by itself, and what people take does; no answer changes', async () => {
	const agreedScores = [
		{ dimensionId: 'waardering', score: 1, note: 'Na het gesprek' },
		{ dimensionId: 'eigenheid', score: 4, note: '' }
	] as const;
	await bring(oneWith({ ...sealedBundle }));
	const { responses, ...before } = await dumpDatabase();

	const left = await bring(oneWith({ ...sealedBundle, agreedScores }));
	expect(left.found.map(({ difference }) => placeOf(difference))).toEqual([
		'agreedScore waardering score',
		'agreedScore eigenheid score'
	]);
	expect(await dumpDatabase()).toEqual({ responses, ...before });

	await bring(oneWith({ ...sealedBundle, agreedScores }), () => true);
	const [now] = (await allBundles())[0]?.measurements ?? [];
	expect(now?.agreedScores).toMatchObject([
		{ dimensionId: 'eigenheid', score: 4 },
		{ dimensionId: 'openheid', score: null },
		{ dimensionId: 'waardering', score: 1 }
	]);
	expect((await dumpDatabase())['responses']).toEqual(responses);
});

test('notes of a closed measurement stay, and are not asked', async () => {
	const closed = { ...openBundle.measurement, status: 'closed' as const };
	await bring(oneWith({ measurement: closed }));
	const { found } = await bring(
		oneWith({ measurement: closed, notes: [{ itemId: anItem, text: 'Veel meer woorden dan hier.' }] })
	);
	expect(found).toEqual([]);
	const [now] = (await allBundles())[0]?.measurements ?? [];
	expect(now?.notes).toEqual(expect.arrayContaining([...openBundle.notes]));
});

test('what was changed here after the preview is shown again, and nothing is taken of it', async () => {
	await bring(one);
	const there = oneWith({ agreedScores: [{ dimensionId: 'waardering', score: 1, note: 'Na het gesprek' }] });
	const incoming = incomingOf(there);
	const plan = await previewImport(incoming);
	await bring(oneWith({ agreedScores: [{ dimensionId: 'waardering', score: 5, note: 'Na het gesprek' }] }), () => true);
	const before = await dumpDatabase();
	const outcome = await importBundles(incoming, plan);
	expect(outcome.kind).toBe('changed');
	expect(await dumpDatabase()).toEqual(before);
});
