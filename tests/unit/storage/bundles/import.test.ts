import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import { withAgenda, type Measurement } from '$lib/domain/measurement/measurement';
import { readBundles } from '$lib/exchange/files/opened-file';
import { saveJointAnswer, savePosition } from '$lib/storage/records/answers';
import { onChange, type Change } from '$lib/storage/changes';
import { wipeDatabase } from '$lib/storage/connection/database';
import { importBundles } from '$lib/storage/bundles/import';
import { previewImport, type PartnershipPlan } from '$lib/storage/bundles/plan-import';
import { undoImport, type DoneImport } from '$lib/storage/bundles/undo-import';
import { changeMeasurement, loadMeasurement } from '$lib/storage/records/measurements';
import { loadResponses, takeInResponses } from '$lib/storage/records/responses';
import { deleteMeasurement } from '$lib/storage/bundles/removal';
import { beginSheet } from '$lib/storage/records/sheets';
import { StorageError } from '$lib/storage/storage-error';
import { anItem, anotherItem } from '../../../builders/records';
import { everything, one, oneWith, openBundle, sealedBundle, fileTextOf } from '../../../builders/bundles';
import { goodOf } from '../../../builders/outcomes';
import { allBundles, dumpDatabase } from '../../../builders/dump-database';
import { incomingOf } from './incoming';
import { sheetOf } from '../../../builders/stored-records';

beforeEach(wipeDatabase);
afterEach(() => {
	vi.restoreAllMocks();
});

/** Previews and confirms at once. */
async function bring(bundles: readonly PartnershipBundle[], problems: [string, string][] = []) {
	const incoming = incomingOf(bundles, problems);
	const outcome = await importBundles(incoming, await previewImport(incoming));
	if (outcome.kind !== 'written') throw new Error('Something changed meanwhile');
	return { ...outcome, plans: outcome.plan.partnerships };
}

const verdictsOf = (plans: readonly PartnershipPlan[]) =>
	plans.flatMap(({ measurements }) => measurements.map(({ verdict }) => verdict));

const { id: measurementId, partnershipId } = openBundle.measurement;
const become = (changes: Partial<Measurement>) =>
	changeMeasurement(measurementId, (current) => ({ ...current, ...changes }));

/** The sealed measurement of the workshop alone. */
const sealedOnly = (changes: Partial<MeasurementBundle> = {}): PartnershipBundle[] =>
	oneWith({ ...sealedBundle, ...changes });

test('how many people a side has comes along with a measurement that is new, and stays as it is where it is known', async () => {
	const withPeople = (people: number | undefined) => {
		const groups = openBundle.measurement.groups.map((group) => (people === undefined ? group : { ...group, people }));
		return oneWith({ measurement: { ...openBundle.measurement, groups } });
	};
	const known = async () => (await loadMeasurement(measurementId))?.groups.map(({ people }) => people);
	await bring(goodOf(readBundles(fileTextOf(withPeople(14)))).bundles);
	expect(await known()).toEqual([14, 14]);
	for (const other of [12, undefined]) {
		const { plans } = await bring(withPeople(other));
		expect(verdictsOf(plans).map(({ kind }) => kind)).toEqual(['same']);
		expect(await known()).toEqual([14, 14]);
	}
});

describe('export, wipe, import', () => {
	test('gives the identical database, and the same export byte for byte', async () => {
		await bring(everything);
		const before = await dumpDatabase();
		const text = fileTextOf(await allBundles());

		await wipeDatabase();
		await bring(goodOf(readBundles(text)).bundles);

		expect(await dumpDatabase()).toEqual(before);
		expect(fileTextOf(await allBundles())).toBe(text);
		expect(text.replace(/,\s*"showing": \{[^}]*\}/, '')).toBe(fileTextOf(everything));
	});

	test('a second time changes nothing: everything is the same, the sealed measurement as well', async () => {
		await bring(everything);
		const before = await dumpDatabase();

		const { plans } = await bring(everything);

		expect(verdictsOf(plans)).toEqual([
			{ kind: 'same', kept: 0, refused: 0 },
			{ kind: 'same', kept: 0, refused: 0 },
			{ kind: 'same', kept: 0, refused: 0 }
		]);
		expect(await dumpDatabase()).toEqual(before);
	});
});

describe('the preview', () => {
	test('counts what would come in, and writes nothing', async () => {
		const before = await dumpDatabase();

		const { partnerships } = await previewImport(incomingOf(one));
		const [plan] = partnerships;

		expect(plan).toMatchObject({ isNew: true });
		expect(plan?.measurements[0]?.verdict).toEqual({
			kind: 'new',
			arrivals: {
				added: 2,
				replaced: 0,
				jointAnswers: 2,
				notes: 2,
				agreedScores: 2,
				commitments: 2,
				reportChoice: true,
				agenda: false
			},
			refused: 0,
			right: null
		});
		expect(await dumpDatabase()).toEqual(before);
	});

	test('that something overtakes is shown again, and nothing is written', async () => {
		const incoming = incomingOf(one);
		const previewed = await previewImport(incoming);
		await bring(oneWith({ responses: [] }));
		const before = await dumpDatabase();

		const outcome = await importBundles(incoming, previewed);

		expect(outcome.kind).toBe('changed');
		expect(verdictsOf(outcome.plan.partnerships)).toMatchObject([{ kind: 'newer', arrivals: { added: 2 } }]);
		expect(await dumpDatabase()).toEqual(before);
	});
});

describe('merging with what is here', () => {
	const [first, second] = openBundle.responses;
	const here = oneWith({
		responses: [{ ...second, revision: 1 } as never, { ...second, id: 'aaaaaaaaaa' } as never],
		jointAnswers: [{ ...openBundle.jointAnswers[1], answer: 2, revision: 9 } as never],
		notes: [{ itemId: anItem, text: 'Kort' }],
		agreedScores: [{ dimensionId: 'waardering', score: 5, note: 'Van hier' }],
		commitments: [{ ...openBundle.commitments[0], status: 'done' } as never],
		reportChoice: null,
		position: 'openheid'
	});

	test('keeps everything, takes newer revisions, and changes nothing that was agreed or noted here', async () => {
		await bring(here);

		const { plans } = await bring(one);

		expect(verdictsOf(plans)).toEqual([
			{
				kind: 'newer',
				arrivals: {
					added: 1,
					replaced: 1,
					jointAnswers: 1,
					notes: 1,
					agreedScores: 1,
					commitments: 1,
					reportChoice: true,
					agenda: false
				},
				// A note, the score and the note that were agreed, and how far the commitment is.
				kept: 4,
				refused: 0,
				right: null
			}
		]);
		const [now] = (await allBundles())[0]?.measurements ?? [];
		expect(new Set(now?.responses.map(({ id, revision }) => `${id} ${revision}`))).toEqual(
			new Set([`${first?.id} 1`, `${second?.id} 2`, 'aaaaaaaaaa 2'])
		);
		expect(now?.jointAnswers).toContainEqual({ ...openBundle.jointAnswers[1], answer: 2, revision: 9 });
		expect(now?.agreedScores).toContainEqual({ dimensionId: 'waardering', score: 5, note: 'Van hier' });
		expect(now?.commitments).toContainEqual({ ...openBundle.commitments[0], status: 'done' });
		expect(now).toMatchObject({ position: 'openheid', reportChoice: openBundle.reportChoice });
	});

	test('takes what the room chose to talk about where nothing was chosen here, and otherwise leaves what is here', async () => {
		const choosing = (...chosen: string[]) => oneWith({ measurement: withAgenda(openBundle.measurement, chosen) });
		await bring(one);

		const first = await bring(choosing('openheid', 'waardering'));
		const second = await bring(choosing('waardering'));

		expect(verdictsOf(first.plans)).toMatchObject([{ kind: 'newer', arrivals: { agenda: true }, kept: 0 }]);
		expect(verdictsOf(second.plans)).toMatchObject([{ kind: 'same', kept: 1 }]);
		const [now] = (await allBundles())[0]?.measurements ?? [];
		expect(now?.measurement.agenda).toEqual(['openheid', 'waardering']);
	});

	test('of what people answered gives the same in either order', async () => {
		await bring(here);
		await bring(one);
		const { responses, answers, measurements } = await dumpDatabase();
		await wipeDatabase();

		await bring(one);
		await bring(here);

		expect(await dumpDatabase()).toMatchObject({ responses, answers, measurements });
	});

	test('leaves the name and planned date of the partnership, and the date of the measurement as they are here', async () => {
		await bring(one);
		const [bundle] = one;
		const renamed = {
			partnership: {
				id: partnershipId,
				name: 'Andere naam',
				createdAt: '2020-01-01T00:00:00.000Z',
				example: true,
				nextDate: '2027-01-01'
			},
			measurements: [{ ...openBundle, measurement: { ...openBundle.measurement, name: 'Anders', date: '2020-01-01' } }]
		};
		const before = await dumpDatabase();

		const { plans } = await bring([renamed]);

		expect(plans[0]).toMatchObject({ partnership: bundle?.partnership, isNew: false });
		expect(await dumpDatabase()).toEqual(before);
	});

	test('brings the ways to fill in together', async () => {
		await bring(one);
		await bring(oneWith({ measurement: { ...openBundle.measurement, ways: ['paper', 'together'] } }));
		expect((await loadMeasurement(measurementId))?.ways).toEqual(['paper', 'phone', 'together']);
	});
});

describe('refused, and nothing of it written', () => {
	const more = { ...openBundle.responses[0], id: '7777777777' } as never;

	test.each([
		['a closed measurement', { status: 'closed' }, {}, /gesloten/],
		[
			'other groups',
			{},
			{ groups: [...openBundle.measurement.groups].reverse() },
			/andere groepen of andere instellingen/
		],
		['another privacy', {}, { privacy: { mode: 'anoniem', threshold: 3 } }, /andere instellingen/],
		['another questionnaire', {}, { questionnaire: { id: 'samenwerking', version: '0.9.0' } }, /andere instellingen/],
		['results shown elsewhere', {}, { status: 'closed', sealed: true }, /Op de andere laptop zijn de resultaten/]
	] as const)('%s', async (_, here, there, reason) => {
		await bring(one);
		await become(here as Partial<Measurement>);
		const before = await dumpDatabase();
		const measurement = { ...openBundle.measurement, ...there } as Measurement;

		const { plans } = await bring(oneWith({ measurement, responses: [more] }));

		expect(verdictsOf(plans)).toEqual([{ kind: 'refused', reason: expect.stringMatching(reason) }]);
		expect(await dumpDatabase()).toEqual(before);
	});

	test('a measurement that its questionnaire does not fit, while the others come in', async () => {
		await bring(everything, [[measurementId, 'Er klopt iets niet.']]);

		expect(await loadMeasurement(measurementId)).toBeUndefined();
		expect(await loadMeasurement(sealedBundle.measurement.id)).toEqual(sealedBundle.measurement);
	});

	test('all of a new partnership: the partnership does not come either', async () => {
		const before = await dumpDatabase();
		await bring(one, [[measurementId, 'Er klopt iets niet.']]);
		expect(await dumpDatabase()).toEqual(before);
	});

	test('a measurement that belongs to another partnership here', async () => {
		await bring(one);
		const before = await dumpDatabase();
		const stolen = { ...openBundle.measurement, partnershipId: '9'.repeat(32) };

		const { plans } = await bring(
			oneWith({ measurement: stolen }).map((bundle) => ({
				...bundle,
				partnership: { ...bundle.partnership, id: '9'.repeat(32) }
			}))
		);

		expect(verdictsOf(plans)).toMatchObject([{ kind: 'refused', reason: expect.stringContaining('ander') }]);
		expect(await dumpDatabase()).toEqual(before);
	});

	test.each(['responses', 'commitments'] as const)('%s that would be taken from another measurement', async (part) => {
		await bring(one);
		const before = await dumpDatabase();
		const thief = { ...openBundle.measurement, id: '6'.repeat(32) };
		const responses = part === 'responses' ? openBundle.responses : [];
		const theft = oneWith({
			measurement: thief,
			responses: responses.map((some) => ({ ...some, measurementId: thief.id })),
			commitments: part === 'commitments' ? openBundle.commitments : []
		});

		const { plans } = await bring(theft);

		expect(verdictsOf(plans)).toMatchObject([{ kind: 'refused', reason: expect.stringContaining('zelfde nummer') }]);
		expect(await dumpDatabase()).toEqual(before);
	});
});

describe('a sealed measurement', () => {
	beforeEach(async () => {
		await bring(sealedOnly());
	});

	test.each([
		['another response', { responses: [{ ...sealedBundle.responses[0], id: '7777777777' } as never] }],
		['a newer revision', { responses: [{ ...sealedBundle.responses[0], revision: 9 } as never] }],
		['an open one', { measurement: { ...sealedBundle.measurement, status: 'open', sealed: false } as const }],
		['another agreed score', { agreedScores: [{ dimensionId: 'eigenheid', score: 1, note: '' } as const] }],
		['other choices for the report', { reportChoice: openBundle.reportChoice }],
		['another way', { measurement: { ...sealedBundle.measurement, ways: ['paper' as const] } }]
	])('stays exactly as it is: %s', async (_, changes) => {
		const before = await dumpDatabase();
		await bring(sealedOnly(changes));
		expect(await dumpDatabase()).toEqual(before);
	});

	test('says why it takes no answers', async () => {
		const { plans } = await bring(sealedOnly({ responses: [{ ...sealedBundle.responses[0], revision: 9 } as never] }));
		expect(verdictsOf(plans)).toMatchObject([{ kind: 'refused', reason: expect.stringContaining('al getoond') }]);
	});

	test('still gets commitments, which people keep making', async () => {
		const { commitments, ...before } = await dumpDatabase();
		expect(commitments).toEqual([]);
		await bring(sealedOnly({ commitments: openBundle.commitments }));
		const after = await dumpDatabase();
		expect(after['commitments']).toHaveLength(2);
		expect(after).toMatchObject(before);
	});
});

describe('one transaction', () => {
	test('a failure halfway leaves nothing behind', async () => {
		await bring(oneWith({ responses: [] }));
		const before = await dumpDatabase();
		const put = IDBObjectStore.prototype.put;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, record) {
			if (this.name === 'responses') throw new DOMException('De schijf is vol', 'QuotaExceededError');
			return put.call(this, record);
		});

		await expect(bring(everything)).rejects.toThrow(StorageError);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('is one, however much comes in, and is announced for each partnership', async () => {
		const incoming = incomingOf(everything);
		const previewed = await previewImport(incoming);
		const modes: unknown[] = [];
		const transaction = IDBDatabase.prototype.transaction;
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...options) {
			modes.push(options[1]);
			return transaction.apply(this, options);
		});
		const heard: Change[] = [];
		const stop = onChange((change) => heard.push(change));

		await importBundles(incoming, previewed);
		stop();

		expect(modes).toEqual(['readwrite']);
		expect(heard).toEqual(everything.map(({ partnership: { id } }) => ({ kind: 'partnership', partnershipId: id })));
	});
});

describe('undo', () => {
	test('of everything new gives the empty database back', async () => {
		const before = await dumpDatabase();
		const { done } = await bring(everything);
		expect(await undoImport(done)).toBe(true);
		expect(await dumpDatabase()).toEqual(before);
	});

	test('of a merge puts exactly the previous records back', async () => {
		const [, second] = openBundle.responses;
		await bring([...everything.slice(1), ...oneWith({ responses: [{ ...second, revision: 1 } as never], notes: [] })]);
		const before = await dumpDatabase();

		const { done } = await bring(everything);
		expect(await dumpDatabase()).not.toEqual(before);
		expect(await undoImport(done)).toBe(true);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('also when someone only looked at another place of the questionnaire', async () => {
		const before = await dumpDatabase();
		const { done } = await bring(one);
		await savePosition(measurementId, 'regie');
		expect(await undoImport(done)).toBe(true);
		expect(await dumpDatabase()).toEqual(before);
	});

	const changes: [string, () => Promise<unknown>][] = [
		[
			'a response',
			() => takeInResponses(measurementId, [{ ...openBundle.responses[0], id: '1234512345' } as never], 'phone')
		],
		['a joint answer', () => saveJointAnswer({ measurementId, groupId: 'verenigingen', itemId: anotherItem }, 2)],
		['a sheet being filled in', () => beginSheet(sheetOf(openBundle.measurement, '00000000ff'))],
		['the measurement closed', () => become({ status: 'closed' })],
		['the measurement deleted', () => deleteMeasurement(measurementId)]
	];
	test.each(changes)('is refused after %s, and nothing is put back', async (_, change) => {
		const { done } = await bring(one);
		await change();
		const before = await dumpDatabase();

		expect(await undoImport(done)).toBe(false);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('a second time is refused', async () => {
		await bring(oneWith({ responses: [] }));
		const { done } = await bring(one);
		await undoImport(done);
		expect(await undoImport(done)).toBe(false);
	});

	test('that fails halfway leaves the import whole', async () => {
		const { done }: { done: DoneImport } = await bring(one);
		const before = await dumpDatabase();
		vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementationOnce(() => {
			throw new DOMException('De schijf is vol', 'QuotaExceededError');
		});

		await expect(undoImport(done)).rejects.toThrow(StorageError);

		expect(await dumpDatabase()).toEqual(before);
		expect(await loadResponses(measurementId)).toHaveLength(2);
	});
});

test('a group whose name was typed with a sign that nobody sees is the same group in a file', async () => {
	const groups = openBundle.measurement.groups.map((group) => ({ ...group, name: `\u200E${group.name}` }));
	await bring(oneWith({ measurement: { ...openBundle.measurement, groups } }));
	const before = await dumpDatabase();
	const saved = goodOf(readBundles(fileTextOf(await allBundles()))).bundles;
	const { plans } = await bring(saved);
	expect(verdictsOf(plans)).toEqual([{ kind: 'same', kept: 0, refused: 0 }]);
	expect(await dumpDatabase()).toEqual(before);
});
