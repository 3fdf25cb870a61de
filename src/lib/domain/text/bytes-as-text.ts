/**
 * Bytes as text and back, for whatever is written, stored or put in an address. By hand: with the package
 * uint8array-extras a participant's page is 0.7 kB larger, and it reads both alphabets and any padding, where one
 * content must have one text.
 */

/** Two hexadecimal digits a byte, lower case. */
export function encodeHex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => hexDigits(byte, 2)).join('');
}

/** @param text as `encodeHex` gives it */
export function decodeHex(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));
}

/** A whole number from 0 as so many hexadecimal digits, lower case; more when it is larger. */
export function hexDigits(value: number | bigint, digits: number): string {
	return value.toString(16).padStart(digits, '0');
}

export function encodeBase64(bytes: Uint8Array): string {
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** @returns undefined for what is no base64 with its padding */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
	if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
	return bytesOf(atob(text));
}

/** Base64 with characters that mean nothing in an address, without padding. */
export function encodeBase64Url(bytes: Uint8Array): string {
	return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @returns undefined for anything that `encodeBase64Url` does not give */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
	if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
	const bytes = bytesOf(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
	return encodeBase64Url(bytes) === text ? bytes : undefined;
}

function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
	return bytes;
}
