import { setTimeout as pause } from 'node:timers/promises';
import { jetstream, JetStreamApiError } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { headers } from '@nats-io/transport-node';
import { connectTo } from './nats-connection.mjs';
import { KeyIndex } from './key-index.mjs';
import { GONE, NatsFollower } from './nats-follower.mjs';
import { StoreAway, StoreFull } from './store.mjs';
import { Watchers } from './watchers.mjs';

/** Choosing a new leader takes 6 to 8 seconds; after so long we say that it is not now. */
const PATIENCE = 20_000;
const ANSWER = 2000;
const PAUSE = 200;
/** By then every server that is there has seen a note of a removal. */
const NOTE_LIFE = 10 * 60_000;
/** What JetStream answers, in its own numbers. */
const OTHER_REVISION = [10071, 10164];
const NOT_THERE = [10037, 10043, 10057];
const NO_ROOM = [10023, 10047, 10077];

/**
 * A store in a bucket of NATS JetStream KV, for as many letterbox servers as there are. Each key is kept on most of the
 * bucket's replicas before a write is answered.
 *
 * A removal takes the message itself out, by its number: exact, and possible in a full bucket, which KV's own marker of
 * a removal is not. A note `gone.<key>` tells the other servers.
 *
 * NATS before 2.11 compares the revision of a key that is there before it asks the replicas: store.mjs says what that
 * means.
 */
export class NatsStore {
	#connection;
	#client;
	#manager;
	#index = new KeyIndex();
	#follower;
	#stream;
	#subjects;
	#most;
	#closed = false;
	/** Bytes that are on their way to the bucket or, by revision, not yet in the index. */
	#coming = 0;
	/** @type {Map<number, number>} */
	#own = new Map();
	#watchers = new Watchers();
	/** @type {Map<number, number>} notes by revision, with when they may go */
	#notes = new Map();
	#sweeping;

	/**
	 * @param {object} options
	 * @param {import('./nats-connection.mjs').NatsSettings} options.settings
	 * @param {number} [options.most] bytes of keys and values
	 * @returns {Promise<NatsStore>} @throws when no server is there, or none answers within 20 seconds
	 */
	static async open({ settings, most = Infinity }) {
		const { bucket, replicas } = settings;
		const connection = await connectTo(settings);
		const client = jetstream(connection, { timeout: ANSWER });
		const store = new NatsStore({ connection, client, manager: await client.jetstreamManager(false), bucket, most });
		// Not from replicas: those may lag behind what was answered.
		await store.#persist(() => new Kvm(client).create(bucket, { replicas, history: 1, allow_direct: false }));
		await store.#follower.start();
		return store;
	}

	/**
	 * @param {{ connection: import('@nats-io/transport-node').NatsConnection,
	 *   client: import('@nats-io/jetstream').JetStreamClient, manager: import('@nats-io/jetstream').JetStreamManager,
	 *   bucket: string, most: number }} options
	 */
	constructor({ connection, client, manager, bucket, most }) {
		this.#connection = connection;
		this.#client = client;
		this.#manager = manager;
		this.#stream = `KV_${bucket}`;
		this.#subjects = `$KV.${bucket}.`;
		this.#most = most;
		this.#follower = new NatsFollower({
			connection,
			manager,
			stream: this.#stream,
			subjects: this.#subjects,
			index: this.#index,
			changed: (key) => this.#watchers.tell(key),
			note: (revision) => this.#notes.set(revision, performance.now() + NOTE_LIFE),
			persist: (task) => this.#persist(task)
		});
		this.#sweeping = setInterval(() => void this.#sweep().catch(() => undefined), NOTE_LIFE / 10).unref();
	}

	/** @param {string} key */
	async get(key) {
		const stored = await this.#stored(key);
		return stored && { value: stored.data, revision: stored.seq };
	}

	/** @param {string} prefix @param {number} [after] */
	async list(prefix, after = 0) {
		await this.#follower.current();
		return this.#index.list(prefix, after);
	}

	/** @param {string} key @param {Uint8Array} value @param {number} [expected] */
	async put(key, value, expected) {
		const more = key.length + value.length - (this.#index.find(key)?.bytes ?? 0);
		if (more > 0 && !(await this.#hasRoom(more))) throw new StoreFull('The limit of the store is reached.');
		this.#coming += more;
		const revision = await this.#publish(key, value, expected).catch((problem) => {
			this.#coming -= more;
			throw problem;
		});
		if (revision === undefined) this.#coming -= more;
		else this.#own.set(revision, more);
		return revision;
	}

	/** @param {string} key @param {number} [expected] */
	async remove(key, expected) {
		const stored = await this.#stored(key);
		if (!stored || (expected !== undefined && expected !== stored.seq)) {
			// Another server removed it, and could not tell.
			if (!stored && this.#index.remove(key, expected ?? Infinity)) this.#watchers.tell(key);
			return false;
		}
		let tries = 0;
		const isRemoved = await this.#persist(async () => {
			tries += 1;
			try {
				return await this.#manager.streams.deleteMessage(this.#stream, stored.seq);
			} catch (problem) {
				// Gone at the second try: the first did it, and its answer was lost.
				if (isOneOf(problem, NOT_THERE)) return tries > 1;
				throw problem;
			}
		});
		if (!isRemoved) return expected === undefined ? this.remove(key) : false;
		if (this.#index.remove(key, stored.seq)) this.#watchers.tell(key);
		const note = headers();
		note.set('Gone', String(stored.seq));
		await this.#publish(`${GONE}${key}`, new Uint8Array(), undefined, note).catch((problem) => {
			// Without room for the note the others find out when they look for the key.
			if (!(problem instanceof StoreFull)) throw problem;
		});
		return true;
	}

	/** @param {string} keyOrPrefix @param {() => void} changed */
	watch(keyOrPrefix, changed) {
		return this.#watchers.add(keyOrPrefix, changed);
	}

	usage() {
		return this.#index.usage;
	}

	async close() {
		clearInterval(this.#sweeping);
		this.#closed = true;
		await this.#follower.close();
		await this.#connection.drain();
	}

	/** @param {number} more bytes */
	async #hasRoom(more) {
		const has = () => {
			for (const [revision, bytes] of this.#own) {
				if (revision > this.#follower.seen) break;
				this.#own.delete(revision);
				this.#coming -= bytes;
			}
			return this.#index.usage.bytes + this.#coming + more <= this.#most;
		};
		if (has()) return true;
		await this.#follower.current();
		return has();
	}

	/** @param {string} key */
	#stored(key) {
		const subject = this.#subjects + key;
		return this.#persist(async () => {
			const stored = await this.#manager.streams.getMessage(this.#stream, { last_by_subj: subject });
			return stored ?? undefined;
		});
	}

	/**
	 * Once, whatever happens to the answer: each try has the same name, and the bucket keeps the names of two minutes.
	 * @param {string} key
	 * @param {Uint8Array} value
	 * @param {number | undefined} expected
	 * @param {import('@nats-io/transport-node').MsgHdrs} [more]
	 * @returns {Promise<number | undefined>}
	 */
	async #publish(key, value, expected, more) {
		const msgID = crypto.randomUUID();
		const expect = expected === undefined ? {} : { lastSubjectSequence: expected };
		let tries = 0;
		return this.#persist(async () => {
			tries += 1;
			try {
				const options = { msgID, expect, ...(more ? { headers: more } : {}) };
				return (await this.#client.publish(this.#subjects + key, value, options)).seq;
			} catch (problem) {
				if (isOneOf(problem, NO_ROOM)) throw new StoreFull('The bucket is full.', { cause: problem });
				if (!isOneOf(problem, OTHER_REVISION)) throw problem;
				const stored = tries > 1 ? await this.#stored(key) : undefined;
				return stored?.header.get('Nats-Msg-Id') === msgID ? stored.seq : undefined;
			}
		});
	}

	/**
	 * Tries until it is answered, for as long as the servers may be choosing a leader.
	 * @template Result
	 * @param {() => Promise<Result>} task
	 * @returns {Promise<Result>}
	 * @throws StoreAway
	 */
	async #persist(task) {
		for (const end = performance.now() + PATIENCE; ;) {
			try {
				return await task();
			} catch (problem) {
				if (problem instanceof StoreFull || problem instanceof StoreAway) throw problem;
				if (this.#closed || performance.now() > end) throw new StoreAway('NATS does not answer.', { cause: problem });
				await pause(PAUSE * (1 + Math.random()));
			}
		}
	}

	/** Takes away the notes that everybody has seen. */
	async #sweep() {
		for (const [revision, until] of this.#notes) {
			if (until > performance.now()) continue;
			// Each server does it, whoever comes first.
			await this.#manager.streams.deleteMessage(this.#stream, revision, false).catch((problem) => {
				if (!isOneOf(problem, NOT_THERE)) throw problem;
			});
			this.#notes.delete(revision);
		}
	}
}

/** @param {unknown} problem @param {number[]} codes */
const isOneOf = (problem, codes) => problem instanceof JetStreamApiError && codes.includes(problem.code);
