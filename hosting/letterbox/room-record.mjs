/**
 * What is kept of a room itself, under `room.<id>`; its envelopes are under `slot.<id>.<slot>` (the envelope's bytes)
 * and `ack.<id>.<slot>` (the hash of the envelope, then the acknowledgement's bytes).
 * @typedef {{ open: boolean, opened: import('./time.mjs').Opened }} RoomRecord
 */

export const roomKey = (/** @type {string} */ room) => `room.${room}`;
export const slotsOf = (/** @type {string} */ room) => `slot.${room}.`;
export const slotKey = (/** @type {string} */ room, /** @type {string} */ slot) => `slot.${room}.${slot}`;
const acknowledgementsOf = (/** @type {string} */ room) => `ack.${room}.`;
export const acknowledgementKey = (/** @type {string} */ room, /** @type {string} */ slot) => `ack.${room}.${slot}`;

/** The last part of a key. @param {string} key */
export const lastPart = (key) => key.slice(key.lastIndexOf('.') + 1);

/** @param {RoomRecord} record */
export const write = (record) => Buffer.from(JSON.stringify(record));

/**
 * @param {import('./store/store.mjs').Store} store
 * @param {string} room
 * @returns {Promise<{ record: RoomRecord, revision: number } | undefined>}
 */
export async function readRoom(store, room) {
	const entry = await store.get(roomKey(room));
	return entry && { record: JSON.parse(Buffer.from(entry.value).toString()), revision: entry.revision };
}

/**
 * Throws away what is in a closed room, as long as it stays closed: whoever opened it again meanwhile keeps all.
 * @param {import('./store/store.mjs').Store} store
 * @param {string} room
 * @param {number} revision of the record that says it is closed
 */
export async function empty(store, room, revision) {
	for (const prefix of [slotsOf(room), acknowledgementsOf(room)]) {
		const listed = await store.list(prefix);
		const now = await readRoom(store, room);
		if (now?.revision !== revision || now.record.open) return;
		// With its revision: what was put after the list was made is not touched.
		await Promise.all(listed.map((entry) => store.remove(entry.key, entry.revision)));
	}
}
