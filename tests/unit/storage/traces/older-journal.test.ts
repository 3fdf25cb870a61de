import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer, IndividualResponse } from '$lib/domain/measurement/measurement';
import { crc32 } from '$lib/domain/text/crc32';
import { encodeLine, type JournalChange } from '$lib/storage/journal/lines';
import type { Schema, StoredMeta } from '$lib/storage/schema';
import { upgrades } from '$lib/storage/upgrades';
import { Device, NAME, openTab } from '../faults/device';
import { aResponse, partnershipOf } from '../../../builders/records';
import { anonymousMeasurement, MEASUREMENTS, PARTNERSHIP } from './ways-in';
import { everything } from './whole-device';

/** As an older app left it: with times, in order, and with what was replaced and deleted. */
const VERSION = 6;
const HEADER_BYTES = 512;
const AT = '2031-05-06T07:08:09.123Z';
const EPOCH = 'e'.repeat(32);

let device: Device;

beforeEach(() => (device = new Device()));
afterEach(() => vi.unstubAllGlobals());

function responseOf(id: string, answers: Record<string, Answer>, revision = 1): IndividualResponse {
	return aResponse({ id, measurementId: MEASUREMENTS[0], revision, answers });
}
const first = responseOf('aaaaaaaaaa', { een: 1, twee: 2 });
const renewed = responseOf('aaaaaaaaaa', { twee: 5, een: 4 }, 2);
const deleted = responseOf('bbbbbbbbbb', { een: 3, twee: 3 });
const copy: JournalChange[] = [
	['put', 'partnerships', partnershipOf(PARTNERSHIP)],
	['put', 'measurements', anonymousMeasurement(0)]
];
const log: JournalChange[] = [
	['put', 'responses', first],
	['put', 'responses', deleted],
	['put', 'responses', renewed],
	['delete', 'responses', deleted.id]
];

async function olderJournal(name: string): Promise<void> {
	const body = encodeLine(copy);
	const entries = log.map((change, index) => encodeLine({ sequence: index + 2, at: AT, changes: [change] }));
	const header = {
		format: 1,
		generation: 3,
		epoch: EPOCH,
		schema: VERSION,
		sequence: 1,
		logStart: HEADER_BYTES + body.length,
		copyChecksum: crc32(body),
		at: AT
	};
	const bytes = [...encodeLine(header), ...new Uint8Array(HEADER_BYTES - encodeLine(header).length).fill(0x20)];
	const file = await device.disk.open(name);
	file.write(Uint8Array.from([...bytes, ...body, ...entries.flatMap((entry) => [...entry])]), { at: 0 });
}

/** @param sequence the last transaction that this database did not lose */
async function olderDatabase(sequence: number): Promise<void> {
	const db = await openDB<Schema>(NAME, VERSION, {
		upgrade: async (opened, _old, _new, tx) => {
			for (const upgrade of upgrades.slice(0, VERSION)) await upgrade(opened, tx);
		}
	});
	const raw = db as unknown as { put(store: string, record: unknown): Promise<unknown> };
	for (const [method, store, record] of [...copy, ...log.slice(0, sequence - 1)]) {
		if (method === 'put') await raw.put(store, record);
		else await db.delete('responses', deleted.id);
	}
	const backup: StoredMeta = { key: 'backup', savedAt: AT, changed: false, file: null };
	await db.put('meta', { key: 'journal', epoch: EPOCH, sequence });
	await db.put('meta', backup);
	db.close();
}

async function start(): Promise<IndividualResponse[]> {
	const tab = await openTab();
	await tab.loadResponses(MEASUREMENTS[0]);
	await vi.waitFor(() => expect(tab.journalHealth()).toBe('kept'));
	const responses = await tab.loadResponses(MEASUREMENTS[0]);
	await tab.closeDatabase();
	return responses;
}

test.each(['journal-a', 'journal-b'])(
	'a journal of an older app in %s loses its times, its order and its earlier versions at the next start',
	async (name) => {
		await olderJournal(name);
		await olderDatabase(5);

		expect(await start()).toEqual([renewed]);

		const found = await everything(device);
		for (const gone of ['2031-05-06T', deleted.id, '"een":1,"twee":2']) expect(found).not.toContain(gone);
		// And in what order the statements were answered.
		expect(found).toContain('"een":4,"twee":5');
		expect(found).not.toContain('"twee":5,"een":4');
		expect(found).toContain('"savedAt":"2031-05-06"');
	}
);

test('what a database lost comes back from it first, and then the times go as well', async () => {
	await olderJournal('journal-a');
	await olderDatabase(3);

	expect(await start()).toEqual([renewed]);

	const found = await everything(device);
	for (const gone of ['2031-05-06T', deleted.id, '"een":1,"twee":2']) expect(found).not.toContain(gone);
});

test('a database that is gone is made again from it, without the times', async () => {
	await olderJournal('journal-b');

	expect(await start()).toEqual([renewed]);

	expect(await everything(device)).not.toContain('2031-05-06T');
});

test('a copy of the database that a broken restoration left behind goes at the next start', async () => {
	await olderJournal('journal-a');
	await olderDatabase(5);
	(await openDB('samenwerkingsmeter hersteld', 1)).close();

	await start();

	await vi.waitFor(async () => expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([NAME]));
});
