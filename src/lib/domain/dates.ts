/**
 * Days of the calendar, as yyyy-mm-dd: which of them people can choose, how far apart they are, and
 * how they are written in Dutch.
 */

/** The days that people choose from, everywhere: on screens, in files, links and codes. ISO dates. */
export const FIRST_DAY = '2000-01-01';
export const LAST_DAY = '2100-12-31';
/** «tussen 2000 en 2100», as people read it. */
export const USABLE_YEARS = `tussen ${FIRST_DAY.slice(0, 4)} en ${LAST_DAY.slice(0, 4)}`;

/**
 * Whether this is a day of the calendar as yyyy-mm-dd, in the years 2000 to 2100: a date field can hold other years.
 */
export function isUsableDate(value: unknown): value is string {
	return isDay(value) && value >= FIRST_DAY && value <= LAST_DAY;
}

/** Whether this is a day of the calendar as yyyy-mm-dd, in whatever year of four digits. */
export function isDay(value: unknown): value is string {
	if (typeof value !== 'string') return false;
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
	return Number(day) >= 1 && Number(day) <= (daysIn(Number(year), Number(month)) ?? 0);
}

/** The day itself, or the nearest one that people can choose; the first one for what is no day at all. */
export function nearestUsableDate(date: string): string {
	if (/^\d{4}-/.test(date) && date > LAST_DAY) return LAST_DAY;
	return isUsableDate(date) ? date : FIRST_DAY;
}

/** In Dutch, from January on. */
export const months: readonly string[] = [
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

/** The next day. @param isoDate yyyy-mm-dd @returns undefined where no year of four digits has it */
export function dayAfter(isoDate: string): string | undefined {
	const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
	if (day < (daysIn(year, month) ?? 0)) return asDay(year, month, day + 1);
	if (month < 12) return asDay(year, month + 1, 1);
	return year < 9999 ? asDay(year + 1, 1, 1) : undefined;
}

function asDay(year: number, month: number, day: number): string {
	return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}

/** So many months later, on the same day or else on the last one of that month: 31 December and two is 28 February. */
export function addMonths(isoDate: string, months: number): string {
	const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
	const count = year * 12 + (month - 1) + months;
	const [inYear, inMonth] = [Math.floor(count / 12), (count % 12) + 1];
	return asDay(inYear, inMonth, Math.min(day, daysIn(inYear, inMonth) ?? day));
}

/** «19 maart 2026» for 2026-03-19; anything else comes back as it is. */
export function formatDate(isoDate: string): string {
	return dayWith((month) => month, isoDate);
}

/**
 * The same in another language that writes a day in this order, as French and English do: «19 mars 2026».
 * @param monthIn gives the name of a month, by the Dutch one
 */
export function dayWith(monthIn: (month: string) => string, isoDate: string): string {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate) ?? [];
	const name = months[Number(month) - 1];
	return name ? `${Number(day)} ${monthIn(name)} ${year}` : isoDate;
}

/** «maart 2026» for 2026-03-19; anything else comes back as it is. */
export function formatMonth(isoDate: string): string {
	const date = formatDate(isoDate);
	return date === isoDate ? isoDate : date.slice(date.indexOf(' ') + 1);
}

/** «19/03/2026» for 2026-03-19, as a spreadsheet here reads it. @param isoDate yyyy-mm-dd */
export function slashedDate(isoDate: string): string {
	return isoDate.split('-').reverse().join('/');
}

const shortMonths = ['jan', 'feb', 'mrt', 'apr', 'mei', 'juni', 'juli', 'aug', 'sept', 'okt', 'nov', 'dec'];

/**
 * Short labels that tell measurements apart: the year, the month where a year has several, or the day.
 * @param isoDates yyyy-mm-dd; anything else comes back as it is
 */
export function dateLabels(isoDates: readonly string[]): string[] {
	const labels = [yearOf, monthOf, dayOf].map((labelOf) => isoDates.map(labelOf));
	return labels.find((found) => new Set(found).size === found.length) ?? isoDates.map(dayOf);
}

const yearOf = (isoDate: string) => /^(\d{4})-\d{2}-\d{2}$/.exec(isoDate)?.[1] ?? isoDate;

function monthOf(isoDate: string): string {
	const name = shortMonths[Number(isoDate.slice(5, 7)) - 1];
	return name ? `${name} ${yearOf(isoDate)}` : isoDate;
}

function dayOf(isoDate: string): string {
	const month = monthOf(isoDate);
	return month === isoDate ? isoDate : `${Number(isoDate.slice(8, 10))} ${month}`;
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

/** @returns undefined for what is no month from 1 to 12 */
function daysIn(year: number, month: number): number | undefined {
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}
