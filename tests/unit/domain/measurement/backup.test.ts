import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adviseBackup, remindsOfBackup } from '$lib/domain/measurement/backup';
import { daysBetween } from '$lib/domain/dates';

const NOW = '2026-11-22';
const saved = (savedAt: string | null, changed: boolean) => adviseBackup({ own: 3, savedAt, changed }, NOW);

describe('the backup that people are advised to make', () => {
	test('is none without anything of their own, whatever was saved', () => {
		expect(adviseBackup({ own: 0, savedAt: null, changed: true }, NOW)).toBe('nothing');
		expect(adviseBackup({ own: 0, savedAt: '2020-01-01', changed: true }, NOW)).toBe('nothing');
	});

	test('is missing when nothing was ever saved', () => {
		expect(saved(null, true)).toBe('missing');
		expect(saved(null, false)).toBe('missing');
	});

	test('is old only when something changed and more than 30 days went by', () => {
		expect(saved('2026-10-22', true)).toBe('old');
		expect(saved('2026-10-23', true)).toBe('changed');
		expect(saved('2020-01-01', false)).toBe('complete');
	});

	test('reminds of itself only when it is missing or old', () => {
		expect(
			['nothing', 'missing', 'old', 'changed', 'complete'].map((advice) => remindsOfBackup(advice as 'old'))
		).toEqual([false, true, true, false, false]);
	});

	test('of a clock that was set back is not old', () => {
		expect(saved('2030-01-01', true)).toBe('changed');
	});
});

describe('days between two dates', () => {
	test('go over months, years and leap days', () => {
		expect(daysBetween('2026-10-23', '2026-11-22')).toBe(30);
		expect(daysBetween('2027-12-31', '2028-01-01')).toBe(1);
		expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
		expect(daysBetween('2100-02-28', '2100-03-01')).toBe(1);
		expect(daysBetween('2026-11-22T23:00:00Z', '2026-11-21T01:00:00Z')).toBe(-1);
	});

	test('are those of the clock', () => {
		const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(date, date, (from, to) => {
				const midnight = (at: Date) => Date.parse(at.toISOString().slice(0, 10));
				expect(daysBetween(from.toISOString(), to.toISOString())).toBe((midnight(to) - midnight(from)) / 86_400_000);
			})
		);
	});
});
