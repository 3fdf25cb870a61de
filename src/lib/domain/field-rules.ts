/** What single fields may hold, as plain rules: the schemas are made of them, and what must start fast checks with them alone. */

/** What a text must look like; lengths in UTF-16 units. */
export interface TextRule {
	max: number;
	pattern: RegExp;
}

/** Permanent ids, of an item, a dimension or a role: lower-case words joined by hyphens, never reused for another meaning. */
export const PERMANENT_ID: TextRule = { max: 80, pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/ };
export const VERSION: TextRule = { max: 40, pattern: /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/ };
/** 128 random bits as 32 hexadecimal digits, lower case. */
export const MEASUREMENT_ID: TextRule = { max: 32, pattern: /^[0-9a-f]{32}$/ };
/** Random like the other ids, or a word in the example. */
export const GROUP_ID: TextRule = { max: 80, pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ };
/** Of a note on a statement or on what was agreed, and of a facilitator's own words in a report, in UTF-16 units, as the text fields count. */
export const MAX_NOTE_LENGTH = 5000;
export const MAX_OWN_WORDS = 20_000;
export const PARTNERSHIP_NAME: TextRule = { max: 200, pattern: /\S/ };
export const GROUP_NAME: TextRule = { max: 120, pattern: /\S/ };

/** How many people a side has. */
export const PEOPLE_AT_LEAST = 1;
export const PEOPLE_AT_MOST = 9999;

export function follows(rule: TextRule, value: unknown): value is string {
	return typeof value === 'string' && value.length <= rule.max && rule.pattern.test(value);
}

/** The days that people choose from, everywhere: on screens, in files, links and codes. ISO dates. */
export const FIRST_DAY = '2000-01-01';
export const LAST_DAY = '2100-12-31';

/** Whether this is a day of the calendar as yyyy-mm-dd, in the years 2000 to 2100: a date field can hold other years. */
export function isUsableDate(value: unknown): value is string {
	if (typeof value !== 'string' || value < FIRST_DAY || value > LAST_DAY) return false;
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
	return Number(day) >= 1 && Number(day) <= (daysIn(Number(year), Number(month)) ?? 0);
}

/** The day itself, or the nearest one that people can choose; the first one for what is no day at all. */
export function nearestUsableDate(date: string): string {
	if (/^\d{4}-/.test(date) && date > LAST_DAY) return LAST_DAY;
	return isUsableDate(date) ? date : FIRST_DAY;
}

/** @returns undefined for what is no month from 1 to 12 */
export function daysIn(year: number, month: number): number | undefined {
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}
