import { DAYS } from './limits.mjs';
import { StoreFull } from './store/store.mjs';

const KEY = 'time';
const DAY = 24 * 3600 * 1000;
const LIFE = DAYS * DAY;
/** For so long (of running) a room that is over only because of what the clock says is not thrown away. */
const PATIENCE = 7 * DAY;

/**
 * How old a room is, on a machine whose clock may jump. Two counts, both kept in the store, in milliseconds:
 *
 * - `lived`: how long the letterbox ran, by a clock that only goes forward. Sure, and never too much.
 * - `slept`: how long it was off, which only the machine's clock can tell. A clock that jumps while it runs counts for
 *   nothing; one that was wrong at the start and is put right is followed back. Each doubt makes it less.
 *
 * A room is over after 60 days of both together, and then refuses; that can be undone. It is thrown away after 60 days
 * of `lived` alone, or after being over for seven days of running.
 */
export class RoomTime {
	#store;
	#wall;
	#steady;
	#startedAt = 0;
	#before = { lived: 0, slept: 0, wall: 0 };
	/** The least that the clock made of the time since the last run. */
	#away = Infinity;
	/** @type {Map<string, number>} since when rooms are over by the clock alone, in `lived` */
	#doubted = new Map();

	/** @param {{ store: import('./store/store.mjs').Store, wall?: () => number, steady?: () => number }} options */
	constructor({ store, wall = Date.now, steady = () => performance.now() }) {
		this.#store = store;
		this.#wall = wall;
		this.#steady = steady;
	}

	async start() {
		const kept = await this.#kept();
		this.#startedAt = this.#steady();
		this.#before = kept?.value ?? { lived: 0, slept: 0, wall: this.#wall() };
		await this.keep();
	}

	/** What a room notes when it opens. */
	now() {
		const running = this.#steady() - this.#startedAt;
		this.#away = Math.min(this.#away, this.#wall() - running - this.#before.wall);
		return {
			lived: Math.round(this.#before.lived + running),
			slept: Math.round(Math.max(0, this.#before.slept + this.#away))
		};
	}

	/** @param {Opened} opened whether the room's 60 days are over; sure: whatever the clock says */
	age({ lived, slept }) {
		const now = this.now();
		const sure = now.lived - lived >= LIFE;
		return { over: sure || now.lived - lived + now.slept - slept >= LIFE, sure };
	}

	/** Whether to throw the room away. Asked at each cleaning. @param {string} room @param {Opened} opened */
	isSpent(room, opened) {
		const { over, sure } = this.age(opened);
		if (!over || sure) this.#doubted.delete(room);
		if (!over || sure) return sure;
		const { lived } = this.now();
		const since = this.#doubted.get(room) ?? lived;
		this.#doubted.set(room, since);
		return lived - since >= PATIENCE;
	}

	/**
	 * Keeps the counts; asked each minute, and at the end. Another server's count may be ahead: then that stands. On a
	 * full disk they are kept later: at a restart, rooms then live a little longer.
	 */
	async keep() {
		const kept = await this.#kept();
		const { lived, slept } = this.now();
		const value = { lived: Math.max(lived, kept?.value.lived ?? 0), slept, wall: this.#wall() };
		await this.#store.put(KEY, Buffer.from(JSON.stringify(value)), kept?.revision ?? 0).catch((cause) => {
			if (!(cause instanceof StoreFull)) throw cause;
		});
	}

	async #kept() {
		const entry = await this.#store.get(KEY);
		return entry && { ...entry, value: JSON.parse(Buffer.from(entry.value).toString()) };
	}
}

/** @typedef {{ lived: number, slept: number }} Opened */
