/**
 * Signs that nobody sees and that make a text look like another one: those that turn the direction of reading around (Unicode
 * Bidi_Control), control signs other than tab and line ends, and halves of signs. Source: Unicode Technical Report 36.
 */
const HARMFUL = /[\p{Bidi_Control}\p{Cs}]|(?![\t\n\r])\p{Cc}/gu;

const HALF = /^\p{Cs}$/u;
const REPLACEMENT = '\uFFFD';

/** The first of these signs as people can look it up, such as «U+202E»; undefined when there is none. */
export function harmfulSign(text: string): string | undefined {
	const [found] = text.match(HARMFUL) ?? [];
	return found === undefined ? undefined : nameOfSign(found);
}

/** A sign that one may not see, as «U+202E». */
export function nameOfSign(sign: string): string {
	return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text without these signs; half a sign becomes «�». A text of nothing else becomes «�», so that a name stays a name. */
export function cleanText(text: string): string {
	const cleaned = text.replace(HARMFUL, (sign) => (HALF.test(sign) ? REPLACEMENT : ''));
	return cleaned.trim() === '' && text.trim() !== '' ? REPLACEMENT : cleaned;
}
