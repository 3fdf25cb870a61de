/** Without the signs that no XML may hold, as text from elsewhere may have; nothing is escaped. */
export function xmlCharacters(text: string): string {
	return text.replace(NOT_IN_XML, '');
}

const NOT_IN_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
