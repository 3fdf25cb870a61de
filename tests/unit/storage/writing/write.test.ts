import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadJointResponses, saveJointAnswer } from '$lib/storage/records/answers';
import { onChange, type Change } from '$lib/storage/changes';
import { wipeDatabase } from '$lib/storage/connection/database';
import { deletePartnership } from '$lib/storage/bundles/removal';
import { loadPartnerships, savePartnershipRecords } from '$lib/storage/records/partnerships';
import { StorageError } from '$lib/storage/storage-error';
import { write } from '$lib/storage/writing/write';
import { dumpDatabase } from '../../../builders/dump-database';
import { measurementOf } from '../../../builders/records';
import { recordsOf, storeMeasurements } from '../../../builders/stored-records';

const place = { measurementId: 'meting', groupId: 'gemeente', itemId: 'samen-zoeken' };

let stopListening: (() => void) | undefined;

beforeEach(async () => {
	await wipeDatabase();
	await storeMeasurements(measurementOf('verband', place.measurementId));
});
afterEach(() => {
	stopListening?.();
	vi.restoreAllMocks();
});

function listen(listener: (change: Change) => void): void {
	stopListening = onChange(listener);
}

function heardChanges(): Change[] {
	const heard: Change[] = [];
	listen((change) => heard.push(change));
	return heard;
}

/** From here on, everything that happens to the transactions of this test is written in the log. */
function logCompletions(log: string[]): void {
	const transaction = IDBDatabase.prototype.transaction;
	vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...options) {
		const tx = transaction.apply(this, options);
		tx.addEventListener('complete', () => log.push('complete'));
		return tx;
	});
}

/** The browser breaks the transaction off once this record was put. */
function breakOffAfterPut(isTheOne: (store: string, record: unknown) => boolean): void {
	const put = IDBObjectStore.prototype.put;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, record) {
		const request = put.call(this, record);
		if (isTheOne(this.name, record)) request.addEventListener('success', () => this.transaction.abort());
		return request;
	});
}

describe('a write that fails halfway', () => {
	test('leaves nothing behind and says so in Dutch', async () => {
		await savePartnershipRecords(recordsOf('b'));
		const before = await dumpDatabase();
		const heard = heardChanges();
		const [answer] = recordsOf('a').answers;
		const unstorable: unknown = () => 'a function cannot be cloned';

		const failure = write(
			['answers', 'notes'],
			async (tx) => {
				if (answer) await tx.objectStore('answers').put(answer);
				await tx.objectStore('notes').put({ measurementId: 'a', itemId: 'x', text: unstorable as string });
			},
			{ kind: 'answer', measurementId: 'a' }
		);

		await expect(failure).rejects.toThrow(StorageError);
		await expect(failure).rejects.toMatchObject({
			problem: 'failed',
			message:
				'Bewaren is niet gelukt: er ging iets mis in de app. Wat al bewaard was, blijft bewaard. Probeer opnieuw. Lukt het weer niet? Laad deze pagina dan opnieuw.',
			cause: expect.objectContaining({ name: 'DataCloneError' })
		});
		expect(await dumpDatabase()).toEqual(before);
		expect(heard).toEqual([]);
	});

	test('with records that cannot be cloned leaves nothing, and no failure unheard', async () => {
		await savePartnershipRecords(recordsOf('b'));
		const before = await dumpDatabase();
		const unheard = vi.fn();
		process.on('unhandledRejection', unheard);
		const broken = recordsOf('a');
		const unstorable = (() => 'a function cannot be cloned') as unknown as string;

		const failure = savePartnershipRecords({
			...broken,
			measurements: broken.measurements.map((measurement) => ({ ...measurement, date: unstorable })),
			notes: broken.notes.map((note) => ({ ...note, text: unstorable })),
			responses: broken.responses.map((response) => ({ ...response, notes: { 'samen-zoeken': unstorable } }))
		});

		await expect(failure).rejects.toMatchObject({ name: 'StorageError', problem: 'failed' });
		expect(await dumpDatabase()).toEqual(before);
		// An unhandled rejection is reported at the end of a turn of the event loop.
		await new Promise((resolve) => setImmediate(resolve));
		process.off('unhandledRejection', unheard);
		expect(unheard).not.toHaveBeenCalled();
	});

	test('of a whole partnership leaves the partnership as it was', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const before = await dumpDatabase();
		const changed = recordsOf('a');
		changed.partnership.name = 'Nieuwe naam';
		changed.notes.push({ measurementId: 'a-eerste', itemId: 'nieuw', text: 'Nieuwe notitie' });
		breakOffAfterPut((store, record) => store === 'notes' && record === changed.notes.at(-1));

		await expect(savePartnershipRecords(changed)).rejects.toThrow(StorageError);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('a delete that fails halfway deletes nothing', async () => {
		await savePartnershipRecords(recordsOf('a'));
		const before = await dumpDatabase();
		const remove = IDBObjectStore.prototype.delete;
		vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
			if (this.name === 'notes') throw new DOMException('De schijf is stuk', 'UnknownError');
			return remove.call(this, key);
		});

		await expect(deletePartnership('a')).rejects.toThrow(StorageError);

		expect(await dumpDatabase()).toEqual(before);
	});

	test('for lack of space says that the device is full', async () => {
		const full = new DOMException('Quota exceeded', 'QuotaExceededError');
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
			throw full;
		});

		await expect(saveJointAnswer(place, 4)).rejects.toMatchObject({
			name: 'StorageError',
			problem: 'full',
			message:
				'Het toestel heeft geen plaats meer. Wat al bewaard was, blijft bewaard. Maak plaats vrij en probeer opnieuw.',
			cause: full
		});
	});

	test('when the browser breaks the transaction off after the request: not stored, not announced', async () => {
		const heard = heardChanges();
		breakOffAfterPut((store) => store === 'answers');

		await expect(saveJointAnswer(place, 4)).rejects.toMatchObject({ name: 'StorageError', problem: 'unreachable' });

		expect(await loadJointResponses('meting')).toEqual([]);
		expect(heard).toEqual([]);
	});

	test('can be tried again', async () => {
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
			throw new DOMException('Quota exceeded', 'QuotaExceededError');
		});
		await expect(saveJointAnswer(place, 4)).rejects.toThrow(StorageError);

		await saveJointAnswer(place, 4);

		expect((await loadJointResponses('meting'))[0]?.answers).toEqual({ 'samen-zoeken': 4 });
	});
});

describe('an announced change', () => {
	test('comes after the transaction completed, and before the saving is reported as done', async () => {
		await loadPartnerships();
		const log: string[] = [];
		logCompletions(log);
		listen((change) => log.push(`announced ${change.kind}`));

		await saveJointAnswer(place, 4).then(() => log.push('saved'));

		expect(log).toEqual(['complete', 'announced answer', 'saved']);
	});

	test('is about something that can be read back', async () => {
		const read = new Promise((resolve) => {
			listen(({ kind }) => {
				if (kind === 'answer') resolve(loadJointResponses('meting'));
			});
		});

		await saveJointAnswer(place, 4);

		expect(await read).toMatchObject([{ groupId: 'gemeente', answers: { 'samen-zoeken': 4 } }]);
	});

	test('tells what changed', async () => {
		const heard = heardChanges();

		await savePartnershipRecords(recordsOf('a'));
		await saveJointAnswer(place, 4);
		await deletePartnership('a');

		expect(heard).toEqual([
			{ kind: 'partnership', partnershipId: 'a' },
			{ kind: 'answer', measurementId: 'meting' },
			{ kind: 'partnership', partnershipId: 'a' }
		]);
	});

	test('reaches another tab', async () => {
		const otherTab = new BroadcastChannel('samenwerkingsmeter');
		const message = new Promise((resolve) => {
			otherTab.onmessage = (event) => resolve(event.data);
		});

		await saveJointAnswer(place, 4);

		expect(await message).toEqual({ kind: 'answer', measurementId: 'meting' });
		otherTab.close();
	});

	test('from another tab is heard here', async () => {
		const otherTab = new BroadcastChannel('samenwerkingsmeter');
		const heard = heardChanges();

		otherTab.postMessage({ kind: 'note', measurementId: 'elders' });

		await vi.waitFor(() => expect(heard).toEqual([{ kind: 'note', measurementId: 'elders' }]));
		otherTab.close();
	});

	test('is no longer heard after listening stopped', async () => {
		const heard = heardChanges();
		stopListening?.();

		await saveJointAnswer(place, 4);

		expect(heard).toEqual([]);
	});
});
