/**
 * Text as it may stand in a spreadsheet: what a spreadsheet could run as a formula gets an apostrophe before it, which makes
 * it text. That is text beginning with = + - or @ (their wide forms too), also after white space or signs one cannot see,
 * and text with a tab or a new line before its first word. Control signs, which no spreadsheet file can hold, are left out.
 */
export function defuseFormula(text: string): string {
	const printable = text.replace(UNWRITABLE, '');
	return COULD_BE_FORMULA.test(printable) ? `'${printable}` : printable;
}

/** All control signs but tab and new line, halves of signs, and what else XML does not allow. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFD-\uFFFF]/gu;
const COULD_BE_FORMULA = /^[\s\p{C}]*(?:[\t\n\r]|[=+\-@＝＋－＠])/u;
