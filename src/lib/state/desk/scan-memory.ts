/** A code that was out of the picture for so long is shown anew by someone who wants an answer (ms). */
export const AWAY = 4000;

/** After so long a code that could not be stored is tried again while it is still in view (ms). */
export const PAUSE = 2000;

/** More codes than any hall shows; the ones longest out of view are forgotten first. */
const MOST = 500;

interface Scanned {
	/** When it was last in view. */
	seen: number;
	/** `busy` until it is known what became of it; since when it `failed`. */
	state: 'busy' | 'answered' | { failed: number };
}

/**
 * What became of the codes that a camera saw: it reads the same one many times a second, often with another beside it.
 * @param clock in ms, never back
 */
export class ScanMemory {
	#codes = new Map<string, Scanned>();

	constructor(private readonly clock: () => number) {}

	/**
	 * This code is in view. Whether to take it in now: as `new`, or once `more` after it failed while it stayed in
	 * view. The caller tells with `answered` or `failed` what came of it.
	 */
	see(text: string): 'new' | 'more' | 'not-now' {
		const now = this.clock();
		const known = this.#codes.get(text);
		const verdict = known === undefined ? 'new' : judge(known, now);
		// The last seen is last in the map.
		this.#codes.delete(text);
		this.#codes.set(text, { seen: now, state: verdict === 'not-now' && known ? known.state : 'busy' });
		if (this.#codes.size > MOST) this.#forgetOldest();
		return verdict;
	}

	/** It came in, or was refused: asking again gives the same. */
	answered(text: string): void {
		this.#settle(text, 'answered');
	}

	/** It could not be stored, through no fault of the phone that shows it: another try may go well. */
	failed(text: string): void {
		this.#settle(text, { failed: this.clock() });
	}

	#settle(text: string, state: Scanned['state']): void {
		const known = this.#codes.get(text);
		if (known) known.state = state;
	}

	#forgetOldest(): void {
		for (const text of this.#codes.keys()) {
			this.#codes.delete(text);
			return;
		}
	}
}

function judge({ seen, state }: Scanned, now: number): 'new' | 'more' | 'not-now' {
	if (state === 'busy') return 'not-now';
	if (now - seen >= AWAY) return 'new';
	return state !== 'answered' && now - state.failed >= PAUSE ? 'more' : 'not-now';
}
