import { decodeBase64Url, encodeBase64Url } from '$lib/domain/text/bytes-as-text';

/**
 * The proof that an envelope was opened and stored: an AES-GCM tag over nothing, with the key that was in the envelope
 * and bound to slot, revision and envelope. The server passes it on and cannot make one.
 */

const METHOD = 'AES-GCM';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What was stored, as both sides know it. */
export interface Acknowledged {
	/** 32 bytes, from the envelope. */
	acknowledgementKey: Uint8Array<ArrayBuffer>;
	slotId: string;
	revision: number;
	/** Of the envelope, as `hashOf` gives it. */
	hash: string;
}

/** @returns 38 characters, base64url: other ones each time */
export async function acknowledge(acknowledged: Acknowledged): Promise<string> {
	const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
	const key = await keyOf(acknowledged, 'encrypt');
	const tag = await crypto.subtle.encrypt(parametersOf(acknowledged, iv), key, new Uint8Array());
	return encodeBase64Url(new Uint8Array([...iv, ...new Uint8Array(tag)]));
}

/** Whether it is of this envelope and revision; never throws, whatever the server sends. */
export async function isAcknowledged({
	acknowledgement,
	...acknowledged
}: Acknowledged & { acknowledgement: string }): Promise<boolean> {
	const bytes = decodeBase64Url(acknowledgement);
	if (bytes?.length !== IV_BYTES + TAG_BYTES) return false;
	const key = await keyOf(acknowledged, 'decrypt');
	const opening = crypto.subtle.decrypt(
		parametersOf(acknowledged, bytes.slice(0, IV_BYTES)),
		key,
		bytes.slice(IV_BYTES)
	);
	return opening.then(
		() => true,
		() => false
	);
}

function keyOf({ acknowledgementKey }: Acknowledged, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
	return crypto.subtle.importKey('raw', acknowledgementKey, METHOD, false, [use]);
}

function parametersOf({ slotId, revision, hash }: Acknowledged, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
	const about = `samenwerkingsmeter acknowledgement 1\n${slotId}\n${revision}\n${hash}`;
	return { name: METHOD, iv, additionalData: new TextEncoder().encode(about) };
}
