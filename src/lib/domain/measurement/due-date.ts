import { addMonths } from '$lib/domain/dates';

/** When a partnership measures again: the day it chose, else a year after its latest measurement. */
export interface DueDate {
	/** ISO date, yyyy-mm-dd. */
	date: string;
	/** Whether people chose this day themselves. */
	chosen: boolean;
}

const MONTHS_BETWEEN = 12;
/** From so many months before the day it is time to plan. */
const PLAN_MONTHS_AHEAD = 2;

/**
 * A chosen day that the latest measurement has reached is behind us, and does not count any more.
 * @param nextDate the chosen ISO date, '' when none was chosen
 * @param latestDate the ISO date of the latest measurement
 * @returns null when there is neither
 */
export function dueDateOf(nextDate: string, latestDate: string | undefined): DueDate | null {
	if (nextDate !== '' && (latestDate === undefined || nextDate > latestDate)) return { date: nextDate, chosen: true };
	return latestDate === undefined ? null : { date: addMonths(latestDate, MONTHS_BETWEEN), chosen: false };
}

export type DueState = 'overdue' | 'soon' | 'later';

/**
 * On the day itself it is not overdue yet.
 * @param today ISO date, yyyy-mm-dd
 */
export function dueStateOf({ date }: Pick<DueDate, 'date'>, today: string): DueState {
	if (date < today) return 'overdue';
	return date <= addMonths(today, PLAN_MONTHS_AHEAD) ? 'soon' : 'later';
}
