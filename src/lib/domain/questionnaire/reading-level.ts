/** How easily a text reads, by the formula of Flesch as Douma set it for Dutch (W.H. Douma, 1960). */

/** Letters of one syllable, the longer ones first: «aai» is one, not two. */
const VOWELS = /aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|[aeiouyàáâäèéêëìíîïòóôöùúûü]/gi;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const SENTENCE_END = /[.!?]+(?=\s|$)/;

export function wordsIn(text: string): string[] {
	return text.match(WORD) ?? [];
}

const sentencesIn = (text: string) => text.split(SENTENCE_END).filter((part) => /\p{L}/u.test(part));
const syllablesIn = (word: string) => Math.max(1, (word.normalize('NFC').match(VOWELS) ?? []).length);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/**
 * 206,84 − 0,77 × syllables per 100 words − 0,93 × words per sentence: above 80 is easy, 60 to 70 plain, under 45 hard.
 * Short sentences full of «vereniging» and «samenwerking» come out lower than they read.
 * @param texts at least one word in all
 */
export function readingLevel(texts: readonly string[]): number {
	const words = texts.flatMap(wordsIn);
	const sentences = Math.max(1, sum(texts.map((text) => sentencesIn(text).length)));
	return 206.84 - (77 * sum(words.map(syllablesIn))) / words.length - (0.93 * words.length) / sentences;
}
