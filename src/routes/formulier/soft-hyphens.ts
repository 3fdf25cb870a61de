const LONGEST_WHOLE = 7;

/** The text with places where a long word may break, after the rule of thumb for Dutch: before the last consonant. */
export function softHyphens(text: string): string {
	return text.replace(/\p{L}+/gu, (word) =>
		word.length <= LONGEST_WHOLE
			? word
			: word.replace(/(?<=[aeiouy][^aeiouy]?)(?<!c)(?=(?:ch|[^aeiouy])[aeiouy])/g, '\u00AD')
	);
}
