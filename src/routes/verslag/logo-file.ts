import { crc32 } from '$lib/domain/text/crc32';

/** What the bytes of a file say that it is; its name and its type may say anything. */
export type LogoFile =
	{ kind: 'image/png' | 'image/jpeg'; /** In pixels. */ width: number; height: number } | { kind: 'image/svg+xml' };

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Where a PNG says how wide it is; how high it is comes four bytes later. */
const PNG_WIDTH = 16;
/** Of the last chunk of a PNG: «IEND». */
const PNG_END = 0x49454e44;
/** What a chunk has beside its content: length, type and checksum. */
const PNG_CHUNK = 12;
const SVG_LOOKED_AT = 4096;

/**
 * `unknown`: none of the three kinds. `damaged`: one of them, broken off or with a fault in it; a browser would draw
 * half of it, or nothing.
 */
export function logoFileOf(bytes: Uint8Array): LogoFile | 'unknown' | 'damaged' {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (PNG.every((byte, index) => bytes[index] === byte)) return pngOf(view);
	if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegOf(view);
	const start = new TextDecoder().decode(bytes.subarray(0, SVG_LOOKED_AT));
	return /^\s*</.test(start) && /<svg[\s>]/.test(start) ? { kind: 'image/svg+xml' } : 'unknown';
}

/** Whole when its chunks follow each other up to the last, each with its checksum. */
function pngOf(view: DataView): LogoFile | 'damaged' {
	for (let at = PNG.length; at + PNG_CHUNK <= view.byteLength; at += PNG_CHUNK + view.getUint32(at)) {
		if (!isSound(view, at)) return 'damaged';
		if (view.getUint32(at + 4) !== PNG_END) continue;
		if (at < PNG_WIDTH + 8) return 'damaged';
		return { kind: 'image/png', width: view.getUint32(PNG_WIDTH), height: view.getUint32(PNG_WIDTH + 4) };
	}
	return 'damaged';
}

/** @param at where a chunk begins: its length, then what the checksum behind it is of */
function isSound(view: DataView, at: number): boolean {
	const end = at + 8 + view.getUint32(at);
	if (end + 4 > view.byteLength) return false;
	return crc32(new Uint8Array(view.buffer, view.byteOffset + at + 4, end - at - 4)) === view.getUint32(end);
}

/** Start of frame, whatever the kind of compression; c4, c8 and cc are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegOf(view: DataView): LogoFile | 'damaged' {
	for (let at = 2; at + 9 <= view.byteLength;) {
		if (view.getUint8(at) !== 0xff) return 'damaged';
		const marker = view.getUint8(at + 1);
		if (isFrame(marker) && !endsAfter(view, at)) return 'damaged';
		if (isFrame(marker)) return { kind: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		// A marker may have fill bytes before it; every other one has its length after it.
		at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
	}
	return 'damaged';
}

/** The mark that ends a JPEG; a camera may have put something behind it. */
function endsAfter(view: DataView, from: number): boolean {
	for (let at = view.byteLength - 2; at > from; at -= 1) if (view.getUint16(at) === 0xffd9) return true;
	return false;
}
