import { STREAMS } from './limits.mjs';

const HEARTBEAT = 15_000;
/** A reader that takes nothing for so long is gone. */
const STUCK = 60_000;
const HEADERS = {
	'Content-Type': 'text/event-stream; charset=utf-8',
	'Cache-Control': 'no-store, no-transform',
	'X-Accel-Buffering': 'no',
	'X-Content-Type-Options': 'nosniff'
};

/** The streams that are open, of every room: each sends what its room has, and then what comes. */
export class Streams {
	#rooms;
	#heartbeat;
	/** @type {Map<string, Set<Stream>>} */
	#open = new Map();

	/** @param {{ rooms: import('./rooms.mjs').Rooms, heartbeat?: number }} options heartbeat: milliseconds */
	constructor({ rooms, heartbeat = HEARTBEAT }) {
		this.#rooms = rooms;
		this.#heartbeat = heartbeat;
	}

	get size() {
		return [...this.#open.values()].reduce((sum, streams) => sum + streams.size, 0);
	}

	/** @param {string} room */
	isCrowded(room) {
		return (this.#open.get(room)?.size ?? 0) >= STREAMS;
	}

	/** @param {string} room @param {number} after @param {import('node:http').ServerResponse} response */
	start(room, after, response) {
		const streams = this.#open.get(room) ?? new Set();
		const stream = new Stream({ rooms: this.#rooms, room, after, response, heartbeat: this.#heartbeat });
		this.#open.set(room, streams.add(stream));
		response.once('close', () => {
			stream.stop();
			streams.delete(stream);
			if (streams.size === 0) this.#open.delete(room);
		});
		stream.begin();
	}

	/** Ends every stream; the readers come back, not all at the same moment. */
	endAll() {
		for (const streams of this.#open.values()) for (const stream of streams) stream.endForNow();
	}
}

class Stream {
	#rooms;
	#room;
	#sent;
	#response;
	#heartbeat;
	#busy = false;
	#again = false;
	/** @type {NodeJS.Timeout | undefined} */
	#timer;
	/** @type {(() => void) | undefined} */
	#unwatch;

	/** @param {{ rooms: import('./rooms.mjs').Rooms, room: string, after: number,
	 *   response: import('node:http').ServerResponse, heartbeat: number }} options */
	constructor({ rooms, room, after, response, heartbeat }) {
		this.#rooms = rooms;
		this.#room = room;
		this.#sent = after;
		this.#response = response;
		this.#heartbeat = heartbeat;
	}

	begin() {
		this.#response.writeHead(200, HEADERS);
		this.#response.write('event: open\ndata: {}\n\n');
		this.#response.on('error', () => this.#response.destroy());
		// Watching begins before the first look: nothing falls between them.
		this.#unwatch = this.#rooms.watch(this.#room, () => this.#look());
		this.#timer = setInterval(() => this.#beat(), this.#heartbeat);
		this.#look();
	}

	stop() {
		clearInterval(this.#timer);
		this.#unwatch?.();
	}

	endForNow() {
		this.#response.end(`retry: ${1000 + Math.round(Math.random() * 4000)}\n\n`);
	}

	#beat() {
		if (!this.#response.writableNeedDrain) this.#response.write(':\n\n');
		// A change that the store did not tell of comes now at the latest; so does the end of the room's days.
		this.#look();
	}

	#look() {
		this.#again = true;
		if (this.#busy) return;
		this.#busy = true;
		void this.#sendAll()
			.catch(() => this.#response.destroy())
			.finally(() => {
				this.#busy = false;
			});
	}

	async #sendAll() {
		while (this.#again && !this.#response.writableEnded) {
			this.#again = false;
			if (!(await this.#sendNew())) return;
		}
	}

	/** @returns {Promise<boolean>} whether the room is still open */
	async #sendNew() {
		for (let more = true; more && !this.#response.writableEnded;) {
			const page = await this.#rooms.envelopes(this.#room, this.#sent);
			more = page.more;
			for (const envelope of page.envelopes) {
				await this.#write(`id: ${envelope.number}\nevent: envelope\ndata: ${JSON.stringify(envelope)}\n\n`);
				this.#sent = envelope.number;
			}
		}
		if ((await this.#rooms.stateOf(this.#room)) === 'open') return true;
		this.#response.end('event: closed\ndata: {}\n\n');
		return false;
	}

	/** Waits for a slow reader, so that nothing piles up here. @param {string} text */
	#write(text) {
		const response = this.#response;
		if (response.destroyed || response.writableEnded) return Promise.reject(new Error('The reader is gone.'));
		if (response.write(text)) return undefined;
		return new Promise((resolve, reject) => {
			const end = (/** @type {(value?: any) => void} */ how) => () => {
				clearTimeout(timer);
				response.off('drain', drained).off('close', gone);
				how();
			};
			const drained = end(resolve);
			const gone = end(() => reject(new Error('The reader is gone.')));
			const timer = setTimeout(gone, STUCK);
			response.on('drain', drained).on('close', gone);
		});
	}
}
