const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/**
 * The words of a text that the app has in Dutch and nowhere in this table: none, on a page that speaks its language.
 * @param others what else may be there, such as the words of a questionnaire
 */
export function dutchWordsIn(
	text: string,
	table: Readonly<Record<string, string>>,
	others: readonly string[] = []
): string[] {
	const dutch = new Set(Object.keys(table).flatMap(wordsIn));
	const allowed = new Set([...Object.values(table), ...others].flatMap(wordsIn));
	return wordsIn(text).filter((word) => dutch.has(word) && !allowed.has(word));
}
