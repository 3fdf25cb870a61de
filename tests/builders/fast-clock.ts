import { vi } from 'vitest';

const real = globalThis.setTimeout;

/** In milliseconds: what ends a wait for something that hangs may not overtake a machine that is busy for a moment. */
const LONG = 3000;

/**
 * From here on, waiting takes a fraction of its time; until `vi.unstubAllGlobals`. Whatever
 * waits longest still comes last.
 */
export function hurry(factor = 40): void {
	const fast = (work: () => void, milliseconds = 0) =>
		real(work, milliseconds / (milliseconds < LONG ? factor : factor / 4));
	vi.stubGlobal('setTimeout', fast);
}
