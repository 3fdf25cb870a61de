import { vi } from 'vitest';

const real = globalThis.setTimeout;

/** From here on, waiting takes a fraction of its time; until `vi.unstubAllGlobals`. Whatever waits longest still comes last. */
export function hurry(factor = 40): void {
	const fast = (work: () => void, milliseconds = 0) => real(work, milliseconds / factor);
	vi.stubGlobal('setTimeout', fast);
}
