import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { saveJointAnswer } from '$lib/storage/records/answers';
import { addFromEarlier, bringBackLost } from '$lib/storage/connection/bring-back';
import { closeDatabase, database, wipeDatabase } from '$lib/storage/connection/database';
import { JournalKeeper } from '$lib/storage/journal/keeper';
import type { JournalContent } from '$lib/storage/journal/journal-file';
import type { JournalChange } from '$lib/storage/journal/lines';
import { readDatabaseOf } from '$lib/storage/journal/read-database';
import { loadPartnerships, savePartnershipRecords } from '$lib/storage/records/partnerships';
import { makeDatabaseFrom, whatIsIn } from '$lib/storage/connection/restore';
import { dumpDatabase } from '../../../builders/dump-database';
import { Disk } from '../journal/memory-file';
import { recordsOf } from '../../../builders/stored-records';

const NAME = 'samenwerkingsmeter';

beforeEach(wipeDatabase);

/** A journal of the database as it is, on a disk of its own. */
function journalOnDisk(): JournalKeeper {
	return new JournalKeeper(new Disk(), readDatabaseOf(NAME));
}

async function contentOf(keeper: JournalKeeper): Promise<JournalContent> {
	const content = await keeper.read();
	if (!content) throw new Error('there is no journal');
	return content;
}

async function inAllStores(work: (tx: Parameters<typeof bringBackLost>[0]) => Promise<void>): Promise<void> {
	const db = await database();
	const tx = db.transaction([...db.objectStoreNames], 'readwrite');
	await Promise.all([work(tx), tx.done]);
}

async function sequence(): Promise<number> {
	const meta = await (await database()).get('meta', 'journal');
	return meta?.key === 'journal' ? meta.sequence : 0;
}

describe('a database made from the journal', () => {
	test('is identical to the one that was lost, and goes on counting', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const keeper = journalOnDisk();
		await keeper.check();
		await savePartnershipRecords(recordsOf('b'));
		await keeper.check();
		const before = await dumpDatabase();
		const count = await sequence();
		await wipeDatabase();

		await makeDatabaseFrom(await contentOf(keeper));

		expect(await dumpDatabase()).toEqual(before);
		expect(await sequence()).toBe(count);
		expect(await keeper.check()).toEqual({ kind: 'same' });
	});

	test('leaves alone what another tab brought back a moment before', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const keeper = journalOnDisk();
		await keeper.check();
		const content = await contentOf(keeper);
		await savePartnershipRecords(recordsOf('b'));
		await closeDatabase();

		await makeDatabaseFrom(content);

		expect((await loadPartnerships()).map(({ id }) => id)).toEqual(['a', 'b']);
	});

	test('tells how much there is', async () => {
		await savePartnershipRecords(recordsOf('a'));
		await savePartnershipRecords(recordsOf('b'));
		const keeper = journalOnDisk();
		await keeper.check();

		expect(whatIsIn(await contentOf(keeper))).toEqual({ partnerships: 2, measurements: 4 });
	});
});

describe('a database that lost its last transactions', () => {
	test('gets them back, and counts on after them', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const [measurement] = recordsOf('a').measurements;
		const place = { measurementId: measurement?.id ?? '', groupId: 'gemeente', itemId: 'een-stelling' };
		const lost = { ...place, responseId: `${place.measurementId}:gemeente`, answer: 4 as const, revision: 1 };
		const changes: JournalChange[] = [['put', 'answers', lost]];

		await inAllStores((tx) => bringBackLost(tx, { changes, last: 7, lastPiles: 0 }));

		expect((await dumpDatabase())['answers']).toContainEqual(lost);
		expect(await sequence()).toBe(8);
	});
});

describe('a database that was begun anew beside a journal of an earlier one', () => {
	test('gets what only the journal has; what is in both stays as it is now', async () => {
		await savePartnershipRecords(recordsOf('a'));
		await savePartnershipRecords(recordsOf('b'));
		const keeper = journalOnDisk();
		await keeper.check();
		const earlier = await contentOf(keeper);
		await wipeDatabase();
		const records = recordsOf('b');
		await savePartnershipRecords({ ...records, partnership: { ...records.partnership, name: 'Nieuwe naam' } });

		expect(await keeper.check()).toMatchObject({ kind: 'other' });
		await inAllStores((tx) => addFromEarlier(tx, earlier));

		expect((await loadPartnerships()).map(({ id, name }) => [id, name])).toEqual([
			['a', 'Verband a'],
			['b', 'Nieuwe naam']
		]);
		expect(await keeper.rewrite()).toBe(true);
		expect(await keeper.check()).toEqual({ kind: 'same' });
	});

	test('does not get back what was deleted in the earlier one', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const keeper = journalOnDisk();
		await keeper.check();
		const content = await contentOf(keeper);
		const { sequence: last } = content.header;
		const deleted = {
			...content,
			log: [{ sequence: last + 1, changes: [['delete', 'partnerships', 'a']] as JournalChange[] }]
		};
		await wipeDatabase();
		await database();

		await inAllStores((tx) => addFromEarlier(tx, deleted));

		expect(await loadPartnerships()).toEqual([]);
	});
});

describe('the journal reads the database', () => {
	test('of more records than it takes at once, each once, and leaves out summaries and what the database says of itself', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const [measurement] = recordsOf('a').measurements;
		for (let index = 0; index < 450; index += 1) {
			const place = { measurementId: measurement?.id ?? '', groupId: 'gemeente', itemId: `stelling-${index}` };
			await saveJointAnswer(place, 3);
		}
		const copied: JournalChange[] = [];

		const reader = readDatabaseOf(NAME);
		const state = await reader.copy((changes) => copied.push(...changes));
		await reader.readPiles(undefined, (_pile, records) => Promise.resolve(void copied.push(...records)));

		const dump = await dumpDatabase();
		const expected = Object.entries(dump).flatMap(([store, records]) =>
			records.map((record) => ['put', store, record])
		);
		expect(copied).toHaveLength(expected.length);
		expect(copied).toEqual(expect.arrayContaining(expected));
		expect(state?.sequence).toBe(await sequence());
	});

	test('that is not there without making one', async () => {
		expect(await readDatabaseOf(NAME).state()).toBeNull();
		expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(NAME);
	});
});
