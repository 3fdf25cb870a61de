/**
 * CRC-32 (ISO-HDLC, as in zip and PNG) of bytes, as an unsigned number.
 * @param before that of the bytes before these, to go on from
 */
export function crc32(bytes: Uint8Array, before = 0): number {
	let crc = ~before;
	for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
	return ~crc >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_entry, index) => {
	let value = index;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value >>> 0;
});
