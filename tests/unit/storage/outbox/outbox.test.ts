import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Outbox, type Outgoing } from '$lib/storage/outbox/outbox';

const NAME = 'samenwerkingsmeter outbox';
const responseId = '00000000a1';

function outgoing(revision = 1, more: Partial<Outgoing> = {}): Outgoing {
	return {
		responseId,
		measurementId: 'meting',
		site: 'https://meter.example/',
		roomId: 'kamer',
		slotSecret: new Uint8Array(32).fill(7),
		revision,
		content: `inhoud ${revision}`,
		envelope: new Uint8Array(593).fill(revision),
		hash: `hash ${revision}`,
		acknowledgementKey: new Uint8Array(32).fill(9),
		acknowledgement: null,
		state: 'waiting',
		delivered: false,
		notesLeftOut: false,
		...more
	};
}

const put = (outbox: Outbox, one: Outgoing) => outbox.change(one.responseId, () => one);

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
	vi.restoreAllMocks();
});

describe('an envelope', () => {
	test('is there at the next visit, byte for byte', async () => {
		expect(await put(new Outbox(NAME), outgoing())).toEqual({ outgoing: outgoing(), stored: true });
		expect(await new Outbox(NAME).read(responseId)).toEqual({ outgoing: outgoing(), stored: true });
	});

	test('changes as it is now, not as this tab remembers it', async () => {
		const here = new Outbox(NAME);
		await put(here, outgoing());
		await put(new Outbox(NAME), outgoing(2));
		expect((await here.change(responseId, (held) => held))?.outgoing.revision).toBe(2);
	});

	test('waits until its letterbox took it', async () => {
		const outbox = new Outbox(NAME);
		await put(outbox, outgoing());
		await put(outbox, outgoing(1, { responseId: '00000000b2', state: 'sent' }));
		expect(await outbox.waiting()).toEqual([outgoing()]);
	});

	test('is wiped, and put back', async () => {
		const outbox = new Outbox(NAME);
		await put(outbox, outgoing());
		expect(await new Outbox(NAME).remove(responseId)).toEqual(outgoing());
		expect(await new Outbox(NAME).read(responseId)).toBeUndefined();
		await new Outbox(NAME).putBack(outgoing());
		expect(await new Outbox(NAME).read(responseId)).toEqual({ outgoing: outgoing(), stored: true });
	});

	test('that was wiped elsewhere is not stored again by a tab that knew it', async () => {
		const here = new Outbox(NAME);
		await put(here, outgoing());
		await new Outbox(NAME).remove(responseId);
		expect(await put(here, outgoing(1, { state: 'sent' }))).toMatchObject({ stored: false });
		expect(await new Outbox(NAME).read(responseId)).toBeUndefined();
	});
});

describe('where nothing can be stored', () => {
	const refusals: [string, () => void][] = [
		[
			'the browser refuses',
			() =>
				refuseWith(() => {
					throw new DOMException('', 'SecurityError');
				})
		],
		['the database does not open', () => refuseWith(() => failing())],
		['the disk is full', () => fullDisk()]
	];

	test.each(refusals)('because %s, an envelope stays in this page, and says so', async (_why, refuse) => {
		refuse();
		const outbox = new Outbox(NAME);
		expect(await put(outbox, outgoing())).toEqual({ outgoing: outgoing(), stored: false });
		expect(await outbox.read(responseId)).toEqual({ outgoing: outgoing(), stored: false });
		expect(await outbox.waiting()).toEqual([]);
		expect(await outbox.remove(responseId)).toEqual(outgoing());
		expect(await outbox.read(responseId)).toBeUndefined();
	});

	test('for a while, it is stored once that works again', async () => {
		const outbox = new Outbox(NAME);
		const disk = fullDisk();
		await put(outbox, outgoing());
		disk.mockRestore();
		expect(await outbox.read(responseId)).toEqual({ outgoing: outgoing(), stored: true });
		expect(await new Outbox(NAME).read(responseId)).toEqual({ outgoing: outgoing(), stored: true });
	});
});

test('who makes none finds none, and leaves none behind', async () => {
	const outbox = new Outbox(NAME, false);
	expect(await outbox.waiting()).toEqual([]);
	expect(await indexedDB.databases()).toEqual([]);
});

function refuseWith(open: () => IDBOpenDBRequest) {
	vi.spyOn(indexedDB, 'open').mockImplementation(open);
}

/** As Firefox did in its private windows. */
function failing(): IDBOpenDBRequest {
	const request = { error: new DOMException('', 'InvalidStateError') } as IDBOpenDBRequest;
	setTimeout(() => request.onerror?.(new Event('error')));
	return request;
}

function fullDisk() {
	return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
		throw new DOMException('', 'QuotaExceededError');
	});
}
