import { createHash } from 'node:crypto';

const SECRET_BYTES = 32;
const ID_BYTES = 16;

/**
 * The id that a secret gives: who knows the secret may act for the id, and nothing of the secret is kept here.
 * @param {'room' | 'slot'} kind
 * @param {Uint8Array} secret
 * @returns {string} 22 characters of base64url
 */
export function idOf(kind, secret) {
	const hash = createHash('sha256').update(`samenwerkingsmeter ${kind} 1`).update(secret).digest();
	return hash.subarray(0, ID_BYTES).toString('base64url');
}

/**
 * Whether a request with this Authorization header may act for the id. It says nothing of what the store holds.
 * @param {'room' | 'slot'} kind
 * @param {string} id
 * @param {string | undefined} authorization
 */
export function holds(kind, id, authorization) {
	const [, text = ''] = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? '') ?? [];
	const secret = fromBase64Url(text, SECRET_BYTES);
	return secret !== undefined && idOf(kind, secret) === id;
}

/** @param {Uint8Array} envelope @returns {string} 43 characters of base64url */
export function hashOf(envelope) {
	return createHash('sha256').update(envelope).digest('base64url');
}

/**
 * @param {unknown} text
 * @param {number} length in bytes
 * @returns {Buffer | undefined} undefined for all but the one way to write so many bytes
 */
export function fromBase64Url(text, length) {
	if (typeof text !== 'string') return undefined;
	const bytes = Buffer.from(text, 'base64url');
	return bytes.length === length && bytes.toString('base64url') === text ? bytes : undefined;
}
