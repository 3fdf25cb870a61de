/** So many bytes at a time: more arguments than this overflow the stack of some browsers. */
const CHUNK = 8192;

export function encodeBase64(bytes: Uint8Array): string {
	const parts: string[] = [];
	for (let start = 0; start < bytes.length; start += CHUNK) {
		parts.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)));
	}
	return btoa(parts.join(''));
}

/** @returns undefined for anything that `encodeBase64` does not give */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
	if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
	const binary = atob(text);
	const bytes = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
	return bytes;
}
