import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, cleanStrays } from '../../../../hosting/letterbox/cleaning.mjs';
import { Rooms } from '../../../../hosting/letterbox/rooms.mjs';
import { RoomTime } from '../../../../hosting/letterbox/time.mjs';
import { MemoryStore } from './memory-store';

const DAY = 24 * 3600 * 1000;

/** Two servers on one store, as far as they know: each has its own rooms and its own idea of time. */
async function twoServers() {
	let now = 0;
	const store = new MemoryStore();
	const start = async () => {
		const time = new RoomTime({ store, wall: () => now, steady: () => now });
		await time.start();
		return { time, rooms: new Rooms({ store, time }) };
	};
	const servers = [await start(), await start()] as const;
	const pass = (days: number) => (now += days * DAY);
	const cleanBoth = () => Promise.all(servers.map(({ rooms, time }) => clean({ store, rooms, time })));
	return { store, servers, pass, cleanBoth };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const keysOf = async (store: MemoryStore, prefix: string) => (await store.list(prefix)).map(({ key }) => key);

test('cleaning takes the rooms whose days are over with all in them, and no other', async () => {
	const { store, servers, pass, cleanBoth } = await twoServers();
	const { rooms } = servers[0];
	for (const room of ['old', 'new']) {
		await rooms.open(room);
		await rooms.put(room, 'slot', bytes(room));
		if (room === 'old') pass(30);
	}
	pass(31);
	await cleanBoth();
	expect(await keysOf(store, 'room.')).toEqual(['room.new']);
	expect(await keysOf(store, 'slot.')).toEqual(['slot.new.slot']);
});

test('what a crash left in a closed room, or in no room, goes', async () => {
	const { store, servers, cleanBoth } = await twoServers();
	await servers[0].rooms.open('r');
	await servers[0].rooms.close('r');
	for (const key of ['slot.r.late', 'ack.r.late', 'slot.nowhere.x', 'ack.nowhere.x']) await store.put(key, bytes('x'));
	await cleanBoth();
	expect(await keysOf(store, 'slot.')).toEqual(['slot.nowhere.x']);
	await cleanStrays(store);
	expect([...(await keysOf(store, 'slot.')), ...(await keysOf(store, 'ack.'))]).toEqual([]);
});

test('a room that its owner opens again keeps its first day', async () => {
	const { servers, pass } = await twoServers();
	const { rooms } = servers[0];
	await rooms.open('r');
	pass(40);
	await rooms.close('r');
	expect(await rooms.open('r')).toBe('opened');
	pass(21);
	expect(await rooms.stateOf('r')).toBe('unknown');
	expect(await rooms.open('r')).toBe('opened');
	expect(await rooms.envelopes('r', 0)).toEqual({ envelopes: [], more: false });
});

test('whatever two servers do at once: what was put last in an open room is there, in a closed one nothing stays', async () => {
	const step = fc.record({
		server: fc.constantFrom(0, 1),
		act: fc.constantFrom('put', 'put', 'put', 'close', 'open', 'clean'),
		slot: fc.constantFrom('a', 'b', 'c'),
		wait: fc.boolean()
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
			const { store, servers, cleanBoth } = await twoServers();
			await servers[0].rooms.open('r');
			const under: Promise<unknown>[] = [];
			for (const [index, { server, act, slot, wait }] of steps.entries()) {
				const { rooms, time } = servers[server as 0 | 1];
				if (act === 'put') under.push(rooms.put('r', slot, bytes(`${index}`)));
				else if (act === 'clean') under.push(clean({ store, rooms, time }));
				else under.push(act === 'close' ? rooms.close('r') : rooms.open('r'));
				if (wait) await Promise.all(under);
			}
			await Promise.all(under);
			const open = (await servers[0].rooms.stateOf('r')) === 'open';
			if (!open) await cleanBoth();
			if (!open) expect(await keysOf(store, 'slot.')).toEqual([]);
			await servers[0].rooms.open('r');
			expect(await servers[1].rooms.put('r', 'a', bytes('last'))).toBe('done');
			const { envelopes } = await servers[0].rooms.envelopes('r', 0);
			const last = envelopes.at(-1);
			expect([last?.slot, last?.envelope]).toEqual(['a', Buffer.from('last').toString('base64url')]);
		}),
		{ numRuns: 30 }
	);
});

test('a put that is answered survives, however a closing and a reopening fall around it', async () => {
	const { servers } = await twoServers();
	const [one, other] = servers;
	for (let turn = 0; turn < 30; turn += 1) {
		const room = `r${turn}`;
		await one.rooms.open(room);
		// Closing begins, and opening again before it has emptied all.
		const closing = one.rooms.close(room);
		const opening = other.rooms.open(room);
		await opening;
		const state = await other.rooms.stateOf(room);
		const put = await other.rooms.put(room, 'slot', bytes('x'));
		await closing;
		if ((await other.rooms.stateOf(room)) === 'open' && state === 'open' && put === 'done')
			expect((await one.rooms.envelopes(room, 0)).envelopes).toHaveLength(1);
	}
});
