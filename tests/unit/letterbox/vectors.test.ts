import { describe, expect, test } from 'vitest';
import { decodeBase64Url, decodeHex, encodeBase64Url, encodeHex } from '$lib/domain/text/bytes-as-text';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { termsHash, type Terms } from '$lib/domain/measurement/terms';
import { isAcknowledged } from '$lib/letterbox/acknowledgement';
import { infoOf } from '$lib/letterbox/envelope';
import { importKeyPair } from '$lib/letterbox/keys';
import { hashOf, roomIdOf, slotIdOf } from '$lib/letterbox/names';
import { cipherSuite, openEnvelope } from '$lib/letterbox/open-envelope';
import { sealingSuite } from '$lib/letterbox/sealing-suite';
import vectors from './vectors.json' with { type: 'json' };

const bytes = (text: string) => decodeBase64Url(text) ?? new Uint8Array();
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the vector of RFC 9180 for these algorithms', () => {
	const { info, ikmE, pkEm, pkRm, skRm, pt, aad, ct } = vectors.rfc;
	const suite = cipherSuite();

	test.each([
		['a phone', sealingSuite()],
		['the library', suite]
	])('is sealed to the same bytes by %s', async (_, sealingWith) => {
		const recipientPublicKey = await sealingWith.kem.deserializePublicKey(decodeHex(pkRm));
		const ekm = await suite.kem.deriveKeyPair(decodeHex(ikmE));
		const sealing = { recipientPublicKey, info: decodeHex(info), ekm };
		const sealed = await sealingWith.seal(sealing, decodeHex(pt), decodeHex(aad));
		expect(encodeHex(new Uint8Array(sealed.enc))).toBe(pkEm);
		expect(encodeHex(new Uint8Array(sealed.ct))).toBe(ct);
	});

	test('opens with the key as the app brings it to the browser', async () => {
		const recipientKey = await importKeyPair({ publicKey: decodeHex(pkRm), privateKey: decodeHex(skRm) });
		const opening = { recipientKey, enc: decodeHex(pkEm), info: decodeHex(info) };
		const opened = await suite.open(opening, decodeHex(ct), decodeHex(aad));
		expect(encodeHex(new Uint8Array(opened))).toBe(pt);
	});
});

/** Made once, and never again: what lies in a letterbox, and links that people have, stay good. */
describe.each(vectors.ours)('the vector of an envelope: $name', (vector) => {
	const terms = vector.terms as unknown as Terms;
	const response = vector.response as unknown as IndividualResponse;
	const { asked, roomId, slotId, hash, acknowledgement } = vector;
	const envelope = bytes(vector.envelope);
	const acknowledgementKey = bytes(vector.acknowledgementKey);

	test('room, slot and hash have the same names', async () => {
		expect(await roomIdOf(bytes(vector.roomSecret))).toBe(roomId);
		expect(await slotIdOf(bytes(vector.slotSecret))).toBe(slotId);
		expect(await hashOf(envelope)).toBe(hash);
	});

	test('it opens and gives the same response', async () => {
		const keys = { publicKey: bytes(vector.publicKey), privateKey: bytes(vector.privateKey) };
		expect(await openEnvelope({ envelope, slotId, roomId, ...keys, terms, asked })).toEqual({
			kind: 'good',
			response,
			acknowledgementKey
		});
	});

	test('it is sealed again to the same bytes with the same key of its own', async () => {
		expect(termsHash(terms)).toBe(vector.termsHash);
		expect(new TextDecoder().decode(infoOf(roomId, terms.measurementId, termsHash(terms)))).toBe(vector.info);
		const suite = sealingSuite();
		const ekm = await cipherSuite().kem.deriveKeyPair(bytes(vector.ephemeralIkm));
		const recipientPublicKey = await suite.kem.deserializePublicKey(bytes(vector.publicKey));
		const plaintext = new Uint8Array(vector.plaintextBytes).fill(0x20);
		plaintext.set(utf8(vector.letter));
		const sealing = { recipientPublicKey, info: utf8(vector.info), ekm };
		const { enc, ct } = await suite.seal(sealing, plaintext, utf8(slotId));
		expect(encodeBase64Url(new Uint8Array([...new Uint8Array(enc), ...new Uint8Array(ct)]))).toBe(vector.envelope);
	});

	test('its acknowledgement holds for ever', async () => {
		const stored = { acknowledgementKey, slotId, revision: response.revision, hash };
		expect(await isAcknowledged({ ...stored, acknowledgement })).toBe(true);
	});
});
