import { languageName } from '$lib/domain/language/languages';
import { counted } from '$lib/domain/words/counting-words';
import { dimensionsOf, itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/**
 * «Versie 1.0.0 · 3 thema's, 12 onderdelen, 36 stellingen · 10 tot 15 minuten», and the language where it is another.
 */
export function questionnaireFacts(questionnaire: Questionnaire): string {
	const { version, themes, minutes, language = 'nl' } = questionnaire;
	const parts = [
		counted(themes.length, 'thema', "thema's"),
		counted(dimensionsOf(questionnaire).length, 'onderdeel', 'onderdelen'),
		counted(itemsOf(questionnaire).length, 'stelling', 'stellingen')
	];
	const inOther = language === 'nl' ? '' : ` · ${languageName(language)}`;
	return `Versie ${version} · ${parts.join(', ')} · ${minutes.from} tot ${minutes.to} minuten${inOther}`;
}
