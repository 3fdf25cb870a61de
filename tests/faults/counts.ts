import type { TestInfo } from '@playwright/test';

export const COUNT = 'count';

/** What a fault run counted, by what it says in the table at the end. */
export type Counts = Record<string, number | string>;

/** Puts counts in the table that is printed after all runs; also when the run fails afterwards. */
export function print(testInfo: TestInfo, counts: Counts): void {
	for (const [name, value] of Object.entries(counts)) {
		testInfo.annotations.push({ type: COUNT, description: `${name}: ${value}` });
	}
}

/** The value below which this share (0 to 1) of them lies; 0 when there are none. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
