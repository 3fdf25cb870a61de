import { Aes128Gcm, CipherSuite, HkdfSha256, KemId } from '@hpke/core';
import { Dhkem, type DhkemPrimitives } from '@hpke/common';

/**
 * The suite of `cipherSuite`, for who only seals: a phone that loads ten kilobytes at most has no place for what opens,
 * derives keys and knows other curves. All of HPKE is the library's; here is what it asks of the curve, by WebCrypto.
 */
export function sealingSuite(): CipherSuite {
	return new CipherSuite({ kem: new SealingKem(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
}

/** In bytes. */
const [SECRET, POINT, SCALAR] = [32, 65, 32];
const CURVE = { name: 'ECDH', namedCurve: 'P-256' };

class SealingKem extends Dhkem {
	override readonly secretSize = SECRET;
	override readonly encSize = POINT;
	override readonly publicKeySize = POINT;
	override readonly privateKeySize = SCALAR;

	constructor() {
		super(KemId.DhkemP256HkdfSha256, p256, new HkdfSha256());
	}
}

const p256: DhkemPrimitives = {
	generateKeyPair: () => crypto.subtle.generateKey(CURVE, true, ['deriveBits']),
	serializePublicKey: (key) => crypto.subtle.exportKey('raw', key),
	deserializePublicKey: (key) => crypto.subtle.importKey('raw', key as ArrayBuffer, CURVE, true, []),
	dh: (privateKey, publicKey) =>
		crypto.subtle.deriveBits({ name: CURVE.name, public: publicKey }, privateKey, SECRET * 8),
	serializePrivateKey: notForSealing,
	deserializePrivateKey: notForSealing,
	importKey: notForSealing,
	deriveKeyPair: notForSealing,
	derivePublicKey: notForSealing
};

function notForSealing(): never {
	throw new TypeError('Sealing needs no private key but the one that it makes');
}
