import type { IndividualResponse, LetterboxAddress, Privacy } from '$lib/domain/measurement/measurement';
import type { Terms } from '$lib/domain/measurement/terms';
import { decodeBase64Url, encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { inKeyOrder } from '$lib/domain/text/compare-text';
import { sealingSuite } from './sealing-suite';

/**
 * What a phone drops in a letterbox: one response, sealed for one laptop with HPKE (RFC 9180, base mode). It is bound
 * to the measurement, its room and its terms by `info`, and to the phone's slot by what is authenticated beside it.
 */

/** In bytes: the key of this one envelope before what is sealed, and the tag behind it. */
export const KEY_BYTES = 65;
const TAG_BYTES = 16;

/** In bytes, of what is sealed: one length for all, so that it says nothing about the answers. */
const PLAINTEXT_BYTES: Record<Privacy['mode'], number> = { anoniem: 512, open: 7168 };
const FILLER = ' ';

/** What is in an envelope, as JSON with spaces behind it. */
export interface Letter {
	/** What the QR code of the response says. */
	response: string;
	/** By item id; only in an open measurement. */
	notes: IndividualResponse['notes'];
	/** 32 bytes as base64url: who has opened the envelope can acknowledge it. */
	acknowledgementKey: string;
}

/** One response as it is handed back: its QR code was made before, so sealing has none of what that takes. */
export interface HandedBack {
	/** What the QR code of the response says. */
	qrText: string;
	response: Pick<IndividualResponse, 'id' | 'revision' | 'notes'>;
	/** What was answered under, and the hash of the whole of it. */
	terms: Pick<Terms, 'measurementId' | 'privacy'>;
	hash: string;
}

export interface ToSeal extends HandedBack {
	letterbox: LetterboxAddress;
	slotId: string;
	/** 32 bytes. */
	acknowledgementKey: Uint8Array<ArrayBuffer>;
}

export type Sealed =
	| {
			kind: 'sealed';
			envelope: Uint8Array<ArrayBuffer>;
			/** There were notes and they did not fit: they go by file. */
			notesLeftOut: boolean;
	  }
	/** Even without notes; the QR code and the file remain. */
	| { kind: 'too-large' }
	/** The link brought a key that is none; a link made by this app never does. */
	| { kind: 'bad-key' };

/** Each call gives other bytes, also for the same response. */
export async function sealEnvelope({ letterbox, slotId, ...given }: ToSeal): Promise<Sealed> {
	const written = writtenLetter(given);
	if (!written) return { kind: 'too-large' };
	const suite = sealingSuite();
	const publicKey = decodeBase64Url(letterbox.publicKey) ?? new Uint8Array();
	const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey).catch(() => undefined);
	if (!recipientPublicKey) return { kind: 'bad-key' };
	const info = infoOf(letterbox.roomId, given.terms.measurementId, given.hash);
	const { enc, ct } = await suite.seal({ recipientPublicKey, info }, written.bytes, asciiBytes(slotId));
	const envelope = new Uint8Array([...new Uint8Array(enc), ...new Uint8Array(ct)]);
	return { kind: 'sealed', envelope, notesLeftOut: written.notesLeftOut };
}

/** What both sides must agree on for an envelope to open. @param hash of the terms */
export function infoOf(roomId: string, measurementId: string, hash: string): Uint8Array<ArrayBuffer> {
	return asciiBytes(`samenwerkingsmeter envelope 1\n${measurementId}\n${roomId}\n${hash}`);
}

/** In bytes, of every envelope of a measurement. */
export function envelopeLength({ mode }: Privacy): number {
	return KEY_BYTES + PLAINTEXT_BYTES[mode] + TAG_BYTES;
}

export function asciiBytes(text: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(text);
}

/** @returns undefined when it does not fit, even without notes */
function writtenLetter({ qrText, response, terms, acknowledgementKey }: Omit<ToSeal, 'letterbox' | 'slotId'>) {
	const { mode } = terms.privacy;
	const letter: Letter = {
		response: qrText,
		notes: mode === 'open' ? inKeyOrder(response.notes) : {},
		acknowledgementKey: encodeBase64Url(acknowledgementKey)
	};
	const whole = padded(letter, mode);
	const bytes = whole ?? padded({ ...letter, notes: {} }, mode);
	return bytes && { bytes, notesLeftOut: whole === undefined };
}

function padded(letter: Letter, mode: Privacy['mode']): Uint8Array<ArrayBuffer> | undefined {
	const text = asciiBytes(JSON.stringify(letter));
	const room = PLAINTEXT_BYTES[mode] - text.length;
	return room < 0 ? undefined : new Uint8Array([...text, ...asciiBytes(FILLER.repeat(room))]);
}
