import { decodeBase64Url, encodeBase64Url } from '$lib/domain/text/bytes-as-text';

/** The pair of keys of one letterbox, on P-256: phones seal with the public one, one laptop opens with the other. */
export interface KeyPair {
	/** 65 bytes: 4, then x and y. */
	publicKey: Uint8Array<ArrayBuffer>;
	/** 32 bytes: the scalar. */
	privateKey: Uint8Array<ArrayBuffer>;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const COORDINATE_BYTES = 32;

/** A new pair, as bytes that can be stored and moved in a locked file. */
export async function newKeyPair(): Promise<KeyPair> {
	const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
	const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
	const { d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
	const privateKey = decodeBase64Url(d ?? '');
	if (!privateKey) throw new TypeError('The browser gave a private key without a scalar');
	return { publicKey, privateKey };
}

/**
 * The pair as the browser uses it. Both halves come in one JSON Web Key: Safari takes no private scalar alone, and
 * Firefox does not give the public key that belongs to one.
 * @throws DOMException when they are no pair on the curve
 */
export async function importKeyPair({ publicKey, privateKey }: KeyPair): Promise<CryptoKeyPair> {
	const coordinate = (from: number) => encodeBase64Url(publicKey.slice(from, from + COORDINATE_BYTES));
	const key = {
		kty: 'EC',
		crv: CURVE.namedCurve,
		x: coordinate(1),
		y: coordinate(1 + COORDINATE_BYTES),
		d: encodeBase64Url(privateKey)
	};
	return {
		publicKey: await crypto.subtle.importKey('raw', publicKey, CURVE, true, []),
		privateKey: await crypto.subtle.importKey('jwk', key, CURVE, false, ['deriveBits'])
	};
}
