/** As far as it can be told without a list of characters: what joins or marks a character goes with it. */
const ROUGHLY = /\P{M}(?:[\p{M}\p{Emoji_Modifier}\u200D]|(?<=\u200D)\P{M})*|\p{M}+/gu;

/**
 * The characters of a text as people see them: «é» of two code points and «👍🏽» are one each. Firefox knows them by
 * itself
 * from version 125; before that, flags come apart.
 */
export function graphemesOf(text: string): string[] {
	if (typeof Intl.Segmenter !== 'function') return text.match(ROUGHLY) ?? [];
	return [...new Intl.Segmenter('nl-BE', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}
