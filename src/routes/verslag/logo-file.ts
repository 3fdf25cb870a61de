/** What the first bytes of a file say that it is; its name and its type may say anything. */
export type LogoFile =
	{ kind: 'image/png' | 'image/jpeg'; /** In pixels. */ width: number; height: number } | { kind: 'image/svg+xml' };

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Where a PNG says how wide it is; how high it is comes four bytes later. */
const PNG_WIDTH = 16;
const SVG_LOOKED_AT = 4096;

/** Undefined for a file that is none of the three, or is broken off before it says how large it is. */
export function logoFileOf(bytes: Uint8Array): LogoFile | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (PNG.every((byte, index) => bytes[index] === byte)) {
		if (bytes.length < PNG_WIDTH + 8) return undefined;
		return { kind: 'image/png', width: view.getUint32(PNG_WIDTH), height: view.getUint32(PNG_WIDTH + 4) };
	}
	if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegOf(view);
	const start = new TextDecoder().decode(bytes.subarray(0, SVG_LOOKED_AT));
	return /^\s*</.test(start) && /<svg[\s>]/.test(start) ? { kind: 'image/svg+xml' } : undefined;
}

/** Start of frame, whatever the kind of compression; c4, c8 and cc are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegOf(view: DataView): LogoFile | undefined {
	for (let at = 2; at + 9 <= view.byteLength;) {
		if (view.getUint8(at) !== 0xff) return undefined;
		const marker = view.getUint8(at + 1);
		if (isFrame(marker)) return { kind: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		// A marker may have fill bytes before it; every other one has its length after it.
		at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
	}
	return undefined;
}
