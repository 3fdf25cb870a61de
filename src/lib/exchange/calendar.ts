import { dayAfter } from '$lib/domain/dates';
import type { Commitment } from '$lib/domain/measurement/commitment';
import type { Partnership } from '$lib/domain/measurement/measurement';

/*
 * An iCalendar file (RFC 5545) with an all-day event for each dated commitment, or for the next measurement: Outlook
 * and Google Calendar open events, not to-dos (VTODO). It has no METHOD, which would ask for an ORGANIZER (RFC 5546 §
 * 3.2.1).
 */

export interface CalendarContext {
	partnershipName: string;
	/** When the file is made, ISO date and time in UTC (…Z). */
	stamp: string;
}

/** For File and Blob. */
export const CALENDAR_TYPE = 'text/calendar;charset=utf-8';

/** Whether a commitment can be in a calendar: it has a day. */
export function hasDay({ by }: Pick<Commitment, 'by'>): boolean {
	return by !== '';
}

/**
 * The text of an .ics file with the commitments that have a date, in the given order. A later file has the same UID for
 * the same commitment, so that a calendar can recognise it.
 */
export function writeCalendar(commitments: readonly Commitment[], context: CalendarContext): string {
	const events = commitments.filter(hasDay).map((commitment): CalendarEvent => ({
		...commitment,
		day: commitment.by,
		summary: commitment.what,
		description: describe(commitment, context.partnershipName),
		cancelled: commitment.status === 'dropped'
	}));
	return calendarOf(events, context.stamp);
}

/**
 * The text of an .ics file with the day of the next measurement, and a reminder two weeks before. A file with another
 * day moves the same event.
 * @param day ISO date, yyyy-mm-dd
 */
export function writeNextMeasurement({ id, name, createdAt }: Partnership, day: string, stamp: string): string {
	const event = {
		id: `${id}-volgende-meting`,
		createdAt,
		day,
		summary: `Opnieuw meten: ${name}`,
		description: `Tijd voor een nieuwe meting van de samenwerking.\nOverleg: ${name}`,
		cancelled: false,
		reminder: REMINDER
	};
	return calendarOf([event], stamp);
}

/** At nine in the morning, two weeks before the day begins (§ 3.3.6). */
const REMINDER = { trigger: '-P13DT15H', words: 'Over twee weken is het tijd om opnieuw te meten.' };

interface CalendarEvent {
	id: string;
	/** ISO date and time. */
	createdAt: string;
	/** ISO date; the event takes the whole day. */
	day: string;
	summary: string;
	description: string;
	cancelled: boolean;
	reminder?: typeof REMINDER;
}

function calendarOf(events: readonly CalendarEvent[], stamp: string): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Samenwerkingsmeter//Afspraken//NL',
		'CALSCALE:GREGORIAN',
		...events.flatMap((event) => eventLines(event, stamp)),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, stamp: string): string[] {
	return [
		'BEGIN:VEVENT',
		`UID:${escapeText(event.id)}@samenwerkingsmeter`,
		`DTSTAMP:${compactTime(stamp)}`,
		`SEQUENCE:${sequenceOf(event, stamp)}`,
		`DTSTART;VALUE=DATE:${compactDate(event.day)}`,
		...endLine(event.day),
		`SUMMARY:${escapeText(event.summary.replace(/\s+/g, ' ').trim())}`,
		`DESCRIPTION:${escapeText(event.description)}`,
		`STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
		// It keeps nobody busy for a day.
		'TRANSP:TRANSPARENT',
		...(event.reminder ? alarmLines(event.reminder) : []),
		'END:VEVENT'
	];
}

/** § 3.6.6 */
function alarmLines({ trigger, words }: typeof REMINDER): string[] {
	return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapeText(words)}`, `TRIGGER:${trigger}`, 'END:VALARM'];
}

function describe({ who, note }: Commitment, partnershipName: string): string {
	return [who === '' ? '' : `Wie: ${who}`, `Overleg: ${partnershipName}`, note]
		.filter((line) => line !== '')
		.join('\n');
}

/** 20260601 for 2026-06-01 (§ 3.3.4). */
function compactDate(isoDate: string): string {
	return isoDate.replaceAll('-', '');
}

/** 20260319T203000Z for 2026-03-19T20:30:00.000Z (§ 3.3.5). */
function compactTime(isoTime: string): string {
	return isoTime.replace(/\.\d+/, '').replace(/[-:]/g, '');
}

/**
 * Seconds from the making of what it is about to that of the file, so that a later file always has a higher number: of
 * two events with one UID a calendar keeps the one with the highest (§ 3.8.7.4). At most what 32 bits hold.
 */
function sequenceOf({ createdAt }: Pick<CalendarEvent, 'createdAt'>, stamp: string): number {
	const seconds = Math.floor((Date.parse(stamp) - Date.parse(createdAt)) / 1000);
	return Math.min(Math.max(0, seconds || 0), 2 ** 31 - 1);
}

/**
 * Not included itself (§ 3.6.1): one whole day ends on the next. The last day that four digits can write has no next;
 * without an end a day lasts one day as well.
 */
function endLine(isoDate: string): string[] {
	const next = dayAfter(isoDate);
	return next === undefined ? [] : [`DTEND;VALUE=DATE:${compactDate(next)}`];
}

/** Text as a property's value (§ 3.3.11); a line break is written as \n, other control characters are not allowed. */
export function escapeText(text: string): string {
	return text
		.replace(/\r\n|\r/g, '\n')
		.replace(/[^\P{Cc}\t\n]/gu, '')
		.replace(/[\\;,]/g, (special) => `\\${special}`)
		.replaceAll('\n', '\\n');
}

/** Octets on a line, its break not counted (§ 3.1). */
const LINE_OCTETS = 75;

/**
 * Folds a line into lines of at most 75 octets in UTF-8, never within a character; each next one begins with a space.
 */
export function foldLine(line: string): string {
	let folded = '';
	let octets = 0;
	for (const character of line) {
		const size = octetsOf(character);
		if (octets + size > LINE_OCTETS) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += character;
		octets += size;
	}
	return folded;
}

function octetsOf(character: string): number {
	const point = character.codePointAt(0) ?? 0;
	if (point < 0x80) return 1;
	if (point < 0x800) return 2;
	return point < 0x10000 ? 3 : 4;
}
