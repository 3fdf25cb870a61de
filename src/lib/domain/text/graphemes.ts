/** As far as it can be told without a list of signs: what joins or marks a sign goes with it. */
const ROUGHLY = /\P{M}(?:[\p{M}\p{Emoji_Modifier}\u200D]|(?<=\u200D)\P{M})*|\p{M}+/gu;

/**
 * The signs of a text as people see them: «é» of two characters and «👍🏽» are one each. Firefox knows them by itself
 * from version 125; before that, flags come apart.
 */
export function graphemesOf(text: string): string[] {
	if (typeof Intl.Segmenter !== 'function') return text.match(ROUGHLY) ?? [];
	return [...new Intl.Segmenter('nl-BE', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}
