import { HASH_DIGITS, termsHash, type Terms } from '$lib/domain/measurement/terms';
import { BITS_PER_CHARACTER, encodeCrockford } from '$lib/exchange/encoding/crockford';

/**
 * The QR code of a response: this mark, the code, and behind it the whole hash of the terms that were answered under,
 * of which the code has only the beginning. All of it characters of QR's compact alphanumeric mode.
 */
export const codePrefix = 'SM2:';
/** Before the terms were in it. */
const OLDER = 'SM1:';

/** In characters. */
export const HASH_LENGTH = (HASH_DIGITS * 4) / BITS_PER_CHARACTER;

/** @param code as `packResponse` gives it, without spaces */
export function responseQrText(code: string, terms: Terms): string {
	return codePrefix + code + hashCharacters(termsHash(terms));
}

/** Whether a scanned text says of itself that it is a response; a typed code need not. */
export function isResponseQr(text: string): boolean {
	return [codePrefix, OLDER].includes(markOf(text.trim()));
}

/** Whether it is one of now, with all of it, and a code of so many characters. */
export function isWholeResponseQr(text: string, codeLength: number): boolean {
	return markOf(text.trim()) === codePrefix && text.trim().length === codePrefix.length + codeLength + HASH_LENGTH;
}

/** The code in the text of such a QR code. */
export function codeInQr(text: string): string {
	const code = withoutMark(text);
	return markOf(text.trim()) === codePrefix ? code.slice(0, -HASH_LENGTH) : code;
}

export function withoutMark(text: string): string {
	const trimmed = text.trim();
	return isResponseQr(trimmed) ? trimmed.slice(codePrefix.length) : trimmed;
}

/** What stands in it for the hash of the terms. */
export function hashInQr(text: string): string {
	return text.trim().slice(-HASH_LENGTH).toUpperCase();
}

/** Whether the QR code says that it was answered under terms with this hash. */
export function isUnderHash(text: string, hash: string): boolean {
	return hashInQr(text) === hashCharacters(hash);
}

function markOf(text: string): string {
	return text.slice(0, codePrefix.length).toUpperCase();
}

function hashCharacters(hash: string): string {
	return encodeCrockford(Array.from(hash, (digit) => parseInt(digit, 16).toString(2).padStart(4, '0')).join(''));
}
