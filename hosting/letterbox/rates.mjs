/** More names than this are never remembered: the ones that waited longest are forgotten. */
const MOST_NAMES = 100_000;

/**
 * How often something may be done in a name (a room, a slot, an address): so many at once, and then so many a second.
 * Only in memory: a restart forgets it, and so do some minutes.
 */
export class Rate {
	#atOnce;
	#aSecond;
	#now;
	/** @type {Map<string, { left: number, at: number }>} */
	#names = new Map();

	/** @param {{ atOnce: number, aSecond: number, now: () => number }} options now: milliseconds that only grow */
	constructor({ atOnce, aSecond, now }) {
		this.#atOnce = atOnce;
		this.#aSecond = aSecond;
		this.#now = now;
	}

	/**
	 * @param {string} name
	 * @returns {number} 0 when it may be done now, and it is counted; else the seconds to wait
	 */
	take(name) {
		const at = this.#now();
		const before = this.#names.get(name);
		const left = before ? this.#leftOf(before, at) : this.#atOnce;
		if (left < 1) return Math.ceil((1 - left) / this.#aSecond);
		this.#names.delete(name);
		if (this.#names.size >= MOST_NAMES) this.#forget();
		this.#names.set(name, { left: left - 1, at });
		return 0;
	}

	/** Forgets the names that may do all again. */
	tidy() {
		const at = this.#now();
		for (const [name, entry] of this.#names) if (this.#leftOf(entry, at) >= this.#atOnce) this.#names.delete(name);
	}

	get size() {
		return this.#names.size;
	}

	/** @param {{ left: number, at: number }} entry @param {number} at */
	#leftOf(entry, at) {
		return Math.min(this.#atOnce, entry.left + ((at - entry.at) / 1000) * this.#aSecond);
	}

	#forget() {
		// The first of a map is the one that was used longest ago.
		for (const name of this.#names.keys()) {
			if (this.#names.size < MOST_NAMES) return;
			this.#names.delete(name);
		}
	}
}
