/** So many times as many members as in `npm test`: above 1 in `npm run test:faults`, below it in `npm run check`. */
const TIMES = Number(process.env['PROPERTY_RUNS'] ?? 1);
if (!(TIMES > 0)) throw new RangeError(`PROPERTY_RUNS=${process.env['PROPERTY_RUNS'] ?? ''}`);

/** Whether a run is a long one, whose counts are written down in docs/fault-runs.md. */
export const isLong = TIMES > 1;

/**
 * How many members a property test tries.
 * @param usual in `npm test`
 * @returns at least 1
 */
export function runs(usual: number): number {
	return Math.max(1, Math.round(usual * TIMES));
}

/** How long (ms) a test may take that takes at most so long in `npm test`; longer when it tries more members. */
export function patience(usual: number): number {
	return Math.max(usual, runs(usual));
}
