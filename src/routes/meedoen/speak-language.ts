import type { Language } from '$lib/domain/language/languages';

const words: Partial<Record<Language, () => Promise<{ speakIt: () => void }>>> = {
	fr: () => import('./words-fr'),
	en: () => import('./words-en')
};

/** The app's words in this language from here on. Where they do not come, it stays Dutch: people can answer. */
export async function speakLanguage(language: Language | undefined): Promise<void> {
	try {
		(await words[language ?? 'nl']?.())?.speakIt();
	} catch {
		// The next page tries again.
	}
}
