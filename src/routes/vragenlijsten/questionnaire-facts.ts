import { counted } from '$lib/domain/words/counting-words';
import { dimensionsOf, itemsOf, type Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** «Versie 1.0.0 · 3 thema's, 12 onderdelen, 36 stellingen · 10 tot 15 minuten». */
export function questionnaireFacts(questionnaire: Questionnaire): string {
	const { version, themes, minutes } = questionnaire;
	const parts = [
		counted(themes.length, 'thema', "thema's"),
		counted(dimensionsOf(questionnaire).length, 'onderdeel', 'onderdelen'),
		counted(itemsOf(questionnaire).length, 'stelling', 'stellingen')
	];
	return `Versie ${version} · ${parts.join(', ')} · ${minutes.from} tot ${minutes.to} minuten`;
}
