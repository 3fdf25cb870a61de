import { mkdirSync } from 'node:fs';
import { open } from 'lmdb';
import { StoreFull } from './store.mjs';
import { Watchers } from './watchers.mjs';

/** Disk full, a write that was cut short because of it, and the map that cannot grow. */
const FULL = new Set([28, 5, -30792]);
/** Its own key: revision, bytes and entries, written with each change. No key of the letterbox is called so. */
const META = '.meta';
const REVISION_BYTES = 8;

/**
 * A store in one folder of this machine, for one server: LMDB, whose file is whole after kill -9 and a power cut.
 * What is asked in one turn of the event loop goes to the disk together, in one transaction.
 */
export class EmbeddedStore {
	#db;
	#most;
	#meta;
	/** @type {Asked[]} */
	#waiting = [];
	#watchers = new Watchers();
	/** @type {NodeJS.Immediate | undefined} */
	#planned;

	/** @param {{ folder: string, most?: number }} options most: bytes of keys and values */
	constructor({ folder, most = Infinity }) {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		// overlappingSync off: a transaction is on the disk when it returns.
		this.#db = open({ path: folder, noSubdir: false, encoding: 'binary', cache: false, overlappingSync: false });
		this.#most = most;
		this.#meta = readMeta(this.#db.getBinary(META));
	}

	async get(/** @type {string} */ key) {
		const stored = this.#db.getBinary(key);
		return stored && { value: stored.subarray(REVISION_BYTES), revision: stored.readDoubleBE(0) };
	}

	async list(/** @type {string} */ prefix, after = 0) {
		const found = [];
		for (const key of this.#db.getKeys({ start: prefix, end: `${prefix}\uffff` })) {
			const revision = this.#db.getBinaryFast(key)?.readDoubleBE(0) ?? 0;
			if (revision > after) found.push({ key: String(key), revision });
		}
		return found.sort((one, other) => one.revision - other.revision);
	}

	/**
	 * @param {string} key
	 * @param {Uint8Array} value
	 * @param {number} [expected]
	 * @returns {Promise<number | undefined>}
	 */
	put(key, value, expected) {
		return this.#plan({ key, value, expected });
	}

	/** @param {string} key @param {number} [expected] @returns {Promise<boolean>} */
	remove(key, expected) {
		return this.#plan({ key, value: undefined, expected });
	}

	watch(/** @type {string} */ keyOrPrefix, /** @type {() => void} */ changed) {
		return this.#watchers.add(keyOrPrefix, changed);
	}

	usage() {
		return { entries: this.#meta.entries, bytes: this.#meta.bytes };
	}

	async close() {
		this.#commit();
		await this.#db.close();
	}

	/** @param {Change} change @returns {Promise<any>} */
	#plan(change) {
		this.#planned ??= setImmediate(() => this.#commit());
		return new Promise((done, failed) => this.#waiting.push({ change, done, failed }));
	}

	#commit() {
		clearImmediate(this.#planned);
		this.#planned = undefined;
		const asked = this.#waiting.splice(0);
		if (asked.length === 0) return;
		if (!this.#write(asked)) return;
		// Together they did not fit: a removal, or a smaller envelope, still may.
		for (const one of asked) this.#write([one], true);
	}

	/**
	 * @param {Asked[]} asked
	 * @param {boolean} last whether a full disk is the answer, even for one of several
	 * @returns {boolean} whether to try one by one
	 */
	#write(asked, last = asked.length === 1) {
		const meta = { ...this.#meta };
		/** @type {unknown[]} */
		let results = [];
		try {
			this.#db.transactionSync(() => {
				results = asked.map(({ change }) => this.#apply(change, meta));
				this.#db.putSync(META, writeMeta(meta));
			});
		} catch (cause) {
			const full = FULL.has(/** @type {{ code?: number }} */ (cause)?.code ?? 0);
			if (full && !last) return true;
			const told = full ? new StoreFull('The disk is full.', { cause }) : cause;
			for (const { failed } of asked) failed(told);
			return false;
		}
		this.#meta = meta;
		asked.forEach(({ change, done, failed }, index) => {
			const result = results[index];
			if (result instanceof StoreFull) return failed(result);
			done(result);
			if (result) this.#watchers.tell(change.key);
		});
		return false;
	}

	/** @param {Change} change @param {Meta} meta what is counted on */
	#apply({ key, value, expected }, meta) {
		const stored = this.#db.getBinaryFast(key);
		const was = stored?.readDoubleBE(0) ?? 0;
		const bytesBefore = stored ? key.length + stored.length : 0;
		if (expected !== undefined && expected !== was) return value ? undefined : false;
		if (!value) {
			if (was === 0) return false;
			this.#db.removeSync(key);
			meta.bytes -= bytesBefore;
			meta.entries -= 1;
			return true;
		}
		const more = key.length + REVISION_BYTES + value.length - bytesBefore;
		if (more > 0 && meta.bytes + more > this.#most) return new StoreFull('The limit of the store is reached.');
		meta.revision += 1;
		meta.bytes += more;
		meta.entries += was === 0 ? 1 : 0;
		const bytes = Buffer.allocUnsafe(REVISION_BYTES + value.length);
		bytes.writeDoubleBE(meta.revision, 0);
		bytes.set(value, REVISION_BYTES);
		this.#db.putSync(key, bytes);
		return meta.revision;
	}
}

/**
 * @typedef {{ key: string, value: Uint8Array | undefined, expected: number | undefined }} Change no value: a removal
 * @typedef {{ change: Change, done: (result: any) => void, failed: (cause: unknown) => void }} Asked
 * @typedef {{ revision: number, bytes: number, entries: number }} Meta
 */

/** @param {Buffer | undefined} stored @returns {Meta} */
function readMeta(stored) {
	if (!stored) return { revision: 0, bytes: 0, entries: 0 };
	return { revision: stored.readDoubleBE(0), bytes: stored.readDoubleBE(8), entries: stored.readDoubleBE(16) };
}

/** @param {Meta} meta */
function writeMeta({ revision, bytes, entries }) {
	const stored = Buffer.alloc(24);
	[revision, bytes, entries].forEach((value, index) => stored.writeDoubleBE(value, index * 8));
	return stored;
}
