export const FINGERPRINT_BITS = 53;

/**
 * A number of 53 bits from a text: other texts have another one, but for one chance in 9 million billion. Against
 * accidents, not against who tries: two rounds of FNV-1a (public domain) with their own start, mixed at the end.
 */
export function fingerprint(text: string): number {
	let [one, other] = [0x811c9dc5, 0x9e3779b9];
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		one = Math.imul(one ^ code, 0x01000193);
		other = Math.imul(other ^ code, 0x85ebca6b);
		other ^= other >>> 15;
	}
	one = Math.imul(one ^ (one >>> 16) ^ other, 0xc2b2ae35);
	return (one >>> 0) * 0x200000 + ((other ^ (one >>> 13)) >>> 11);
}
