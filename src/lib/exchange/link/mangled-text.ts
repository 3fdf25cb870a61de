/**
 * What programs between sender and reader do to an address, and how it is undone; each of them may
 * have been at it, in any order.
 */

/** More than any address needs; each is looked through. */
const MAX_READINGS = 64;

/** The text itself, and all that it may have been. */
export function readingsOf(text: string): ReadonlySet<string> {
	const readings = new Set([text]);
	// Goes on over what is added meanwhile.
	for (const reading of readings) {
		for (const undo of undoings) if (readings.size < MAX_READINGS) readings.add(undo(reading));
	}
	return readings;
}

const undoings: readonly ((text: string) => string)[] = [
	(text) => text.replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded),
	(text) => text.replace(/&(#x?)?(\w+);/gi, entityDecoded),
	// Nobody sees them; and letters and characters of another width.
	(text) => text.replace(/[\p{DI}\p{Cf}]/gu, '').normalize('NFKC'),
	// Broken over lines, also in an answer to the message, where each line begins with a >.
	(text) => text.replace(/=?\s+[>|\s]*|\p{Cc}/gu, ''),
	(text) => text.replace(/[-\u2010]\s*\n\s*/g, ''),
	(text) => text.replace(DASH, '-'),
	(text) => text.replace(DASH, '--'),
	(text) => text.replaceAll('\\', ''),
	// Tags in the middle, such as <wbr>; not an address between angles.
	(text) => text.replace(/<[^<>:]*>/g, ''),
	(text) => (/urldefense/i.test(text) ? text.replaceAll('_', '/').replace(/-(?=[0-9A-F]{2})/g, '%') : text)
];

/** What a keyboard or a word processor makes of one hyphen, or of two. */
const DASH = /(?!-)[\p{Pd}\u2043\u2212]/gu;

function percentDecoded(codes: string): string {
	try {
		return decodeURIComponent(codes);
	} catch {
		// No UTF-8: what is plain in it stays readable.
		return codes.replace(/%[0-7][0-9a-f]/gi, decodeURIComponent);
	}
}

function entityDecoded(_entity: string, numeric: string | undefined, name: string): string {
	if (numeric === undefined) return { amp: '&', lowbar: '_', dash: '-', hyphen: '-' }[name.toLowerCase()] ?? '';
	const code = parseInt(name, numeric.length > 1 ? 16 : 10);
	return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
