import { hexDigits } from '$lib/domain/text/bytes-as-text';
import { crc16 } from './crc16';

export const CRC_DIGITS = 4;

/** The CRC-16 of a text as so many hexadecimal digits, lower case. @param text ASCII only */
export function crcDigits(text: string): string {
	return hexDigits(crc16(Array.from(text, bitsOf).join('')), CRC_DIGITS);
}

/** That of each beginning of a text: of its first character, of its first two, and so on. */
export function* crcDigitsAlong(text: string): Generator<string> {
	let crc: number | undefined;
	for (const character of text) {
		crc = crc16(bitsOf(character), crc);
		yield hexDigits(crc, CRC_DIGITS);
	}
}

function bitsOf(character: string): string {
	return character.charCodeAt(0).toString(2).padStart(8, '0');
}
