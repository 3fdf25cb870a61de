import { daysBetween } from '$lib/domain/dates';

/** When people are reminded to save everything to a file. */

/**
 * So many days may pass after the last backup, with changes since, before anyone is reminded; this app's own choice.
 */
const REMIND_AFTER_DAYS = 30;

export interface BackupHistory {
	/** How many measurements, those of the example left out, and questionnaires of people's own, also unready ones. */
	own: number;
	/** ISO date of the last time that everything was saved to a file; null: never. */
	savedAt: string | null;
	/** Whether anything changed since. */
	changed: boolean;
}

export type BackupAdvice =
	/** There is nothing that anyone would miss. */
	| 'nothing'
	/** Never saved to a file. */
	| 'missing'
	/** Something changed, long after the last time. */
	| 'old'
	/** Something changed, not long after the last time. */
	| 'changed'
	/** The file holds everything. */
	| 'complete';

/** @param today ISO date */
export function adviseBackup({ own, savedAt, changed }: BackupHistory, today: string): BackupAdvice {
	if (own === 0) return 'nothing';
	if (savedAt === null) return 'missing';
	if (!changed) return 'complete';
	return daysBetween(savedAt, today) > REMIND_AFTER_DAYS ? 'old' : 'changed';
}

/** Whether to remind people on pages where they did not ask for it. */
export function remindsOfBackup(advice: BackupAdvice): boolean {
	return advice === 'missing' || advice === 'old';
}
