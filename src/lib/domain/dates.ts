import { daysIn } from './field-rules';

const months = [
	'januari',
	'februari',
	'maart',
	'april',
	'mei',
	'juni',
	'juli',
	'augustus',
	'september',
	'oktober',
	'november',
	'december'
];

/** So many months later, on the same day or else on the last one of that month: 31 December and two is 28 February. */
export function addMonths(isoDate: string, months: number): string {
	const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
	const count = year * 12 + (month - 1) + months;
	const [inYear, inMonth] = [Math.floor(count / 12), (count % 12) + 1];
	return [inYear, inMonth, Math.min(day, daysIn(inYear, inMonth) ?? day)]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');
}

/** «19 maart 2026» for 2026-03-19; anything else comes back as it is. */
export function formatDate(isoDate: string): string {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate) ?? [];
	const name = months[Number(month) - 1];
	return name ? `${Number(day)} ${name} ${year}` : isoDate;
}

/** Whole days of the calendar from one ISO date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
	return dayNumber(to) - dayNumber(from);
}

/** Counts days on, in the Gregorian calendar; only the difference of two means anything. */
function dayNumber(isoDate: string): number {
	const [year = 0, month = 1, day = 1] = isoDate.slice(0, 10).split('-').map(Number);
	const before = year - 1;
	const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
	const daysOfMonths = Array.from({ length: month - 1 }, (_, index) => daysIn(year, index + 1) ?? 0);
	return before * 365 + leapDays + daysOfMonths.reduce((total, days) => total + days, 0) + day;
}
