import { hexDigits } from './bytes-as-text';

/**
 * Characters that nobody sees and that make a text look like another one: those that turn the direction of reading
 * around
 * (Unicode Bidi_Control), control characters other than tab and line ends, halves of characters (Unicode Technical
 * Report 36),
 * and characters without any shape: joiners, soft hyphens, fillers, tags (Default_Ignorable_Code_Point).
 */
const MISLEADING = /[\p{Bidi_Control}\p{Cs}]|(?![\t\n\r])\p{Cc}/u;
const SHAPELESS = /\p{Default_Ignorable_Code_Point}/u;

/** Scripts in which a joiner shows: it changes the letters beside it. */
const JOINED =
	'\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}' +
	'\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}';
const JOINED_LETTER = `(?:(?=\\p{L})[${JOINED}])`;
/** Where a character without a shape of its own does show, with what it stands beside. */
const SHOWING = [
	// Between two letters of such a script: ZWNJ; behind one: ZWJ.
	`(?<=${JOINED_LETTER}\\p{M}*)\\u200C(?=${JOINED_LETTER})`,
	`(?<=${JOINED_LETTER}\\p{M}*)\\u200D`,
	// Families and the like, hearts in colour, keys, flags of regions.
	'(?<=\\p{Extended_Pictographic}\\uFE0F?|\\p{Emoji_Modifier})\\u200D(?=\\p{Extended_Pictographic})',
	'[0-9#*]\\uFE0F(?=\\u20E3)',
	'(?![0-9#*])\\p{Emoji}[\\uFE0E\\uFE0F]',
	'\\u{1F3F4}[\\u{E0020}-\\u{E007E}]+\\u{E007F}',
	// Other shapes of Chinese and Mongolian letters.
	'\\p{Script=Han}[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]',
	'(?=\\p{L})\\p{Script=Mongolian}[\\u180B-\\u180D\\u180F]'
].join('|');
/** A blank letter of Braille: looks like a space, and is one here. */
const BLANK_LETTER = '\u2800';
const UNSEEN = new RegExp(`(${SHOWING})|${MISLEADING.source}|${SHAPELESS.source}|${BLANK_LETTER}`, 'gu');

const HALF = /^\p{Cs}$/u;
const REPLACEMENT = '\uFFFD';

/**
 * The first misleading or shapeless character as people can look it up, such as «U+202E»; undefined when there is none.
 */
export function misleadingCharacter(text: string): string | undefined {
	for (const [character, showing] of text.matchAll(UNSEEN))
		if (showing === undefined && character !== BLANK_LETTER) return nameOfCharacter(character);
	return undefined;
}

/** A character that one may not see, as «U+202E». */
export function nameOfCharacter(character: string): string {
	return `U+${hexDigits(character.codePointAt(0) ?? 0, 4).toUpperCase()}`;
}

/**
 * The text without these characters; half a character becomes «�». A text of nothing else becomes «�»,
 * so that a name stays a name.
 */
export function cleanText(text: string): string {
	const cleaned = withoutUnseen(text);
	return cleaned.trim() === '' && text.trim() !== '' ? REPLACEMENT : cleaned;
}

/** What people typed, without these characters and without the space around it; '' when nothing of it shows. */
export function tidyText(text: string): string {
	return withoutUnseen(text).trim();
}

/** Whether nobody would see anything of this text. */
export function isBlank(text: string): boolean {
	return tidyText(text) === '';
}

function withoutUnseen(text: string): string {
	return text.replace(UNSEEN, (character: string, showing: string | undefined) => {
		if (showing !== undefined) return showing;
		if (character === BLANK_LETTER) return ' ';
		return HALF.test(character) ? REPLACEMENT : '';
	});
}
