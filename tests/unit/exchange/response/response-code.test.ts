import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import { withCrc } from '$lib/exchange/encoding/crc16';
import { decodeCrockford, encodeCrockford, inGroups } from '$lib/exchange/encoding/crockford';
import { codeLength, MAX_SPOKEN_CODE, packResponse, unpackResponse } from '$lib/exchange/response/response-code';
import { runs } from '../../../property-runs';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { asking, measurement, response, terms, madeUpTermsFor } from '../../../builders/handing-in';
import { goodOf, reasonOf } from '../../../builders/outcomes';
import { closing, topicsArbitrary } from '../../../builders/closing';
import { itemIdsOf, responseArbitrary, trendsArbitrary } from '../../../builders/arbitraries';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DAMAGED = 'Deze code klopt niet. Kijk of elk teken juist is overgenomen.';
const itemIds = itemIdsOf(36);
const dimensionIds = ['constructor', 'openheid', 'waardering', 'verbinden'];
const code = packResponse({ terms, dimensionIds, itemIds, response });
const read = (text: string) => unpackResponse({ text, terms, dimensionIds, itemIds });

/** Bits that stand in the code of 36 items: 82 of the head, 102 of answers, none of padding. */
const HEAD_BITS = 82;
const contentOf = (text: string) => goodOf(decodeCrockford(text)).bits.slice(0, -16);
const codeOfContent = (content: string) => encodeCrockford(withCrc(content));
/** A sound code, made by hand, with other bits from a place on. */
const withBits = (at: number, bits: string) => {
	const content = contentOf(code);
	return codeOfContent(content.slice(0, at) + bits + content.slice(at + bits.length));
};

describe('the code of a response', () => {
	test.each(Array.from({ length: 121 }, (_, count) => count))('round trip with %i items', (count) => {
		const ids = itemIdsOf(count);
		fc.assert(
			fc.property(responseArbitrary(ids), (some) => {
				const text = packResponse({ terms, dimensionIds, itemIds: ids, response: some });
				expect(text).toHaveLength(codeLength(count));
				expect(unpackResponse({ text, terms, dimensionIds, itemIds: ids })).toEqual({
					kind: 'good',
					response: some
				});
			}),
			{ numRuns: runs(20) }
		);
	});

	test.each(['unknown', 5, undefined] as const)('round trip with only %s', (answer) => {
		const answers = answer === undefined ? {} : Object.fromEntries(itemIds.map((itemId) => [itemId, answer]));
		const some = { ...response, answers };
		expect(goodOf(read(packResponse({ terms, dimensionIds, itemIds, response: some }))).response).toEqual(some);
	});

	test('stays the same for good: a printed or saved code can still be typed in', () => {
		expect(code).toBe('4VWSSA607Z03ZG019HGEMKV7A391NFW7RJNQGB78');
	});

	test('has 40 characters for the published questionnaire', () => {
		const published = itemsOf(publishedQuestionnaire('samenwerking', '1.0.0'));
		expect(codeLength(published.length)).toBeLessThanOrEqual(44);
		expect([codeLength(36), codeLength(0), codeLength(120)]).toEqual([40, 20, MAX_SPOKEN_CODE]);
	});

	test('leaves the notes behind', () => {
		const some = { ...response, notes: { 'item-1': 'Voor het verslag' } };
		expect(goodOf(read(packResponse({ terms, dimensionIds, itemIds, response: some }))).response.notes).toEqual({});
	});

	test('reads as people type it', () => {
		const typed = inGroups(code, '-').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
		expect(goodOf(read(` ${typed}\n`)).response).toEqual(response);
	});

	test('is made only for a response that fits', () => {
		const pack = (change: Partial<typeof response>) => () =>
			packResponse({ terms, dimensionIds, itemIds, response: { ...response, ...change } });
		expect(pack({ revision: 0 })).toThrow(RangeError);
		expect(pack({ revision: 64 })).toThrow(RangeError);
		expect(pack({ revision: 1.5 })).toThrow(RangeError);
		expect(pack({ groupId: 'andere' })).toThrow(RangeError);
		expect(pack({ id: '00FF00FF00' })).toThrow(RangeError);
		expect(pack({ measurementId: 'f'.repeat(32) })).toThrow(RangeError);
		expect(pack({ answers: { 'item-99': 1 } })).toThrow(RangeError);
	});
});

/*
 * Why none of these is missed, in whatever code: a character is 5 neighbouring bits and a swap of neighbours changes at
 * most 10, and CRC-16 finds every burst of at most 16 bits (proved in crc16.test.ts). The CRC stands right behind the
 * rest, so two characters on either side of that border are neighbouring bits too.
 */
describe('a wrong character or a swap is found', () => {
	test('every one, at every place, in many codes', () => {
		const sample = fc
			.integer({ min: 0, max: 60 })
			.chain((count) => responseArbitrary(itemIdsOf(count)).map((some) => ({ count, some })));
		for (const { count, some } of fc.sample(sample, 40)) {
			const ids = itemIdsOf(count);
			const text = packResponse({ terms, dimensionIds, itemIds: ids, response: some });
			for (const wrong of [...wrongCharacters(text), ...swaps(text)]) {
				const outcome = unpackResponse({ text: wrong, terms, dimensionIds, itemIds: ids });
				if (outcome.kind === 'good') throw new Error(`${wrong} was taken for ${text}`);
				if (outcome.reason !== DAMAGED) throw new Error(`${wrong}: ${outcome.reason}`);
			}
		}
	});

	function wrongCharacters(text: string): string[] {
		return Array.from(text).flatMap((right, at) =>
			Array.from(ALPHABET)
				.filter((character) => character !== right)
				.map((character) => text.slice(0, at) + character + text.slice(at + 1))
		);
	}

	function swaps(text: string): string[] {
		return Array.from(
			text.slice(1),
			(next, at) => text.slice(0, at) + next + text.charAt(at) + text.slice(at + 2)
		).filter((swapped) => swapped !== text);
	}
});

describe('the code of a measurement that asks how it goes beside last time', () => {
	const asked = { terms: madeUpTermsFor(asking), itemIds, dimensionIds };
	const trends = { openheid: 'better', waardering: 'same', ['constructor' as string]: 'worse' } as const;
	const withTrends = packResponse({ ...asked, response: { ...response, trends } });

	test.each([0, 1, 2, 12, 48])('round trip with %i dimensions', (count) => {
		const ids = Array.from({ length: count }, (_, index) => (index === 0 ? 'constructor' : `onderdeel-${index}`));
		const context = { ...asked, dimensionIds: ids };
		fc.assert(
			fc.property(responseArbitrary(itemIds), trendsArbitrary(ids), (some, given) => {
				const answered = { ...some, trends: given };
				const text = packResponse({ ...context, response: answered });
				expect(text).toHaveLength(codeLength(itemIds.length, count));
				expect(unpackResponse({ ...context, text })).toEqual({ kind: 'good', response: answered });
			}),
			{ numRuns: runs(50) }
		);
	});

	// Behind the 184 bits of the code without trends: 11 worse, 01 better, 10 same, 00 left open.
	test('stays the same for good', () => {
		expect(withTrends).toBe('4YYG91C07Z03ZG019HGEMKV7A391NFW7RJNQHP000B2Q');
	});

	test('has 48 characters for 36 items and 12 dimensions, four more than without', () => {
		expect(codeLength(36, 12)).toBe(48);
		expect(codeLength(36)).toBe(40);
	});

	test('is not made of trends that were not asked', () => {
		const pack = (change: object) => () => packResponse({ ...asked, response: { ...response, trends }, ...change });
		expect(pack({ terms })).toThrow(RangeError);
		expect(pack({ dimensionIds: ['openheid'] })).toThrow(RangeError);
	});

	test('is not read where trends were not asked, nor the other way round', () => {
		const many = Array.from({ length: 12 }, (_, index) => `onderdeel-${index}`);
		const long = packResponse({ ...asked, dimensionIds: many, response });
		expect(reasonOf(read(long))).toContain('Daar werd gevraagd of het beter gaat dan de vorige keer, en hier niet.');
		expect(reasonOf(unpackResponse({ ...asked, dimensionIds: many, text: code }))).toContain('Daar werd niet gevraagd');
	});
});

describe('the code of a questionnaire with a closing question', () => {
	const closed = { terms, itemIds, dimensionIds, closing };
	const answered = { ...response, topics: ['constructor', 'verbinden'] };
	const withTopics = packResponse({ ...closed, response: answered });

	test.each([
		[1, false],
		[2, true],
		[12, false],
		[12, true],
		[48, false]
	])('round trip with %i dimensions to choose from, and trends asked: %s', (count, asksTrend) => {
		const ids = Array.from({ length: count }, (_, index) => (index === 0 ? 'constructor' : `onderdeel-${index}`));
		const context = { ...closed, terms: asksTrend ? madeUpTermsFor(asking) : terms, dimensionIds: ids };
		const trendIds = asksTrend ? ids : [];
		fc.assert(
			fc.property(
				responseArbitrary(itemIds),
				trendsArbitrary(trendIds),
				topicsArbitrary(ids),
				(some, trends, topics) => {
					const given = { ...some, trends, ...(topics && { topics }) };
					const text = packResponse({ ...context, response: given });
					expect(text).toHaveLength(codeLength(itemIds.length, trendIds.length, count));
					expect(unpackResponse({ ...context, text })).toStrictEqual({ kind: 'good', response: given });
				}
			),
			{ numRuns: runs(30) }
		);
	});

	test('has 44 characters for 36 items and 12 dimensions, and 48 with the trend question', () => {
		expect(codeLength(36, 0, 12)).toBe(44);
		expect(codeLength(36, 12, 12)).toBe(48);
	});

	// Behind the 184 bits of the code without it: 1 answered, 1001 the first and the last dimension, then zeros.
	test('stays the same for good', () => {
		expect(contentOf(withTopics).slice(184)).toBe('11001'.padEnd(20, '0'));
		expect(contentOf(withTopics).slice(0, 184)).toBe(contentOf(code).slice(0, 184));
	});

	test.each([
		['two chosen where nothing was answered', '01001'],
		['three chosen', '11011'],
		['padding', '11001000000000000001']
	])('other bits are refused: %s', (_what, bits) => {
		const text = codeOfContent(contentOf(withTopics).slice(0, 184) + bits.padEnd(20, '0'));
		expect(reasonOf(unpackResponse({ ...closed, text }))).toBe(DAMAGED);
	});

	test('is not made of topics that the question does not allow', () => {
		const pack = (topics: string[], change = {}) =>
			packResponse({ ...closed, ...change, response: { ...response, topics } });
		expect(() => pack(['openheid', 'waardering', 'verbinden'])).toThrow(RangeError);
		expect(() => pack(['vertrouwen'])).toThrow(RangeError);
		expect(() => pack([], { closing: undefined })).toThrow(RangeError);
	});
});

describe('a code that is no code of this measurement says why', () => {
	test('not whole, or with something twice', () => {
		expect(reasonOf(read(code.slice(0, 38)))).toBe(
			'De code is niet volledig: 38 van de 40 tekens. Vul aan wat ontbreekt.'
		);
		expect(reasonOf(read(''))).toMatch(/^De code is niet volledig: 0 van de 40 tekens/);
		expect(reasonOf(read(`${code}00`))).toMatch(/^De code is te lang: 42 tekens, en het moeten er 40 zijn/);
	});

	test('a character that does not exist', () => {
		expect(reasonOf(read(code.replace('N', 'U')))).toMatch(/^Het teken «U» bestaat niet in een code/);
	});

	test.each([36, 20])('another measurement, also with a questionnaire of another length (%i)', (count) => {
		const other = { ...measurement, id: '1123456789abcdef0123456789abcdef' };
		const ids = itemIdsOf(count);
		const strange = packResponse({
			terms: madeUpTermsFor(other),
			dimensionIds,
			itemIds: ids,
			response: { ...response, measurementId: other.id }
		});
		expect(reasonOf(read(strange))).toMatch(
			/^Dit blad hoort bij een andere meting, of bij een link met andere stellingen of groepen/
		);
	});

	test('a sound code of this measurement for a questionnaire of another length', () => {
		const short = packResponse({ terms, dimensionIds, itemIds: itemIdsOf(20), response });
		expect(reasonOf(read(short))).toMatch(/^De code is niet volledig/);
	});

	test.each(['', '0000'])('a newer format, whatever its length (%j)', (more) => {
		const bits = contentOf(code).slice(4) + more.padEnd(more.length * 5, '0');
		expect(reasonOf(read(codeOfContent(`0011${bits}`)))).toMatch(/^Deze code komt van een nieuwere versie van de app/);
	});

	test('the format of before the terms were in it', () => {
		expect(reasonOf(read('20938NJ07Z03ZG019HGEMKV7A391NFW7RJNQHMTR'))).toMatch(/^Deze code komt van een oudere versie/);
	});
});

describe('a response has one code: any other is refused, even with a sound CRC', () => {
	test('made by hand without a change it is good', () => {
		expect(goodOf(read(withBits(0, ''))).response).toEqual(response);
	});

	test.each([
		['format 0', 0, '0000'],
		['revision 0', 74, '000000'],
		['a group that the measurement has not', 80, '10'],
		['answers beyond the last pattern', HEAD_BITS, '1'.repeat(102)]
	])('%s', (_, at, bits) => {
		expect(reasonOf(read(withBits(at, bits)))).toBe(DAMAGED);
	});

	test('the first number beyond the last pattern of answers', () => {
		const last = (7n ** 36n - 1n).toString(2).padStart(102, '0');
		const beyond = (7n ** 36n).toString(2).padStart(102, '0');
		expect(read(withBits(HEAD_BITS, last)).kind).toBe('good');
		expect(reasonOf(read(withBits(HEAD_BITS, beyond)))).toBe(DAMAGED);
	});

	test('padding that is not zero', () => {
		const ids = itemIdsOf(35); // 82 + 99 + 16 = 197 bits, so 3 of padding
		const content = contentOf(packResponse({ terms, dimensionIds, itemIds: ids, response }));
		for (const at of [1, 2, 3]) {
			const place = content.length - at;
			const text = codeOfContent(`${content.slice(0, place)}1${content.slice(place + 1)}`);
			expect(reasonOf(unpackResponse({ text, terms, dimensionIds, itemIds: ids }))).toBe(DAMAGED);
		}
	});

	test('whatever sound bits are read as a response give the same code again', () => {
		const content = fc.array(fc.constantFrom('0', '1'), { minLength: 150, maxLength: 150 });
		fc.assert(
			fc.property(content, (bits) => {
				const text = withBits(34, bits.join(''));
				const outcome = read(text);
				if (outcome.kind === 'good') {
					expect(packResponse({ terms, dimensionIds, itemIds, response: outcome.response })).toBe(text);
				}
			}),
			{ numRuns: runs(500) }
		);
	});
});

test('nothing that is pasted breaks the reader', () => {
	const crockford = fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 120 });
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'binary' }), crockford), fc.nat(40), (text, count) => {
			expect(unpackResponse({ text, terms, dimensionIds, itemIds: itemIdsOf(count) }).kind).toBe('refused');
		}),
		{ numRuns: runs(1000) }
	);
});
