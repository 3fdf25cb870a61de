import type { Measurement } from './measurement';

/** For sorting: the newest date first, and of one day the last made. */
export function byNewest(
	a: Pick<Measurement, 'date' | 'createdAt'>,
	b: Pick<Measurement, 'date' | 'createdAt'>
): number {
	return b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt);
}
