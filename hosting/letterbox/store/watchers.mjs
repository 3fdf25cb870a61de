/** Who wants to hear of changes to a key, or below a prefix. */
export class Watchers {
	/** @type {Map<string, Set<() => void>>} */
	#byName = new Map();

	/** @param {string} keyOrPrefix @param {() => void} changed @returns {() => void} what stops it */
	add(keyOrPrefix, changed) {
		const watchers = this.#byName.get(keyOrPrefix) ?? new Set();
		this.#byName.set(keyOrPrefix, watchers.add(changed));
		return () => {
			watchers.delete(changed);
			if (watchers.size === 0) this.#byName.delete(keyOrPrefix);
		};
	}

	/** @param {string} key that changed */
	tell(key) {
		if (this.#byName.size === 0) return;
		const parts = key.split('.');
		const names = [key, ...parts.slice(0, -1).map((_, index) => `${parts.slice(0, index + 1).join('.')}.`)];
		for (const name of names) for (const changed of this.#byName.get(name) ?? []) changed();
	}
}
