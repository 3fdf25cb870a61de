/**
 * CRC-16/CCITT-FALSE over bits rather than bytes, so that it stands right behind what it protects.
 *
 * Generator x^16 + x^12 + x^5 + 1. A change is missed only when it is a multiple of the generator as a
 * polynomial over GF(2). A burst (all changed bits within 16 neighbouring bits) is x^k times a polynomial of
 * degree below 16: no multiple, since the generator has degree 16 and no factor x. So every burst of at most 16
 * bits is found, in text of any length.
 */
const GENERATOR = 0x1021;
const START = 0xffff;
export const CRC_BITS = 16;

/**
 * @param bits zeros and ones
 * @param before the CRC of what stands before these bits, to go on with
 */
export function crc16(bits: string, before = START): number {
	let crc = before;
	for (const bit of bits) {
		const carry = (crc >> (CRC_BITS - 1)) ^ (bit === '1' ? 1 : 0);
		crc = (crc << 1) & 0xffff;
		if (carry === 1) crc ^= GENERATOR;
	}
	return crc;
}

/** The bits with their CRC behind them. */
export function withCrc(bits: string): string {
	return bits + crc16(bits).toString(2).padStart(CRC_BITS, '0');
}

/** Whether the last 16 bits are the CRC of those before: then nothing remains of the division. */
export function hasValidCrc(bits: string): boolean {
	return bits.length >= CRC_BITS && crc16(bits) === 0;
}
