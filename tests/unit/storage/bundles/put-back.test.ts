import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { deleteCommitment, loadCommitments, saveCommitment } from '$lib/storage/records/commitments';
import { database, wipeDatabase } from '$lib/storage/connection/database';
import { keyOf, keyText } from '$lib/storage/journal/fold';
import { keyPaths } from '$lib/storage/key-paths';
import { loadAgreedScores } from '$lib/storage/records/agreed-scores';
import { changeMeasurement, loadMeasurement } from '$lib/storage/records/measurements';
import { loadResponses } from '$lib/storage/records/responses';
import { deleteMeasurement, deletePartnership, type RemovedRecords } from '$lib/storage/bundles/removal';
import {
	emptyContent,
	savePartnershipRecords,
	type MeasurementContent,
	type PartnershipRecords
} from '$lib/storage/records/partnerships';
import { putBackCommitment, putBackRecords } from '$lib/storage/bundles/put-back';
import { keepQuestionnaire, loadOwnQuestionnaire, removeQuestionnaire } from '$lib/storage/records/questionnaires';
import { write } from '$lib/storage/writing/write';
import { ownQuestionnaire } from '../../../builders/own-questionnaire';
import { dumpDatabase } from '../../../builders/dump-database';
import { runs } from '../../../property-runs';
import { agreeOn, emptyRecordsOf, recordsOf } from '../../../builders/stored-records';
import { anItem, commitmentOf, measurementOf, responseOf } from '../../../builders/records';

beforeEach(wipeDatabase);

/** Every store that a removal empties. */
const emptied = ['partnerships', ...Object.keys(emptyContent), 'measurements'] as Store[];
type Store = 'partnerships' | 'measurements' | keyof MeasurementContent;
type Value = Record<string, unknown>;
interface OneRecord {
	store: Store;
	value: Value;
}

function listOf({ partnership, ...records }: PartnershipRecords, partnershipGone: boolean): OneRecord[] {
	return emptied.flatMap((store) => {
		const values: readonly object[] =
			store === 'partnerships' ? (partnershipGone ? [partnership] : []) : records[store];
		return values.map((value) => ({ store, value: { ...value } }));
	});
}

const keyIn = ({ store, value }: OneRecord) => keyOf(keyPaths[store], value);
const nameOf = (record: OneRecord) => `${record.store} ${keyText(keyIn(record))}`;

/** What someone made of a record after it came back: in every field that can be changed. */
function changed({ store, value }: OneRecord, isNewer: boolean): OneRecord {
	const revision = Number(value['revision']) + (isNewer ? 1 : 0);
	const changes: Record<Store, object> = {
		partnerships: { name: 'Anders', nextDate: '2030-01-01', tags: ['cultuur'] },
		measurements: { name: 'Anders', date: '2026-04-01', status: 'closed', agenda: ['openheid'] },
		answers: { answer: 1, revision },
		notes: { text: 'Andere woorden' },
		positions: { dimensionId: 'waardering' },
		responses: { answers: { [anItem]: 1 }, revision },
		agreedScores: { score: 1, note: 'Andere woorden' },
		commitments: { what: 'Anders', who: 'Anders', by: '2030-01-01', status: 'done', note: 'Andere woorden' },
		reportChoices: { adviceIds: [], ownWords: 'Andere woorden' },
		letterboxes: { roomId: 'een-andere-brievenbus-', status: 'closed' }
	};
	return { store, value: { ...value, ...changes[store] } };
}

interface AnyStore {
	put(value: object): Promise<unknown>;
}

async function bring(records: readonly OneRecord[]): Promise<void> {
	const putAll = async (tx: { objectStore(name: Store): unknown }) => {
		for (const { store, value } of records) await (tx.objectStore(store) as AnyStore).put(value);
	};
	await write(Object.keys(keyPaths) as Store[], putAll, null);
}

async function stored(record: OneRecord): Promise<Value | undefined> {
	return (await (await database()).get(record.store, keyIn(record) as string)) as Value | undefined;
}

/** All that stood there still does; of an answer, a newer one may stand there. */
function expectStays({ value }: OneRecord, now: Value | undefined): void {
	if (Number(now?.['revision']) > Number(value['revision'])) return;
	for (const [field, before] of Object.entries(value)) {
		const after = now?.[field];
		if (['note', 'text', 'ownWords'].includes(field)) expect(after).toContain(before);
		else if (field === 'ways') expect(after).toEqual(expect.arrayContaining(before as string[]));
		else expect(after).toEqual(before);
	}
}

const removals = {
	'the partnership': () => deletePartnership('a'),
	'its first measurement': () => deleteMeasurement('a-eerste'),
	'its last measurement': async () => {
		await deleteMeasurement('a-eerste');
		return deleteMeasurement('a-tweede');
	}
};
const fates = ['away', 'as it was', 'changed', 'changed and newer'] as const;

/** What comes back: nothing without its measurement, no measurement without its partnership. */
function returning(gone: readonly OneRecord[], fateOf: (index: number) => (typeof fates)[number]): OneRecord[] {
	const measurements = new Set(
		gone.flatMap(({ store, value }, index) =>
			store === 'measurements' && fateOf(index) !== 'away' ? [value['id']] : []
		)
	);
	return gone.flatMap((record, index) => {
		const fate = fateOf(index);
		const isNeeded = record.store === 'partnerships' && measurements.size > 0;
		const isOrphan = 'measurementId' in record.value && !measurements.has(record.value['measurementId']);
		if (isOrphan || (fate === 'away' && !isNeeded)) return [];
		return [fate.startsWith('changed') ? changed(record, fate === 'changed and newer') : record];
	});
}

test('undoing any removal, whatever of it came back in whatever state: that stays, the rest is back, and it is told', async () => {
	const removal = fc.constantFrom(...Object.values(removals));
	await fc.assert(
		fc.asyncProperty(
			removal,
			fc.array(fc.constantFrom(...fates), { minLength: 40, maxLength: 40 }),
			async (remove, chance) => {
				await wipeDatabase();
				await savePartnershipRecords(recordsOf('a'));
				await savePartnershipRecords(recordsOf('b'));
				const removed = (await remove()) as RemovedRecords;
				const gone = listOf(removed, removed.partnershipGone);
				const back = returning(gone, (index) => chance[index % chance.length] ?? 'away');
				await bring(back);

				const outcome = await putBackRecords(removed);

				for (const record of back) expectStays(record, await stored(record));
				const names = new Set(back.map(nameOf));
				for (const record of gone) if (!names.has(nameOf(record))) expect(await stored(record)).toEqual(record.value);
				// Where filling in was left is no news.
				const differs = back.some((record) => !gone.includes(record) && record.store !== 'positions');
				expect(outcome).toEqual({ met: differs, refused: false });
				// Once more changes nothing.
				const after = await dumpDatabase();
				await putBackRecords(removed);
				expect(await dumpDatabase()).toEqual(after);
			}
		),
		{ numRuns: runs(60) }
	);
});

describe('what came back meanwhile', () => {
	const measurement = measurementOf('verband', 'meting');
	const records = {
		...emptyRecordsOf('verband', measurement),
		responses: [responseOf('meting', '00000000a1'), responseOf('meting', '00000000a2')]
	};
	const remove = async () => (await deleteMeasurement('meting')) as RemovedRecords;

	test('with another name, words and score: those stay, and it is told', async () => {
		await savePartnershipRecords(records);
		await agreeOn({ measurementId: 'meting', dimensionId: 'openheid', score: 3, note: 'Van vroeger' });
		const removed = await remove();
		await savePartnershipRecords(records);
		await agreeOn({ measurementId: 'meting', dimensionId: 'openheid', score: 5, note: 'Van nu' });

		expect(await putBackRecords(removed)).toEqual({ met: true, refused: false });

		expect(await loadAgreedScores('meting')).toMatchObject([{ score: 5, note: 'Van nu\nVan vroeger' }]);
	});

	test('of which the results were shown with fewer answers: none comes beside them', async () => {
		await savePartnershipRecords(records);
		const removed = await remove();
		await savePartnershipRecords({ ...records, responses: records.responses.slice(1) });
		await changeMeasurement('meting', (now) => ({ ...now, status: 'closed', sealed: true }));

		expect(await putBackRecords(removed)).toEqual({ met: true, refused: false });

		expect(await loadResponses('meting')).toHaveLength(1);
	});

	test('with more answers than the results that were shown: it stays open, and the shown ones stay away', async () => {
		await savePartnershipRecords(records);
		await changeMeasurement('meting', (now) => ({ ...now, status: 'closed', sealed: true }));
		const removed = await remove();
		const more = [...records.responses, responseOf('meting', '00000000a3')];
		await savePartnershipRecords({ ...records, responses: more });

		expect(await putBackRecords(removed)).toEqual({ met: true, refused: false });

		expect(await loadMeasurement('meting')).toMatchObject({ status: 'open', sealed: false });
		expect(await loadResponses('meting')).toEqual(more);
	});

	test('with no more than that: it is closed and its results are shown, as before', async () => {
		await savePartnershipRecords(records);
		await changeMeasurement('meting', (now) => ({ ...now, status: 'closed', sealed: true }));
		const removed = await remove();
		await savePartnershipRecords({ ...records, responses: records.responses.slice(1) });

		await putBackRecords(removed);

		expect(await loadMeasurement('meting')).toMatchObject({ status: 'closed', sealed: true });
		expect(await loadResponses('meting')).toEqual(records.responses);
	});

	test.each([
		['with other groups', () => savePartnershipRecords({ ...records, measurements: [{ ...measurement, groups: [] }] })],
		[
			'in another measurement under the same number',
			() =>
				savePartnershipRecords({
					...emptyRecordsOf('ander', measurementOf('ander', 'elders')),
					responses: [responseOf('elders', '00000000a1')]
				})
		]
	])('%s: everything stays as it is, and it is told', async (_, comesBack) => {
		await savePartnershipRecords(records);
		const removed = await remove();
		await comesBack();
		const before = await dumpDatabase();

		expect(await putBackRecords(removed)).toMatchObject({ refused: true });

		expect(await dumpDatabase()).toEqual(before);
	});

	test('a questionnaire of one’s own that nothing used any more comes back with the measurement', async () => {
		const content = ownQuestionnaire;
		const { id, version } = content;
		await keepQuestionnaire({ id, version, content, addedAt: '2026-03-19T20:00:00.000Z' });
		await savePartnershipRecords({ ...records, measurements: [{ ...measurement, questionnaire: { id, version } }] });
		const removed = await remove();
		await removeQuestionnaire({ id, version });

		await putBackRecords(removed);

		expect(await loadOwnQuestionnaire({ id, version })).toMatchObject({ content });
	});

	test('a commitment: as it is now, with the words of both in its note', async () => {
		await savePartnershipRecords(records);
		const commitment = commitmentOf(measurement, 'afspraak', { note: 'Van vroeger' });
		await saveCommitment(commitment);
		const removed = await deleteCommitment('afspraak');
		await saveCommitment({ ...commitment, status: 'done', note: 'Van nu' });

		expect(removed && (await putBackCommitment(removed))).toEqual({ met: true, refused: false });

		expect(await loadCommitments('verband')).toEqual([{ ...commitment, status: 'done', note: 'Van nu\nVan vroeger' }]);
	});
});
