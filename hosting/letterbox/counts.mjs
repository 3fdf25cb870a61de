/** Numbers for whoever runs the server. No id, no address and no time of anybody is in them. */
export class Counts {
	/** @type {Record<string, number>} */
	#numbers = {};

	/** @param {string} name @param {number} by */
	add(name, by = 1) {
		this.#numbers[name] = (this.#numbers[name] ?? 0) + by;
	}

	/** @param {string} name @param {number} value */
	set(name, value) {
		this.#numbers[name] = value;
	}

	/** One `letterbox_<name> <number>` a line. */
	toString() {
		return Object.entries(this.#numbers)
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([name, value]) => `letterbox_${name} ${value}\n`)
			.join('');
	}
}
