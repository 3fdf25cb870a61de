import { hashOf } from './secrets.mjs';
import { ACKNOWLEDGEMENT_BYTES, HASH_BYTES, PAGE, SLOTS } from './limits.mjs';
import { acknowledgementKey, empty, lastPart, readRoom, roomKey, slotKey, slotsOf, write } from './room-record.mjs';

/** How often to look again when somebody else wrote the same key at the same moment. */
const TRIES = 20;

/**
 * What the letterbox does, on any store: no state of its own but which slots are being made at this moment. Who may do
 * it (the secrets) and how often is asked before, in routes.mjs.
 */
export class Rooms {
	#store;
	#time;
	/** @type {Map<string, Set<string>>} by room: new slots on their way to the store, in order of arrival */
	#arriving = new Map();

	/** @param {{ store: import('./store/store.mjs').Store, time: import('./time.mjs').RoomTime }} options */
	constructor({ store, time }) {
		this.#store = store;
		this.#time = time;
	}

	/** @param {string} room @returns {Promise<'unknown' | 'open' | 'closed'>} unknown: also when its days are over */
	async stateOf(room) {
		const found = await readRoom(this.#store, room);
		if (!found || this.#time.age(found.record.opened).over) return 'unknown';
		return found.record.open ? 'open' : 'closed';
	}

	/** @param {string} room @returns {Promise<'opened' | 'open'>} */
	async open(room) {
		for (let tries = 0; tries < TRIES; tries += 1) {
			const found = await readRoom(this.#store, room);
			const { over, sure } = found ? this.#time.age(found.record.opened) : { over: true, sure: true };
			if (found?.record.open && !over) return 'open';
			// What is surely over is gone before it begins anew.
			if (found && sure && !(await this.remove(room))) continue;
			const opened = found && !over ? found.record.opened : this.#time.now();
			// When only the clock says that it is over, the days that it surely lived go on counting.
			const since = found && !sure ? { ...opened, lived: found.record.opened.lived } : opened;
			const record = { open: true, opened: since };
			const expected = found && !sure ? found.revision : 0;
			if (await this.#store.put(roomKey(room), write(record), expected)) return 'opened';
		}
		throw new Error('A room changed too often while it was opened.');
	}

	/** Closes and empties, as often as it is asked. @param {string} room @returns {Promise<'done' | 'no-room'>} */
	async close(room) {
		for (let tries = 0; tries < TRIES; tries += 1) {
			const found = await readRoom(this.#store, room);
			if (!found || this.#time.age(found.record.opened).over) return 'no-room';
			const record = { ...found.record, open: false };
			const revision = found.record.open
				? await this.#store.put(roomKey(room), write(record), found.revision)
				: found.revision;
			if (revision === undefined) continue;
			await empty(this.#store, room, revision);
			return 'done';
		}
		throw new Error('A room changed too often while it was closed.');
	}

	/**
	 * Throws the room away with all in it.
	 * @param {string} room
	 * @returns {Promise<boolean>} false: it changed meanwhile
	 */
	async remove(room) {
		const found = await readRoom(this.#store, room);
		if (!found) return true;
		const closed = { ...found.record, open: false };
		const revision = found.record.open
			? await this.#store.put(roomKey(room), write(closed), found.revision)
			: found.revision;
		if (revision === undefined) return false;
		await empty(this.#store, room, revision);
		return this.#store.remove(roomKey(room), revision);
	}

	/**
	 * @param {string} room
	 * @param {string} slot
	 * @param {Uint8Array} envelope
	 * @returns {Promise<'done' | 'no-room' | 'full'>}
	 */
	async put(room, slot, envelope) {
		const key = slotKey(room, slot);
		for (let tries = 0; tries < TRIES; tries += 1) {
			if ((await this.stateOf(room)) !== 'open') return 'no-room';
			const held = await this.#store.get(key);
			if (held && Buffer.compare(held.value, envelope) === 0) return 'done';
			const revision = held
				? await this.#store.put(key, envelope, held.revision)
				: await this.#putNew(room, slot, envelope);
			if (revision === 'full') return 'full';
			if (revision === undefined) continue;
			if ((await this.stateOf(room)) === 'open') return 'done';
			// It closed in between, and may have been emptied before this came.
			await this.#store.remove(key, revision);
			return 'no-room';
		}
		throw new Error('A slot changed too often while it was filled.');
	}

	/** @param {string} room @param {string} slot @param {Uint8Array} envelope */
	async #putNew(room, slot, envelope) {
		const arriving = this.#arriving.get(room) ?? new Set();
		this.#arriving.set(room, arriving);
		const before = [...arriving];
		arriving.add(slot);
		try {
			const listed = await this.#store.list(slotsOf(room));
			const others = new Set([...listed.map(({ key }) => lastPart(key)), ...before]);
			others.delete(slot);
			if (others.size >= SLOTS) return 'full';
			return await this.#store.put(slotKey(room, slot), envelope, 0);
		} finally {
			arriving.delete(slot);
			if (arriving.size === 0) this.#arriving.delete(room);
		}
	}

	/**
	 * @param {string} room
	 * @param {string} slot
	 * @returns {Promise<{ held: string | null, acknowledgement: string | null } | undefined>} undefined: no open room
	 */
	async look(room, slot) {
		if ((await this.stateOf(room)) !== 'open') return undefined;
		const entry = await this.#store.get(slotKey(room, slot));
		if (!entry) return { held: null, acknowledgement: null };
		const held = hashOf(entry.value);
		const stored = await this.#store.get(acknowledgementKey(room, slot));
		const bytes = stored && Buffer.from(stored.value);
		const isOfHeld = bytes?.subarray(0, HASH_BYTES).toString('base64url') === held;
		return { held, acknowledgement: bytes && isOfHeld ? bytes.subarray(HASH_BYTES).toString('base64url') : null };
	}

	/**
	 * @param {string} room
	 * @param {Acknowledgement[]} acknowledgements what is no longer held is passed over
	 * @returns {Promise<'done' | 'no-room'>}
	 */
	async acknowledge(room, acknowledgements) {
		if ((await this.stateOf(room)) !== 'open') return 'no-room';
		await Promise.all(
			acknowledgements.map(async ({ slot, hash, acknowledgement }) => {
				const held = await this.#store.get(slotKey(room, slot));
				if (!held || hashOf(held.value) !== hash.toString('base64url')) return;
				const key = acknowledgementKey(room, slot);
				const value = Buffer.concat([hash, acknowledgement], HASH_BYTES + ACKNOWLEDGEMENT_BYTES);
				const before = await this.#store.get(key);
				if (!before || Buffer.compare(before.value, value) !== 0) await this.#store.put(key, value);
			})
		);
		return 'done';
	}

	/**
	 * @param {string} room
	 * @param {number} after
	 * @param {number} most
	 * @returns {Promise<{ envelopes: Envelope[], more: boolean }>} in order of number
	 */
	async envelopes(room, after, most = PAGE) {
		const listed = await this.#store.list(slotsOf(room), after);
		const envelopes = [];
		for (const { key, revision } of listed.slice(0, most)) {
			const entry = await this.#store.get(key);
			// One that was replaced since the list was made comes later, with its new number.
			if (entry?.revision !== revision) continue;
			const envelope = Buffer.from(entry.value).toString('base64url');
			envelopes.push({ number: revision, slot: lastPart(key), envelope });
		}
		return { envelopes, more: listed.length > most };
	}

	/** Calls `changed` when there may be something new in the room. @param {string} room @param {() => void} changed */
	watch(room, changed) {
		const stops = [roomKey(room), slotsOf(room)].map((name) => this.#store.watch(name, changed));
		return () => stops.forEach((stop) => stop());
	}
}

/**
 * @typedef {{ slot: string, hash: Buffer, acknowledgement: Buffer }} Acknowledgement
 * @typedef {{ number: number, slot: string, envelope: string }} Envelope
 */
