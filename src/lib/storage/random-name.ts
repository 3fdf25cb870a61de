import { encodeHex } from '$lib/domain/text/bytes-as-text';

/** Random bytes as two hexadecimal digits each; with 16 of them no two things ever have the same name. */
export function randomName(bytes: number): string {
	return encodeHex(crypto.getRandomValues(new Uint8Array(bytes)));
}
