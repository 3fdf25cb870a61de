/**
 * Text as it may stand in a spreadsheet: what a spreadsheet could run as a formula gets an apostrophe before it,
 * which makes it text. That is text beginning with = + - or @ (their wide forms too), also after white space or
 * characters one cannot see, and text with a tab or a new line before its first word. Control characters, which no
 * spreadsheet file can hold, are left out.
 */
export function defuseFormula(text: string): string {
	const printable = text.replace(UNWRITABLE, '');
	return COULD_BE_FORMULA.test(printable) ? `'${printable}` : printable;
}

/** All control characters but tab and new line, halves of characters, and what else XML does not allow. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFD-\uFFFF]/gu;
const COULD_BE_FORMULA = /^[\s\p{C}]*(?:[\t\n\r]|[=+\-@＝＋－＠])/u;

/**
 * The same for a file that may be read with another separator than it was written with: there a cell can begin behind
 * every comma, semicolon, tab, bar or new line of the text, and behind quotes that follow it or stand at its start.
 */
export function defuseEverywhere(text: string): string {
	return defuseFormula(text).replace(BEHIND_SEPARATOR, "$1'");
}

const BEHIND_SEPARATOR = /((?:^|[,;|\t\n\r])[\s\p{C}"]*)(?=[=+\-@＝＋－＠])/gu;
