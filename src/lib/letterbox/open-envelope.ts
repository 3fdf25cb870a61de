import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { AskedIds } from '$lib/domain/measurement/asked';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { termsHash, type Terms } from '$lib/domain/measurement/terms';
import { measurementMisfit, questionnaireMisfit } from '$lib/domain/intake/response-fits';
import { decodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { MAX_NOTE_LENGTH } from '$lib/domain/text/field-rules';
import { readCleanBytes } from '$lib/exchange/json/read-clean';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { readResponseQr } from '$lib/exchange/response/read-response-qr';
import { asciiBytes, envelopeLength, infoOf, KEY_BYTES, type Letter } from './envelope';
import { importKeyPair, type KeyPair } from './keys';

/** Apart from sealing, which is on a phone that needs nothing of this. */

const NO_ENVELOPE =
	'Een omslag in de brievenbus kon niet open: ze is beschadigd, of niet voor deze meting gemaakt. Ze telt niet mee, en wat al binnen is, blijft staan. Mist er iemand, scan dan de QR-code op die telefoon.';

const SECRET_BYTES = 32;

/** The one way in which envelopes are sealed; a new one means a new link format. `sealingSuite` is the half of it. */
export function cipherSuite(): CipherSuite {
	return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
}

export interface ToOpen extends KeyPair {
	envelope: Uint8Array<ArrayBuffer>;
	/** Of the slot that it lay in. */
	slotId: string;
	roomId: string;
	/** Of the measurement that takes the response in. */
	terms: Terms;
	asked: AskedIds;
}

/** What was opened; the key proves to the sender that it was. */
export interface Opened {
	response: IndividualResponse;
	/** 32 bytes. */
	acknowledgementKey: Uint8Array<ArrayBuffer>;
}

/** Refuses with a reason, and never throws, whatever anybody put in the letterbox. */
export async function openEnvelope({ terms, asked, ...sealed }: ToOpen): Promise<Outcome<Opened>> {
	const letter = letterOf(await plaintextOf({ terms, ...sealed }));
	const acknowledgementKey = letter && decodeBase64Url(letter.acknowledgementKey);
	if (!letter || acknowledgementKey?.length !== SECRET_BYTES) return refused(NO_ENVELOPE);
	const read = readResponseQr({ text: letter.response, terms, ...asked });
	if (read.kind === 'refused') return read;
	const response = { ...read.response, notes: letter.notes };
	const misfit =
		measurementMisfit(response, { ...terms, id: terms.measurementId }) ?? questionnaireMisfit(response, asked);
	return misfit ? refused(NO_ENVELOPE) : good({ response, acknowledgementKey });
}

/** @returns undefined for what was not sealed for this room, slot, key and terms */
async function plaintextOf({ envelope, terms, roomId, slotId, ...keys }: Omit<ToOpen, 'asked'>) {
	if (envelope.length !== envelopeLength(terms.privacy)) return undefined;
	try {
		const recipientKey = await importKeyPair(keys);
		const enc = envelope.slice(0, KEY_BYTES);
		const opening = { recipientKey, enc, info: infoOf(roomId, terms.measurementId, termsHash(terms)) };
		return new Uint8Array(await cipherSuite().open(opening, envelope.slice(KEY_BYTES), asciiBytes(slotId)));
	} catch {
		// Every step fails in a way of its own on bytes that somebody made up, and in each browser in another.
		return undefined;
	}
}

/** By plain rules: there is one kind of letter, and whoever made it may have made it by hand. */
function letterOf(plaintext: Uint8Array<ArrayBuffer> | undefined): Letter | undefined {
	const value = plaintext && readCleanBytes(plaintext);
	if (typeof value !== 'object' || value === null) return undefined;
	const { response, notes, acknowledgementKey, ...more } = value as Partial<Record<keyof Letter, unknown>>;
	if (typeof response !== 'string' || typeof acknowledgementKey !== 'string') return undefined;
	return isNotes(notes) && Object.keys(more).length === 0 ? { response, notes, acknowledgementKey } : undefined;
}

function isNotes(value: unknown): value is Letter['notes'] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	return Object.values(value).every((note) => typeof note === 'string' && note.length <= MAX_NOTE_LENGTH);
}
