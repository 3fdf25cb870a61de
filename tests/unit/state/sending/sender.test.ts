import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sendWaiting } from '$lib/state/sending/send-waiting';
import { Outbox } from '$lib/storage/outbox/outbox';
import { response } from '../../../builders/handing-in';
import { InMemoryHost } from './in-memory-host';
import { answersOf, aroundOf, newDatabase, sending, type Send } from './phone-around';

let host: InMemoryHost;
let database: string;
let isOnline: boolean;
const send: Send = async (address, init) => {
	if (!isOnline) throw new TypeError('Failed to fetch');
	return host.answer(address, init);
};
const kinds = (told: readonly { kind: string }[]) => [...new Set(told.map(({ kind }) => kind))];
const lastOf = <T>(told: readonly T[]) => told[told.length - 1];

beforeEach(async () => {
	host = await InMemoryHost.begin();
	database = newDatabase();
	isOnline = true;
});

describe('answers that are done', () => {
	test('are sent, and in once the laptop has said so', async () => {
		const visit = sending(host, aroundOf(database, send));
		await vi.waitFor(() => expect(lastOf(visit.told)).toEqual({ kind: 'sent', notesLeftOut: false }));
		await host.open();
		await visit.ended;
		expect(kinds(visit.told)).toEqual(['sending', 'sent', 'acknowledged']);
		expect(host.opened).toEqual([answersOf(1)]);
	});

	test('wait for internet, and say that they lie here since another visit', async () => {
		isOnline = false;
		const closed = sending(host, aroundOf(database, send));
		await vi.waitFor(() =>
			expect(lastOf(closed.told)).toEqual({ kind: 'waiting', why: 'unreachable', byItself: false, stored: true })
		);
		closed.stop();
		await closed.ended;
		isOnline = true;
		const next = sending(
			host,
			aroundOf(database, send, () => host.open())
		);
		await next.ended;
		expect(next.told[0]).toEqual({ kind: 'sending', resumed: true });
		expect(lastOf(next.told)?.kind).toBe('acknowledged');
		expect(host.slots.size).toBe(1);
	});

	test('are known to be in at a next visit, without any request', async () => {
		await sending(
			host,
			aroundOf(database, send, () => host.open())
		).ended;
		isOnline = false;
		const next = sending(host, aroundOf(database, send));
		await next.ended;
		expect(kinds(next.told)).toEqual(['acknowledged']);
	});

	test('and changed take the place of the older ones, and are not in before the laptop has these', async () => {
		await sending(
			host,
			aroundOf(database, send, () => host.open())
		).ended;
		const changed = sending(host, aroundOf(database, send), 2);
		await vi.waitFor(() => expect(lastOf(changed.told)?.kind).toBe('sent'));
		expect(kinds(changed.told)).not.toContain('acknowledged');
		await host.open();
		await changed.ended;
		expect(host.slots.size).toBe(1);
		expect(lastOf(host.opened)).toEqual(answersOf(2));
	});

	test('that a letterbox lost, or swapped for others, are sent again', async () => {
		const visit = sending(host, aroundOf(database, send));
		await vi.waitFor(() => expect(lastOf(visit.told)?.kind).toBe('sent'));
		host.slots.clear();
		await vi.waitFor(() => expect(host.slots.size).toBe(1));
		await host.open();
		await visit.ended;
		expect(host.opened).toEqual([answersOf(1)]);
	});

	test('find no room once it is closed, and come in when it opens again', async () => {
		const visit = sending(host, aroundOf(database, send));
		await vi.waitFor(() => expect(lastOf(visit.told)?.kind).toBe('sent'));
		host.isOpen = false;
		host.slots.clear();
		await vi.waitFor(() => expect(lastOf(visit.told)).toEqual({ kind: 'refused', why: 'no-room', delivered: true }));
		host.isOpen = true;
		await vi.waitFor(() => expect(host.slots.size).toBe(1));
		await host.open();
		await visit.ended;
		expect(lastOf(visit.told)?.kind).toBe('acknowledged');
	});

	test('find a letterbox that is full', async () => {
		host.isFull = true;
		const visit = sending(host, aroundOf(database, send));
		await vi.waitFor(() => expect(lastOf(visit.told)).toEqual({ kind: 'refused', why: 'full', delivered: false }));
		visit.stop();
		await visit.ended;
	});

	test('are never sealed for a key that is none', async () => {
		const wrong = { roomId: host.roomId, publicKey: 'A'.repeat(87) };
		const visit = sending(host, aroundOf(database, send), 1, wrong);
		await visit.ended;
		expect(visit.told).toEqual([{ kind: 'unsealed', why: 'impossible' }]);
	});
});

describe('two tabs of one phone', () => {
	test('that are done at once use one slot, and both hear that it is in', async () => {
		const open = () => host.open();
		const tabs = [sending(host, aroundOf(database, send, open)), sending(host, aroundOf(database, send, open))];
		await Promise.all(tabs.map(({ ended }) => ended));
		expect(host.slots.size).toBe(1);
		for (const { told } of tabs) expect(lastOf(told)?.kind).toBe('acknowledged');
	});

	test('with other answers leave the newest in the letterbox', async () => {
		const older = sending(host, aroundOf(database, send));
		await vi.waitFor(() => expect(lastOf(older.told)?.kind).toBe('sent'));
		const newer = sending(host, aroundOf(database, send), 2);
		await vi.waitFor(() => expect(lastOf(newer.told)?.kind).toBe('sent'));
		await host.open();
		await Promise.all([older.ended, newer.ended]);
		expect(host.slots.size).toBe(1);
		expect(lastOf(host.opened)).toEqual(answersOf(2));
	});
});

describe('what waits', () => {
	let around: ReturnType<typeof aroundOf>;
	beforeEach(async () => {
		isOnline = false;
		around = aroundOf(database, send);
		const visit = sending(host, around);
		await vi.waitFor(() => expect(lastOf(visit.told)?.kind).toBe('waiting'));
		visit.stop();
		await visit.ended;
	});

	test('is sent by the service worker, whichever sheet it is of, and is sent for the next visit', async () => {
		const post = { outbox: new Outbox(database, false), wireTo: around.wireTo };
		expect(await sendWaiting(post)).toBe(false);
		isOnline = true;
		expect(await sendWaiting(post)).toBe(true);
		expect((await new Outbox(database).read(response.id))?.outgoing.state).toBe('sent');
		expect(host.slots.size).toBe(1);
	});

	test('is not brought back by a tab that was sending while it was wiped', async () => {
		isOnline = true;
		const visit = sending(host, aroundOf(database, send));
		await vi.waitFor(() => expect(lastOf(visit.told)?.kind).toBe('sent'));
		await new Outbox(database).remove(response.id);
		await host.open();
		await visit.ended;
		expect(await new Outbox(database).read(response.id)).toBeUndefined();
	});
});
