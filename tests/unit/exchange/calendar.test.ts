import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ICAL from 'ical.js';
import { COMMITMENT_STATUSES, type Commitment } from '$lib/domain/measurement/commitment';
import { escapeText, foldLine, writeCalendar, writeNextMeasurement } from '$lib/exchange/calendar';
import { runs } from '../../property-runs';
import { aCommitment, aPartnership } from '../../builders/records';

const context = { partnershipName: 'Kermis en cultuur', stamp: '2026-03-20T08:15:30.123Z' };
const commitment: Commitment = aCommitment({
	id: '0123456789abcdef0123456789abcdef',
	what: 'We overleggen elk kwartaal.',
	who: 'Els',
	createdAt: '2026-03-19T20:00:00.000Z'
});

const octets = (text: string) => new TextEncoder().encode(text).length;
/** As RFC 5545 § 3.1 says a reader does it. */
const unfold = (text: string) => text.replaceAll('\r\n ', '');
/** As RFC 5545 § 3.3.11 says a reader does it. */
const unescape = (text: string) =>
	text.replace(/\\(.)/g, (_, next: string) => (next === 'n' || next === 'N' ? '\n' : next));

/** The unfolded lines that begin with this name. */
function linesOf(text: string, name: string): string[] {
	return unfold(text)
		.split('\r\n')
		.filter((line) => line.startsWith(name));
}

describe('the calendar of one commitment', () => {
	test('is an event of a whole day', () => {
		expect(writeCalendar([commitment], context).split('\r\n')).toEqual([
			'BEGIN:VCALENDAR',
			'VERSION:2.0',
			'PRODID:-//Samenwerkingsmeter//Afspraken//NL',
			'CALSCALE:GREGORIAN',
			'BEGIN:VEVENT',
			'UID:0123456789abcdef0123456789abcdef@samenwerkingsmeter',
			'DTSTAMP:20260320T081530Z',
			'SEQUENCE:44130',
			'DTSTART;VALUE=DATE:20260601',
			'DTEND;VALUE=DATE:20260602',
			'SUMMARY:We overleggen elk kwartaal.',
			'DESCRIPTION:Wie: Els\\nOverleg: Kermis en cultuur',
			'STATUS:CONFIRMED',
			'TRANSP:TRANSPARENT',
			'END:VEVENT',
			'END:VCALENDAR',
			''
		]);
	});

	test.each([
		['2026-12-31', '20270101'],
		['2026-02-28', '20260301'],
		['2028-02-28', '20280229'],
		['2026-03-29', '20260330'], // summer time begins
		['2026-10-25', '20261026'], // and ends
		['0050-12-31', '00510101'],
		['9998-12-31', '99990101']
	])('of %s ends on the next day, %s', (by, next) => {
		expect(linesOf(writeCalendar([{ ...commitment, by }], context), 'DTEND')).toEqual([`DTEND;VALUE=DATE:${next}`]);
	});

	test('on the last day that four digits can write has no end: it lasts one day', () => {
		const text = writeCalendar([{ ...commitment, by: '9999-12-31' }], context);
		expect(linesOf(text, 'DTSTART')).toEqual(['DTSTART;VALUE=DATE:99991231']);
		expect(linesOf(text, 'DTEND')).toEqual([]);
	});

	test('has a higher number in a later file, so that a calendar takes the later one', () => {
		const numberAt = (stamp: string) =>
			Number(linesOf(writeCalendar([commitment], { ...context, stamp }), 'SEQUENCE')[0]?.slice('SEQUENCE:'.length));
		expect(numberAt('2026-03-20T08:15:31.123Z')).toBe(numberAt('2026-03-20T08:15:30.123Z') + 1);
		expect(numberAt('2026-03-01T00:00:00Z')).toBe(0);
		expect(numberAt('9999-12-31T00:00:00Z')).toBe(2147483647);
	});

	test('keeps its UID when it changes', () => {
		const changed = { ...commitment, what: 'Anders', by: '2026-07-01', status: 'busy' as const };
		const later = { ...context, stamp: '2026-05-01T09:00:00Z' };

		expect(linesOf(writeCalendar([changed], later), 'UID')).toEqual(
			linesOf(writeCalendar([commitment], context), 'UID')
		);
	});

	test('that was dropped is cancelled', () => {
		const dropped = writeCalendar([{ ...commitment, status: 'dropped' }], context);

		expect(linesOf(dropped, 'STATUS')).toEqual(['STATUS:CANCELLED']);
	});

	test('leaves out who when that is open, and adds the note', () => {
		const text = writeCalendar([{ ...commitment, who: '', note: 'Zaal A; sleutel bij Jan' }], context);

		expect(linesOf(text, 'DESCRIPTION')).toEqual([
			'DESCRIPTION:Overleg: Kermis en cultuur\\nZaal A\\; sleutel bij Jan'
		]);
	});

	test('has its summary on one line', () => {
		const text = writeCalendar([{ ...commitment, what: 'Eerst dit,\r\ndan dat' }], context);

		expect(linesOf(text, 'SUMMARY')).toEqual(['SUMMARY:Eerst dit\\, dan dat']);
	});

	test('cannot be broken out of by what people write', () => {
		const sly = 'x\r\nEND:VEVENT\r\nBEGIN:VALARM\nACTION:DISPLAY\rATTACH:http://kwaad.example';
		const text = writeCalendar([{ ...commitment, what: sly, who: sly, note: sly }], {
			...context,
			partnershipName: sly
		});

		const names = unfold(text)
			.split('\r\n')
			.map((line) => line.split(/[:;]/)[0]);
		expect(names).toEqual(
			unfold(writeCalendar([commitment], context))
				.split('\r\n')
				.map((line) => line.split(/[:;]/)[0])
		);
	});
});

test('the calendar of all has an event for each with a date, in the given order', () => {
	const text = writeCalendar(
		[commitment, { ...commitment, id: 'zonder', by: '' }, { ...commitment, id: 'derde', by: '2026-09-01' }],
		context
	);

	expect(linesOf(text, 'UID')).toEqual([`UID:${commitment.id}@samenwerkingsmeter`, 'UID:derde@samenwerkingsmeter']);
	expect(linesOf(text, 'BEGIN:VEVENT')).toHaveLength(2);
	expect(linesOf(text, 'BEGIN:VCALENDAR')).toHaveLength(1);
});

describe('escaping', () => {
	test.each([
		['a comma, a semicolon and a backslash', 'a,b;c\\d', 'a\\,b\\;c\\\\d'],
		['every kind of line break', 'a\nb\r\nc\rd', 'a\\nb\\nc\\nd'],
		['a colon and quotes stay', 'om 10:00 "stipt"', 'om 10:00 "stipt"'],
		['a tab stays, other control characters go', 'a\tb\u0000c\u0007d\u007fe', 'a\tbcde'],
		['an n after a backslash is not a line break', '\\n', '\\\\n'],
		['letters with accents and emoji stay', 'Zoë 🎉', 'Zoë 🎉']
	])('%s', (_, text, escaped) => {
		expect(escapeText(text)).toBe(escaped);
	});

	test('is undone by a reader', () => {
		const allowed = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[^\P{Cc}\t\n]/gu, ''));
		fc.assert(
			fc.property(allowed, (text) => {
				expect(unescape(escapeText(text))).toBe(text);
			})
		);
	});
});

describe('folding', () => {
	test('leaves a line of 75 octets whole, and folds one of 76', () => {
		expect(foldLine('a'.repeat(75))).toBe('a'.repeat(75));
		expect(foldLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
	});

	test('counts octets, not characters', () => {
		expect(foldLine('ë'.repeat(40))).toBe(`${'ë'.repeat(37)}\r\n ${'ë'.repeat(3)}`);
		expect(foldLine('🎉'.repeat(20))).toBe(`${'🎉'.repeat(18)}\r\n ${'🎉'.repeat(2)}`);
	});

	test('gives lines of at most 75 octets, whole characters, and the text back when unfolded', () => {
		const line = fc
			.string({ unit: 'binary', maxLength: 400 })
			.map((text) => text.replace(/[\r\n]/g, '').toWellFormed());
		fc.assert(
			fc.property(line, (text) => {
				const folded = foldLine(text);
				expect(unfold(folded)).toBe(text);
				for (const part of folded.split('\r\n')) {
					expect(octets(part)).toBeLessThanOrEqual(75);
					expect(part.isWellFormed()).toBe(true);
				}
			})
		);
	});
});

test('another reader of calendars finds every commitment as it was written', () => {
	const text = fc.string({ unit: 'grapheme', maxLength: 120 }).map((some) => some.replace(/[^\P{Cc}\n]/gu, ''));
	const day = fc
		.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));
	const written = fc.record({
		what: text,
		who: text,
		note: text,
		by: day,
		status: fc.constantFrom(...COMMITMENT_STATUSES)
	});
	fc.assert(
		fc.property(fc.array(written, { maxLength: 5 }), (all) => {
			const given = all.map((fields, index) => ({ ...commitment, ...fields, id: `afspraak-${index}` }));
			const calendar = new ICAL.Component(ICAL.parse(writeCalendar(given, context)));
			const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
			expect(events).toHaveLength(given.length);
			events.forEach((event, index) => {
				const { what = '', who = '', note = '', by = '', id = '' } = given[index] ?? {};
				expect(event.uid).toBe(`${id}@samenwerkingsmeter`);
				expect(event.summary).toBe(what.replace(/\s+/g, ' ').trim());
				const { year, month, day: dayOfMonth } = event.startDate;
				expect([year, month, dayOfMonth]).toEqual(by.split('-').map(Number));
				expect(event.duration.toSeconds()).toBe(24 * 60 * 60);
				for (const part of [who, note]) expect(event.description).toContain(part);
			});
		}),
		{ numRuns: runs(200) }
	);
});

test('every line of a file ends with CRLF and fits, whatever people write', () => {
	const text = fc.string({ unit: 'binary', maxLength: 300 });
	fc.assert(
		fc.property(text, text, text, (what, who, note) => {
			const file = writeCalendar([{ ...commitment, what, who, note }], context);
			expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
			expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
			expect(Math.max(...file.split('\r\n').map(octets))).toBeLessThanOrEqual(75);
			const { length } = linesOf(file, 'DESCRIPTION');
			expect(length).toBe(1);
		})
	);
});

describe('the calendar of the next measurement', () => {
	const { stamp } = context;
	const partnership = aPartnership({ name: 'Gemeente; en, verenigingen' });
	const eventOn = (day: string, at = stamp) => {
		const parsed = new ICAL.Component(ICAL.parse(writeNextMeasurement(partnership, day, at)) as unknown[]);
		const [event] = parsed.getAllSubcomponents('vevent');
		if (!event) throw new Error('no event');
		return { event: new ICAL.Event(event), alarm: event.getFirstSubcomponent('valarm') };
	};

	test('is a whole day, with a reminder at nine in the morning two weeks before', () => {
		const { event, alarm } = eventOn('2027-03-19');
		expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2027-03-19', '2027-03-20']);
		expect(event.summary).toBe('Opnieuw meten: Gemeente; en, verenigingen');
		expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
		const trigger = alarm?.getFirstPropertyValue('trigger') as { toSeconds(): number };
		expect(trigger.toSeconds()).toBe(-(14 * 24 - 9) * 3600);
	});

	test('on another day is the same event, and the later file counts', () => {
		const [first, moved] = [eventOn('2027-03-19'), eventOn('2027-04-02', '2026-03-21T08:15:30.123Z')];
		expect(moved.event.uid).toBe(first.event.uid);
		expect(moved.event.sequence).toBeGreaterThan(first.event.sequence);
	});
});
