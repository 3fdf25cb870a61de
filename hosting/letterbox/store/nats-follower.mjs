import { setTimeout as pause } from 'node:timers/promises';

const HEARTBEAT = 1000;
/** A feed that was silent so long has lost us, or its node: we ask for another. */
const SILENCE = 3 * HEARTBEAT;
/** One that says nothing from the start was given to a node that is down, which the cluster did not yet notice. */
const FIRST_SILENCE = 1.5 * HEARTBEAT;
const LOOK_PAUSE = 200;
/** When what is waited for does not come, it may have been removed before we saw it. */
const DOUBT = 250;
const NANOS = 1_000_000;
/** The store's own keys: `gone.<key>` says that a revision of a key was removed. */
export const GONE = 'gone.';

/**
 * Keeps an index of every key of a bucket up to date by following the bucket, headers only: KV has no quick way to list
 * keys with their revisions, nor to say how many there are.
 */
export class NatsFollower {
	#options;
	/** Every write up to this revision is in the index. */
	#seen = 0;
	/** @type {Set<() => void>} */
	#waiting = new Set();
	/** @type {Feed | undefined} */
	#feed;
	#closed = false;
	/** @type {Promise<unknown>} */
	#asked = Promise.resolve();
	/** @type {Promise<number> | undefined} */
	#asking;

	/**
	 * @param {object} options
	 * @param {import('@nats-io/transport-node').NatsConnection} options.connection
	 * @param {import('@nats-io/jetstream').JetStreamManager} options.manager
	 * @param {string} options.stream
	 * @param {string} options.subjects what every key's subject begins with, up to and with a dot
	 * @param {import('./key-index.mjs').KeyIndex} options.index
	 * @param {(key: string) => void} options.changed
	 * @param {(revision: number) => void} options.note hears of each note `gone.…`, to remove it when all have seen it
	 * @param {<Result>(task: () => Promise<Result>) => Promise<Result>} options.persist tries again while a leader is
	 *   chosen
	 */
	constructor(options) {
		this.#options = options;
	}

	get seen() {
		return this.#seen;
	}

	/** Reads all keys, and goes on following. */
	async start() {
		await this.#options.persist(() => this.#follow());
		void this.#watchSilence();
	}

	async close() {
		this.#closed = true;
		for (const look of this.#waiting) look();
		await this.#end(this.#feed);
	}

	/** Waits until everything that was stored before this moment, by whichever server, is in the index. */
	async current() {
		// One question serves all who came before it was put.
		this.#asking ??= this.#asked
			.catch(() => undefined)
			.then(() => {
				this.#asking = undefined;
				const asked = this.#options.persist(() => this.#last());
				this.#asked = asked;
				return asked;
			});
		const last = await this.#asking;
		if (this.#seen < last) await this.#options.persist(() => this.#reach(last));
	}

	async #last() {
		const { manager, stream } = this.#options;
		return (await manager.streams.info(stream)).state.last_seq;
	}

	/** @param {number} revision */
	async #reach(revision) {
		await new Promise((resolve) => {
			const stop = () => {
				this.#waiting.delete(look);
				clearTimeout(doubt);
				resolve(undefined);
			};
			const look = () => {
				if (this.#seen >= revision || this.#closed) stop();
			};
			const doubt = setTimeout(stop, DOUBT);
			this.#waiting.add(look);
			look();
		});
		if (this.#seen >= revision || this.#closed) return;
		const { manager, stream } = this.#options;
		const feed = this.#feed;
		if (!feed) throw new Error('The keys of the store do not come in.');
		const info = await manager.consumers.info(stream, feed.name);
		const isAll = info.num_pending === 0 && info.delivered.consumer_seq === feed.delivered;
		if (!isAll || feed !== this.#feed) throw new Error('The keys of the store come in too slowly.');
		this.#advance(revision);
	}

	/** Begins anew: what is known until now stays, and is right again when all is read. */
	async #follow() {
		const { manager, stream, index, changed } = this.#options;
		const last = await this.#last();
		const asked = performance.now();
		/** @type {Feed} */
		const feed = { name: `letterbox-${crypto.randomUUID()}`, delivered: 0, asked, heard: asked, found: new Set() };
		const isRead = this.#listen(feed);
		try {
			const { num_pending: pending, delivered } = await manager.consumers.add(stream, consumerOf(feed));
			if (pending > 0 || delivered.consumer_seq > 0) await Promise.race([isRead, untilSilent(feed)]);
		} catch (problem) {
			await this.#end(feed);
			throw problem;
		}
		const found = feed.found ?? new Set();
		for (const { key, revision } of index.list('', 0))
			if (!found.has(key) && revision <= last && index.remove(key, revision)) changed(key);
		delete feed.found;
		void this.#end(this.#feed);
		this.#feed = feed;
		this.#advance(last);
		if (this.#closed) await this.#end(feed);
	}

	/** @param {Feed} feed @returns {Promise<void>} when all that was there is read */
	#listen(feed) {
		const { connection } = this.#options;
		return new Promise((read) => {
			feed.subscription = connection.subscribe(inboxOf(feed), {
				callback: (_problem, message) => {
					if (feed.heard !== LOST) feed.heard = performance.now();
					if (!message.reply?.startsWith('$JS.ACK.')) return this.#answer(feed, message);
					const { streamSequence, deliverySequence, pending } = numbersIn(message.reply);
					if (deliverySequence !== feed.delivered + 1) return void (feed.heard = LOST);
					feed.delivered += 1;
					this.#take(feed, streamSequence, message);
					if (pending === 0) read();
				}
			});
		});
	}

	/** Heartbeats and flow control. @param {Feed} feed @param {import('@nats-io/transport-node').Msg} message */
	#answer(feed, { headers, reply }) {
		const told = headers?.get('Nats-Last-Consumer');
		if (told && Number(told) !== feed.delivered) feed.heard = LOST;
		const asked = headers?.get('Nats-Consumer-Stalled') || reply;
		if (asked) this.#options.connection.publish(asked);
	}

	/** @param {Feed} feed @param {number} revision @param {import('@nats-io/transport-node').Msg} message */
	#take(feed, revision, { subject, headers }) {
		const { subjects, index, changed, note } = this.#options;
		const key = subject.slice(subjects.length);
		if (key.startsWith(GONE)) {
			const gone = key.slice(GONE.length);
			if (index.remove(gone, Number(headers?.get('Gone') || 0))) changed(gone);
			note(revision);
		} else {
			feed.found?.add(key);
			if (index.set(key, revision, Number(headers?.get('Nats-Msg-Size') || 0))) changed(key);
		}
		// While a new feed reads what was there, the index may lack what the one before it missed.
		if (!feed.found) this.#advance(revision);
	}

	/** @param {Feed | undefined} feed */
	async #end(feed) {
		if (!feed) return;
		feed.subscription?.unsubscribe();
		const { manager, stream } = this.#options;
		await manager.consumers.delete(stream, feed.name).catch(() => undefined);
	}

	async #watchSilence() {
		while (!this.#closed) {
			await pause(LOOK_PAUSE, undefined, { ref: false });
			if (!this.#closed && this.#feed && isSilent(this.#feed)) await this.#follow().catch(() => undefined);
		}
	}

	/** @param {number} revision */
	#advance(revision) {
		if (revision <= this.#seen) return;
		this.#seen = revision;
		for (const look of this.#waiting) look();
	}
}

/** What was sent to us did not come: only beginning anew helps. */
const LOST = -Infinity;

/** @param {Feed} feed */
const isSilent = ({ heard, asked }) => performance.now() - heard > (heard === asked ? FIRST_SILENCE : SILENCE);

/** @param {Feed} feed @returns {Promise<never>} */
async function untilSilent(feed) {
	while (!isSilent(feed)) await pause(LOOK_PAUSE);
	throw new Error('The keys of the store stopped coming in.');
}

/** @param {Feed} feed */
const inboxOf = ({ name }) => `_INBOX.${name}`;

/** @param {Feed} feed @returns {Partial<import('@nats-io/jetstream').ConsumerConfig>} */
const consumerOf = (feed) => ({
	name: feed.name,
	deliver_subject: inboxOf(feed),
	deliver_policy: 'all',
	ack_policy: 'none',
	max_deliver: 1,
	headers_only: true,
	flow_control: true,
	idle_heartbeat: HEARTBEAT * NANOS,
	inactive_threshold: 30_000 * NANOS,
	num_replicas: 1,
	mem_storage: true
});

/**
 * `$JS.ACK.<stream>.<consumer>.<tries>.<stream sequence>.<delivery sequence>.<time>.<pending>`; newer servers put a
 * domain and an account before the stream, and one more part at the end.
 * @param {string} reply
 */
function numbersIn(reply) {
	const parts = reply.split('.');
	const [, streamSequence = 0, deliverySequence = 0, , pending = 0] = parts.slice(parts.length > 9 ? 6 : 4).map(Number);
	return { streamSequence, deliverySequence, pending };
}

/**
 * @typedef {object} Feed
 * @property {string} name of the consumer
 * @property {number} delivered how many messages came
 * @property {number} asked when it was asked for, by performance.now()
 * @property {number} heard when something came last; at first as `asked`
 * @property {Set<string>} [found] the keys that came, while what was there is read
 * @property {import('@nats-io/transport-node').Subscription} [subscription]
 */
