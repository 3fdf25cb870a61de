import type { Language } from '$lib/domain/language/languages';

/**
 * What stands before the invitation in a link to a questionnaire that is not Dutch, «fr.»: so a phone fetches the words
 * beside the questionnaire, and waits in them. Only that: an app that does not know it finds the invitation behind it.
 */
const MARK = /^#?(fr|en)\./;

/** @param fragment what stands behind the # in an address, with or without it */
export function languageOfLink(fragment: string): Language | undefined {
	return MARK.exec(fragment)?.[1] as Language | undefined;
}

export function withoutLanguage(fragment: string): string {
	return fragment.replace(MARK, '');
}

/** @param link with its own #; Dutch says nothing */
export function withLanguage(link: string, language: Language | undefined): string {
	return language && language !== 'nl' ? link.replace('#', `#${language}.`) : link;
}
