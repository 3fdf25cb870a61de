import { encodeBase64Url } from '$lib/domain/text/bytes-as-text';

/**
 * The names under which a letterbox knows a measurement and a phone: each is made of a secret that only its owner has,
 * so that the owner can prove to be it, and the server stores nothing that would let it be someone else.
 */

const SECRET_BYTES = 32;
const ID_BYTES = 16;

/** 32 random bytes: the secret of a room or of a slot. */
export function newSecret(): Uint8Array<ArrayBuffer> {
	return crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
}

/** The room of one measurement. @param secret of the room @returns 22 characters, base64url */
export function roomIdOf(secret: Uint8Array<ArrayBuffer>): Promise<string> {
	return idOf('samenwerkingsmeter room 1', secret);
}

/** The place of one sheet in a room. @param secret of the slot @returns 22 characters, base64url */
export function slotIdOf(secret: Uint8Array<ArrayBuffer>): Promise<string> {
	return idOf('samenwerkingsmeter slot 1', secret);
}

/** Of a whole envelope, as sender, server and reader name it. @returns 43 characters, base64url of SHA-256 */
export async function hashOf(envelope: Uint8Array<ArrayBuffer>): Promise<string> {
	return encodeBase64Url(await sha256(envelope));
}

/** @param meaning keeps a secret of one kind from being a name of the other */
async function idOf(meaning: string, secret: Uint8Array<ArrayBuffer>): Promise<string> {
	const named = new Uint8Array([...new TextEncoder().encode(meaning), ...secret]);
	return encodeBase64Url((await sha256(named)).slice(0, ID_BYTES));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
