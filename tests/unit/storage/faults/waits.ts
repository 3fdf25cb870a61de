import { vi } from 'vitest';

/** What the tabs of a device still wait for: a closed tab does nothing more, so that goes with the device. */
export class Waits {
	readonly #timers = new Set<NodeJS.Timeout>();

	/** From here on every wait is one of these; until `vi.unstubAllGlobals`. */
	begin(): void {
		const wait = globalThis.setTimeout;
		vi.stubGlobal('setTimeout', (work: () => void, milliseconds?: number) => {
			const timer = wait(() => {
				this.#timers.delete(timer);
				work();
			}, milliseconds);
			this.#timers.add(timer);
			return timer;
		});
	}

	end(): void {
		for (const timer of this.#timers) clearTimeout(timer);
		this.#timers.clear();
	}
}
