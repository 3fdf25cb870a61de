import { MAX_RESPONSE_TEXT } from '$lib/domain/text/file-limits';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '$lib/domain/text/misleading-characters';
import { readResponseFile } from '$lib/exchange/response/response-file';
import { writeResponseFile } from '$lib/exchange/response/write-response';
import { anonymous, asking, measurement, response, terms, madeUpTermsFor } from '../../../builders/handing-in';
import { closing } from '../../../builders/closing';
import { goodOf, reasonOf } from '../../../builders/outcomes';
import { itemIdsOf, responseArbitrary } from '../../../builders/arbitraries';

const itemIds = itemIdsOf(36);
const dimensionIds = ['openheid', 'waardering'];
const read = (text: string, taker = measurement) =>
	readResponseFile(text, { terms: madeUpTermsFor(taker), itemIds, dimensionIds });
const written = { format: 'samenwerkingsmeter-invulling', version: 3, terms, response };
/** The file with changes in the response, which says the terms of whoever it is for. */
const fileWith = (change: object, giver = measurement) =>
	JSON.stringify({ ...written, terms: madeUpTermsFor(giver), response: { ...response, ...change } });

describe('the file of a response', () => {
	test('holds any response with its notes', () => {
		const notes = fc.dictionary(fc.constantFrom(...itemIds), fc.string({ unit: 'binary', maxLength: 5000 }));
		fc.assert(
			fc.property(responseArbitrary(itemIds), notes, (some, texts) => {
				const noted = { ...some, notes: { ...texts } };
				const clean = Object.fromEntries(Object.entries(texts).map(([itemId, text]) => [itemId, cleanText(text)]));
				expect(goodOf(read(writeResponseFile(noted, terms))).response).toEqual({ ...noted, notes: clean });
			})
		);
	});

	test('is the same text for the same response, in whatever order it was answered', () => {
		const answers = Object.fromEntries(Object.entries(response.answers).reverse());
		const { notes, ...rest } = response;
		expect(writeResponseFile({ notes, ...rest, answers }, terms)).toBe(writeResponseFile(response, terms));
	});

	test('is written only when it can be read again', () => {
		expect(() => writeResponseFile({ ...response, notes: { 'item-1': 'a'.repeat(5001) } }, terms)).toThrow();
		expect(() => writeResponseFile({ ...response, revision: 64 }, terms)).toThrow();
		const notes = Object.fromEntries(itemIdsOf(300).map((itemId) => [itemId, 'a'.repeat(5000)]));
		expect(() => writeResponseFile({ ...response, notes }, terms)).toThrow(RangeError);
	});
});

describe('a file is refused with the reason', () => {
	test.each([
		['no JSON', 'geen bestand', /^Dit is geen bestand met antwoorden/],
		['nothing', '', /^Dit is geen bestand met antwoorden/],
		['null', 'null', /^Dit is geen bestand met antwoorden/],
		['another kind of file', JSON.stringify({ ...written, format: 'iets' }), /^Dit is geen bestand met antwoorden/],
		['version 1, of which nobody has a file', JSON.stringify({ ...written, version: 1 }), /^Dit is geen bestand met/],
		['a newer version', JSON.stringify({ ...written, version: 4, more: 1 }), /nieuwere versie van de app/],
		['too large', ' '.repeat(MAX_RESPONSE_TEXT + 1), /^Dit bestand is te groot: hoogstens 1 MB/],
		['something more in it', JSON.stringify({ ...written, more: 1 }), /^Dit bestand is beschadigd/],
		['something more in the response', fileWith({ time: '10:00' }), /^Dit bestand is beschadigd/],
		['an answer of 6', fileWith({ answers: { 'item-1': 6 } }), /^Dit bestand is beschadigd/],
		['an answer of null', fileWith({ answers: { 'item-1': null } }), /^Dit bestand is beschadigd/],
		['an id that is no id', fileWith({ id: 'ABC' }), /^Dit bestand is beschadigd/],
		['revision 0', fileWith({ revision: 0 }), /^Dit bestand is beschadigd/],
		['a note that is too long', fileWith({ notes: { 'item-1': 'a'.repeat(5001) } }), /^Dit bestand is beschadigd/],
		['another measurement', fileWith({ measurementId: 'f'.repeat(32) }), /^Dit blad hoort bij een andere meting/],
		['an unknown group', fileWith({ groupId: 'andere' }), /groep die niet in deze meting zit/],
		['an unknown item answered', fileWith({ answers: { 'item-99': 1 } }), /stelling die niet in de vragenlijst/],
		['an unknown item noted', fileWith({ notes: { 'item-99': 'x' } }), /stelling die niet in de vragenlijst/]
	])('%s', (_, text, reason) => {
		expect(reasonOf(read(text))).toMatch(reason);
	});

	test('topics that are no answer to the closing question, or where there is none', () => {
		const closed = { terms, itemIds, dimensionIds, closing };
		const topics = ['openheid', 'waardering'];
		const readClosed = (text: string) => readResponseFile(text, closed);
		expect(goodOf(readClosed(writeResponseFile({ ...response, topics }, terms))).response.topics).toEqual(topics);
		const refusal = /kiest onderwerpen om over te praten, en die keuze past niet bij de vragenlijst/;
		expect(reasonOf(readClosed(fileWith({ topics: ['vertrouwen'] })))).toMatch(refusal);
		expect(reasonOf(read(fileWith({ topics })))).toMatch(refusal);
		expect(reasonOf(readClosed(fileWith({ topics: 'openheid' })))).toMatch(/^Dit bestand is beschadigd/);
	});

	test('trends where they were not asked, or about a dimension that is not there', () => {
		const trends = { openheid: 'better' };
		expect(reasonOf(read(fileWith({ trends })))).toMatch(
			/of het beter gaat dan vorige keer, en deze meting vraagt dat niet/
		);
		expect(goodOf(read(fileWith({ trends }, asking), asking)).response.trends).toEqual({ openheid: 'better' });
		expect(reasonOf(read(fileWith({ trends: { onbekend: 'same' } }, asking), asking))).toMatch(/onderdeel dat niet in/);
		expect(reasonOf(read(fileWith({ trends: { openheid: 'beter' } }, asking), asking))).toMatch(
			/^Dit bestand is beschadigd/
		);
	});

	test('notes in an anonymous measurement', () => {
		expect(reasonOf(read(fileWith({ notes: { 'item-1': 'x' } }, anonymous), anonymous))).toMatch(/anonieme meting/);
		expect(goodOf(read(fileWith({}, anonymous), anonymous)).response).toEqual(response);
	});
});

test('nothing that is opened breaks the reader', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
			expect(read(text).kind).toBe('refused');
		})
	);
	const changed = fc.record({ key: fc.constantFrom('__proto__', ...Object.keys(response)), value: fc.jsonValue() });
	fc.assert(
		fc.property(changed, ({ key, value }) => {
			const before = key === '__proto__' ? 'id' : key;
			const text = fileWith({}).replace(`"${before}":`, `"${key}":${JSON.stringify(value)},"rest":`);
			expect(reasonOf(read(text))).toMatch(/^Dit bestand is beschadigd/);
		})
	);
	expect(({} as Record<string, unknown>)['rest']).toBeUndefined();
});
