import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { MAX_NOTE_LENGTH } from '$lib/domain/text/field-rules';
import { termsHash } from '$lib/domain/measurement/terms';
import { responseQrText } from '$lib/exchange/response/response-qr';
import { packResponse } from '$lib/exchange/response/response-code';
import { acknowledge, isAcknowledged } from '$lib/letterbox/acknowledgement';
import { infoOf } from '$lib/letterbox/envelope';
import { newKeyPair } from '$lib/letterbox/keys';
import { hashOf, newSecret, roomIdOf, slotIdOf } from '$lib/letterbox/names';
import { cipherSuite } from '$lib/letterbox/open-envelope';
import { anonymous, asking, madeUpTermsFor, measurement, response, terms } from '../../builders/handing-in';
import { itemIdsOf, responseArbitrary, trendsArbitrary } from '../../builders/arbitraries';
import { goodOf, reasonOf } from '../../builders/outcomes';
import { runs } from '../../property-runs';
import { aLetterbox, noted, sealed } from './sealing';

const NOT_OPENED = /^Een omslag in de brievenbus kon niet open/;
const box = await aLetterbox();
const { itemIds, dimensionIds } = box.sealing.asked;

describe('an envelope', () => {
	test('opens for the laptop that it was sealed for, and its acknowledgement convinces the phone', async () => {
		const { envelope } = await box.seal();
		const opened = goodOf(await box.open(envelope));
		expect(opened.response).toEqual(response);
		const stored = { slotId: box.sealing.slotId, revision: response.revision, hash: await hashOf(envelope) };
		const acknowledgement = await acknowledge({ ...stored, acknowledgementKey: opened.acknowledgementKey });
		expect(acknowledgement).toHaveLength(38);
		const { acknowledgementKey } = box.sealing;
		expect(await isAcknowledged({ ...stored, acknowledgementKey, acknowledgement })).toBe(true);
	});

	test('opens for its laptop and gives what was answered, and is as long as every other of the mode', async () => {
		const notes = fc.dictionary(fc.constantFrom(...itemIds), fc.string({ unit: 'grapheme', maxLength: 40 }), {
			maxKeys: 5
		});
		const trends = trendsArbitrary(dimensionIds);
		await fc.assert(
			fc.asyncProperty(responseArbitrary(itemIds), notes, trends, fc.boolean(), async (some, written, asked, open) => {
				const one = { ...(open ? measurement : anonymous), asksTrend: true };
				const given = { ...some, trends: asked, notes: open ? written : {} };
				const under = { terms: madeUpTermsFor(one) };
				const { envelope, notesLeftOut } = await box.seal({ response: given, ...under });
				expect(notesLeftOut).toBe(false);
				expect(envelope).toHaveLength(open ? 7249 : 593);
				const opened = goodOf(await box.open(envelope, under));
				expect({ ...opened.response, notes: {} }).toEqual({ ...given, notes: {} });
				expect(Object.keys(opened.response.notes).sort()).toEqual(Object.keys(given.notes).sort());
				expect(opened.acknowledgementKey).toEqual(box.sealing.acknowledgementKey);
			}),
			{ numRuns: runs(20) }
		);
	});

	test('is another one each time, so that nobody sees whether answers changed', async () => {
		const [one, other] = [await box.seal(), await box.seal()];
		expect(one.envelope).not.toEqual(other.envelope);
	});

	test('holds the largest own questionnaire, 500 statements and 100 themes, with trends and topics', async () => {
		const asked = {
			itemIds: itemIdsOf(500),
			dimensionIds: Array.from({ length: 100 }, (_, index) => `onderdeel-${index}`),
			closing: { id: 'slot', max: 100 }
		};
		const under = { asked, terms: madeUpTermsFor({ ...anonymous, asksTrend: true }) };
		const answers = Object.fromEntries(asked.itemIds.map((id) => [id, 'unknown'] as const));
		const trends = Object.fromEntries(asked.dimensionIds.map((id) => [id, 'worse'] as const));
		const all = { ...response, revision: 63, answers, trends, topics: asked.dimensionIds };
		const { envelope } = await box.seal({ response: all, ...under });
		expect(goodOf(await box.open(envelope, under)).response).toEqual(all);
	});

	test('is not made when not even the answers fit', async () => {
		const many = { itemIds: itemIdsOf(900), dimensionIds };
		const sealing = { ...box.sealing, terms: madeUpTermsFor(anonymous), asked: many };
		expect(await sealed(sealing)).toEqual({ kind: 'too-large' });
	});

	test('is not made for a key that no laptop has', async () => {
		const letterbox = { ...box.sealing.letterbox, publicKey: encodeBase64Url(new Uint8Array(65).fill(4)) };
		expect(await sealed({ ...box.sealing, letterbox })).toEqual({ kind: 'bad-key' });
	});
});

describe('notes', () => {
	test('that do not fit go by file, all of them, and that is said', async () => {
		const long = { 'item-1': 'Kort', 'item-2': 'é'.repeat(MAX_NOTE_LENGTH) };
		const { envelope, notesLeftOut } = await box.seal({ response: noted(long) });
		expect(notesLeftOut).toBe(true);
		expect(envelope).toHaveLength(7249);
		expect(goodOf(await box.open(envelope)).response).toEqual({ ...response, notes: {} });
	});

	test('fit up to the last byte', async () => {
		const fits = async (length: number) =>
			!(await box.seal({ response: noted({ 'item-1': 'n'.repeat(length / 2), 'item-2': 'n'.repeat(length / 2) }) }))
				.notesLeftOut;
		let [most, least] = [0, 2 * MAX_NOTE_LENGTH];
		while (least - most > 2) {
			const middle = 2 * Math.round((most + least) / 4);
			if (await fits(middle)) most = middle;
			else least = middle;
		}
		expect(most).toBeGreaterThan(6900);
		expect(most).toBeLessThan(7100);
	});

	test('never go along in an anonymous measurement', async () => {
		const under = { terms: madeUpTermsFor(anonymous) };
		const { envelope, notesLeftOut } = await box.seal({ response: noted({ 'item-1': 'Van mij' }), ...under });
		expect(notesLeftOut).toBe(false);
		expect(goodOf(await box.open(envelope, under)).response.notes).toEqual({});
	});
});

describe('an envelope does not open', () => {
	test('with any byte changed, cut off, longer or empty', async () => {
		const { envelope } = await box.seal();
		const changed = fc.tuple(fc.nat(envelope.length - 1), fc.integer({ min: 1, max: 255 }));
		await fc.assert(
			fc.asyncProperty(changed, async ([at, by]) => {
				const other = envelope.slice();
				other[at] = (other[at] ?? 0) ^ by;
				expect(reasonOf(await box.open(other))).toMatch(NOT_OPENED);
			}),
			{ numRuns: runs(60), examples: [[[0, 1]], [[0, 6]], [[64, 1]], [[65, 1]], [[envelope.length - 1, 128]]] }
		);
		for (const other of [envelope.slice(1), envelope.slice(0, -1), new Uint8Array([...envelope, 0]), new Uint8Array()])
			expect(reasonOf(await box.open(other))).toMatch(NOT_OPENED);
	});

	test('in another room or slot, for another laptop or with a key that is no pair', async () => {
		const { envelope } = await box.seal();
		const other = await newKeyPair();
		const { publicKey, privateKey } = box.opening;
		for (const changes of [
			{ roomId: await roomIdOf(newSecret()) },
			{ slotId: await slotIdOf(newSecret()) },
			other,
			{ publicKey: other.publicKey, privateKey },
			{ publicKey, privateKey: other.privateKey },
			{ publicKey, privateKey: new Uint8Array(32) },
			{ publicKey: new Uint8Array(65), privateKey }
		])
			expect(reasonOf(await box.open(envelope, changes))).toMatch(NOT_OPENED);
	});

	test('under other terms: another promise, other groups or statements, or of another measurement', async () => {
		const { envelope } = await box.seal();
		for (const other of [
			{ ...terms, measurementId: 'f'.repeat(32) },
			{ ...terms, asksTrend: true },
			{ ...terms, groups: [...terms.groups].reverse() },
			{ ...terms, privacy: anonymous.privacy },
			{ ...terms, questionnaire: { ...terms.questionnaire, content: '9'.repeat(40) } }
		])
			expect(reasonOf(await box.open(envelope, { terms: other }))).toMatch(NOT_OPENED);
	});
});

/** Whoever has the link can seal anything by hand, with the same algorithms. */
describe('an envelope made by hand', () => {
	const GOOD = {
		response: responseQrText(packResponse({ response, terms, ...box.sealing.asked }), terms),
		notes: {},
		acknowledgementKey: encodeBase64Url(box.sealing.acknowledgementKey)
	};

	async function made(content: string | Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
		const { letterbox, slotId } = box.sealing;
		const suite = cipherSuite();
		const recipientPublicKey = await suite.kem.deserializePublicKey(box.opening.publicKey);
		const plaintext = new Uint8Array(7168).fill(0x20);
		plaintext.set(typeof content === 'string' ? new TextEncoder().encode(content) : content);
		const sealing = { recipientPublicKey, info: infoOf(letterbox.roomId, terms.measurementId, termsHash(terms)) };
		const { enc, ct } = await suite.seal(sealing, plaintext, new TextEncoder().encode(slotId));
		return new Uint8Array([...new Uint8Array(enc), ...new Uint8Array(ct)]);
	}

	test('as the app makes it, opens', async () => {
		expect(goodOf(await box.open(await made(JSON.stringify(GOOD)))).response).toEqual(response);
	});

	const other = madeUpTermsFor(asking);
	test.each([
		['nothing', ''],
		['no UTF-8', new Uint8Array(7168).fill(0xff)],
		['no JSON', 'Dag!'],
		['thousands of levels', '['.repeat(7000)],
		['a list', '[]'],
		['null', 'null'],
		['no key to acknowledge with', JSON.stringify({ ...GOOD, acknowledgementKey: undefined })],
		['a key of another length', JSON.stringify({ ...GOOD, acknowledgementKey: 'AAAA' })],
		['a response that is no text', JSON.stringify({ ...GOOD, response: 4 })],
		['a field more', JSON.stringify({ ...GOOD, time: '10:00' })],
		['notes as a list', JSON.stringify({ ...GOOD, notes: [] })],
		['a note that is no text', JSON.stringify({ ...GOOD, notes: { 'item-1': 3 } })],
		['a note that is too long', JSON.stringify({ ...GOOD, notes: { 'item-1': 'n'.repeat(MAX_NOTE_LENGTH + 1) } })],
		['a note on what was not asked', JSON.stringify({ ...GOOD, notes: { __proto__x: 'Dag' } })],
		['a note on a part of every object', JSON.stringify({ ...GOOD, notes: { toString: 'Dag' } })]
	])('with %s is refused', async (_, content) => {
		expect(reasonOf(await box.open(await made(content)))).toMatch(NOT_OPENED);
	});

	test('with a response to other terms, or a damaged one, is refused with the reason of its QR code', async () => {
		const foreign = responseQrText(packResponse({ response, terms: other, ...box.sealing.asked }), other);
		expect(termsHash(other)).not.toBe(termsHash(terms));
		const reason = async (text: string) =>
			reasonOf(await box.open(await made(JSON.stringify({ ...GOOD, response: text }))));
		expect(await reason(foreign)).toMatch(/Daar werd gevraagd of het beter gaat/);
		expect(await reason('https://www.gemeente.be/')).toMatch(/^In deze QR-code zitten geen antwoorden/);
		expect(await reason(`${GOOD.response.slice(0, 9)}Z${GOOD.response.slice(10)}`)).toMatch(/klopt niet/);
	});

	test('never breaks the laptop, whatever is in it', async () => {
		const json = fc.json({ maxDepth: 4 }).map((text) => new TextEncoder().encode(text));
		await fc.assert(
			fc.asyncProperty(fc.oneof(json, fc.uint8Array({ maxLength: 7168 })), async (bytes) => {
				expect((await box.open(await made(bytes.slice(0, 7168)))).kind).toBe('refused');
			}),
			{ numRuns: runs(40) }
		);
	});
});
