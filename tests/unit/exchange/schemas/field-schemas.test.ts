import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUsableDate } from '$lib/domain/dates';
import { dateSchema } from '$lib/exchange/schemas/field-schemas';
import { runs } from '../../../property-runs';

/** A link is checked by plain rules, and a file by the schemas: what one takes, the other takes. */
describe('a day', () => {
	const digits = (length: number) =>
		fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
	const years = fc.oneof(digits(4), fc.constantFrom('1999', '2000', '2004', '2099', '2100', '2101'));
	const dayLike = fc.tuple(years, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }));

	test('is in a link what it is in a file', () => {
		fc.assert(
			fc.property(dayLike, ([year, month, day]) => {
				const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
				expect(isUsableDate(text)).toBe(dateSchema.safeParse(text).success);
			}),
			{ numRuns: runs(2000) }
		);
	});

	test.each(['2024-02-29', '2000-02-29', '2026-12-31', '2000-01-01', '2100-12-31'])('%s exists', (text) =>
		expect(isUsableDate(text)).toBe(true)
	);
	test.each([
		'2023-02-29',
		'1900-02-29',
		'1899-05-01',
		'1999-12-31',
		'2101-01-01',
		'2999-05-01',
		'0050-01-01',
		'9999-12-31',
		'2026-04-31',
		'2026-1-1',
		'2026-01-01T00:00',
		' 2026-01-01',
		'',
		20260101,
		null
	])('%s does not', (text) => {
		expect(isUsableDate(text)).toBe(false);
		expect(dateSchema.safeParse(text).success).toBe(false);
	});
});
