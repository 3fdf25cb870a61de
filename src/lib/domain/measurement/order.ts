import { compareText } from '$lib/domain/text/compare-text';
import type { Measurement } from './measurement';

type Moment = Pick<Measurement, 'id' | 'date' | 'createdAt'>;

/** As for sorting, newest first: by date, then by when they were made. ISO texts sort as the moments they name. */
export function byNewest(a: Moment, b: Moment): number {
	return -(compareText(a.date, b.date) || compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id));
}

/** The measurements before this one, newest first; `measurements` are of one partnership, in any order. */
export function measurementsBefore<M extends Moment>(measurements: readonly M[], current: Moment): M[] {
	return measurements.filter((measurement) => byNewest(current, measurement) < 0).sort(byNewest);
}
