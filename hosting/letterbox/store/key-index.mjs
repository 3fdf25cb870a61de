/**
 * Keys with their revisions, in memory, without values: about 300 bytes a key. Keys are kept by group, all but the last
 * part of the key, so that what is below a prefix is found without looking at anything else.
 */
export class KeyIndex {
	/** @type {Map<string, Map<string, Kept>>} */
	#groups = new Map();
	/** @type {Map<string, Set<string>>} the groups one part longer, that hold keys or have such groups again */
	#deeper = new Map();
	#entries = 0;
	#bytes = 0;

	get usage() {
		return { entries: this.#entries, bytes: this.#bytes };
	}

	/** @param {string} key */
	find(key) {
		return this.#groups.get(groupOf(key))?.get(key);
	}

	/**
	 * @param {string} prefix
	 * @param {number} after
	 * @returns {import('./store.mjs').Listed[]} in order of revision
	 */
	list(prefix, after) {
		return this.#below(prefix)
			.flatMap((keys) => [...keys].map(([key, { revision }]) => ({ key, revision })))
			.filter(({ revision }) => revision > after)
			.sort((one, other) => one.revision - other.revision);
	}

	/**
	 * @param {string} key
	 * @param {number} revision
	 * @param {number} size bytes of the value
	 * @returns {boolean} whether it was news
	 */
	set(key, revision, size) {
		const keys = this.#group(groupOf(key));
		const before = keys.get(key);
		if (before && before.revision >= revision) return false;
		const bytes = key.length + size;
		keys.set(key, { revision, bytes });
		this.#entries += before ? 0 : 1;
		this.#bytes += bytes - (before?.bytes ?? 0);
		return true;
	}

	/**
	 * @param {string} key
	 * @param {number} revision a higher one stays
	 * @returns {boolean} whether it was there
	 */
	remove(key, revision) {
		const name = groupOf(key);
		const keys = this.#groups.get(name);
		const kept = keys?.get(key);
		if (!keys || !kept || kept.revision > revision) return false;
		keys.delete(key);
		if (keys.size === 0) this.#drop(name);
		this.#entries -= 1;
		this.#bytes -= kept.bytes;
		return true;
	}

	/** @param {string} prefix @returns {Map<string, Kept>[]} */
	#below(prefix) {
		const deeper = [...(this.#deeper.get(prefix) ?? [])].flatMap((name) => this.#below(name));
		return [this.#groups.get(prefix) ?? new Map(), ...deeper];
	}

	/** @param {string} name @returns {Map<string, Kept>} */
	#group(name) {
		const there = this.#groups.get(name);
		if (there) return there;
		const keys = new Map();
		this.#groups.set(name, keys);
		for (let below = name; below; below = aboveOf(below)) {
			const above = aboveOf(below);
			this.#deeper.set(above, (this.#deeper.get(above) ?? new Set()).add(below));
		}
		return keys;
	}

	/** @param {string} name */
	#drop(name) {
		this.#groups.delete(name);
		for (let below = name; below && !this.#groups.has(below) && !this.#deeper.has(below); below = aboveOf(below)) {
			const names = this.#deeper.get(aboveOf(below));
			names?.delete(below);
			if (names?.size === 0) this.#deeper.delete(aboveOf(below));
		}
	}
}

/** @param {string} key */
const groupOf = (key) => key.slice(0, key.lastIndexOf('.') + 1);

/** @param {string} group */
const aboveOf = (group) => groupOf(group.slice(0, -1));

/** @typedef {{ revision: number, bytes: number }} Kept bytes: of key and value */
