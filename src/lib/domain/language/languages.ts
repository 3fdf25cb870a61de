/** The languages that participants can be asked in; the first where a questionnaire says nothing. */
export const LANGUAGES = ['nl', 'fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const LOCALES: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

/** For the language of a document, its days and its voice: «fr-BE». */
export function localeOf(language: Language = 'nl'): string {
	return LOCALES[language];
}

const NAMES: Record<Language, string> = { nl: 'Nederlands', fr: 'Frans', en: 'Engels' };

/** In Dutch, for who makes or chooses a questionnaire: «Frans». */
export function languageName(language: Language): string {
	return NAMES[language];
}

/** In Dutch: «Nederlands, Frans of Engels». */
export function languageChoice(): string {
	const names = LANGUAGES.map(languageName);
	return `${names.slice(0, -1).join(', ')} of ${names.at(-1)}`;
}
