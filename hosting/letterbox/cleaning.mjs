import { setImmediate as turn } from 'node:timers/promises';
import { empty, lastPart, readRoom } from './room-record.mjs';

const AT_ONCE = 100;

/**
 * Throws away rooms whose days are over, and what a crash left in closed rooms. Safe to run at any moment, and on
 * several servers at once.
 * @param {{ store: import('./store/store.mjs').Store, rooms: import('./rooms.mjs').Rooms,
 *   time: import('./time.mjs').RoomTime }} parts
 */
export async function clean({ store, rooms, time }) {
	for (const [index, { key }] of (await store.list('room.')).entries()) {
		// Whoever asks something meanwhile does not wait for all of it.
		if (index % AT_ONCE === 0) await turn();
		const room = lastPart(key);
		const found = await readRoom(store, room);
		if (!found) continue;
		if (time.isSpent(room, found.record.opened)) await rooms.remove(room);
		else if (!found.record.open) await empty(store, room, found.revision);
	}
}

/**
 * Throws away what lies in no room at all: a crash at the very moment that a room went may leave an envelope.
 * It looks at every key; once a day is enough.
 * @param {import('./store/store.mjs').Store} store
 */
export async function cleanStrays(store) {
	const listed = [...(await store.list('slot.')), ...(await store.list('ack.'))];
	// After the list: an envelope is put only in a room that is there.
	const rooms = new Set((await store.list('room.')).map(({ key }) => lastPart(key)));
	const strays = listed.filter(({ key }) => !rooms.has(key.split('.')[1] ?? ''));
	await Promise.all(strays.map(({ key, revision }) => store.remove(key, revision)));
}
