import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, dateLabels, dayAfter, daysBetween, isDay, isUsableDate, slashedDate } from '$lib/domain/dates';

describe('a usable date', () => {
	test.each(['2000-01-01', '2026-03-19', '2026-12-31', '2099-12-31', '2100-01-01', '2100-12-31'])(
		'is a day from 2000 to 2100: %s',
		(date) => {
			expect(isUsableDate(date)).toBe(true);
		}
	);

	test.each(['1999-12-31', '2101-01-01', '0026-03-19', '0202-03-19', '1926-03-19', '9999-12-31', '20266-03-19'])(
		'is in no other year, as when a date field is half typed: %s',
		(date) => {
			expect(isUsableDate(date)).toBe(false);
		}
	);

	test.each([
		['2000-02-29', true], // A century that 400 divides.
		['2024-02-29', true],
		['2028-02-29', true],
		['2026-02-29', false],
		['2023-02-29', false],
		['2100-02-29', false], // A century that 400 does not divide.
		['2024-02-30', false],
		['2026-02-28', true],
		['2100-02-28', true]
	])('29 February is in leap years only: %s is %s', (date, usable) => {
		expect(isUsableDate(date)).toBe(usable);
	});

	test.each(['2026-00-10', '2026-13-10', '2026-01-00', '2026-01-32', '2026-04-31', '2026-06-31', '2026-11-31'])(
		'is on the calendar: %s is not',
		(date) => {
			expect(isUsableDate(date)).toBe(false);
		}
	);

	test.each([
		'',
		'2026',
		'2026-03',
		'2026-3-19',
		'2026-03-9',
		'19-03-2026',
		'2026/03/19',
		'20260319',
		' 2026-03-19',
		'2026-03-19 ',
		'2026-03-19\n',
		'2026-03-19T10:00',
		'+2026-03-19',
		'null',
		'vandaag'
	])('is written as yyyy-mm-dd and nothing else: %j is not', (date) => {
		expect(isUsableDate(date)).toBe(false);
	});

	test('is every day of the calendar in those years', () => {
		const days = fc.date({
			min: new Date('2000-01-01T00:00:00Z'),
			max: new Date('2100-12-31T00:00:00Z'),
			noInvalidDate: true
		});
		fc.assert(
			fc.property(days, (day) => {
				expect(isUsableDate(day.toISOString().slice(0, 10))).toBe(true);
			})
		);
	});

	test('is what the calendar of the language has too, for whatever year, month and day', () => {
		const two = (value: number) => String(value).padStart(2, '0');
		fc.assert(
			fc.property(
				fc.integer({ min: 2000, max: 2100 }),
				fc.integer({ min: 0, max: 13 }),
				fc.integer({ min: 0, max: 32 }),
				(year, month, day) => {
					const date = new Date(Date.UTC(year, month - 1, day));
					const exists =
						date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
					expect(isUsableDate(`${year}-${two(month)}-${two(day)}`)).toBe(exists);
				}
			)
		);
	});
});

describe('so many months later', () => {
	test.each([
		['2026-03-19', 12, '2027-03-19'],
		['2026-11-30', 2, '2027-01-30'],
		['2026-12-31', 2, '2027-02-28'],
		['2027-12-31', 2, '2028-02-29'],
		['2028-02-29', 12, '2029-02-28'],
		['2026-01-31', 3, '2026-04-30']
	])('%s and %i months is %s', (date, months, later) => {
		expect(addMonths(date, months)).toBe(later);
	});
});

test.each([
	[
		['2024-03-19', '2026-03-22'],
		['2024', '2026']
	],
	[
		['2025-03-19', '2025-09-30', '2026-03-22'],
		['mrt 2025', 'sept 2025', 'mrt 2026']
	],
	[
		['2025-03-19', '2025-03-02'],
		['19 mrt 2025', '2 mrt 2025']
	],
	[
		['2025-03-19', '2025-03-19'],
		['19 mrt 2025', '19 mrt 2025']
	],
	[
		['onbekend', '2025-03-19'],
		['onbekend', '2025']
	]
])('%j are told apart as %j', (dates, labels) => {
	expect(dateLabels(dates)).toEqual(labels);
});

describe('the next day', () => {
	test.each([
		['2026-03-19', '2026-03-20'],
		['2026-02-28', '2026-03-01'],
		['2024-02-28', '2024-02-29'],
		['2025-12-31', '2026-01-01'],
		['9999-12-31', undefined]
	])('of %s is %s', (day, next) => {
		expect(dayAfter(day)).toBe(next);
	});

	test('is a day again, one further on, whatever the day', () => {
		const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-30'), noInvalidDate: true });
		fc.assert(
			fc.property(days, (date) => {
				const day = date.toISOString().slice(0, 10);
				const next = dayAfter(day);
				expect(isDay(next)).toBe(true);
				expect(daysBetween(day, next ?? '')).toBe(1);
			})
		);
	});
});

test('a day with slashes, as a spreadsheet here reads it', () => {
	expect(slashedDate('2026-03-19')).toBe('19/03/2026');
});
