/** Between two presses that are both meant (ms). */
const APART = 800;

/**
 * For a press that puts the next thing to press under the same finger: after one that took effect, a burst of others
 * does nothing, and a key that is held neither.
 */
export class Pace {
	#last = -Infinity;

	/** Whether this press is meant; each press starts the pause anew. */
	passes(): boolean {
		const before = this.#last;
		this.#last = Date.now();
		return this.#last - before >= APART;
	}
}
