import { itemsOf } from '$lib/domain/questionnaire/questionnaire';
import type { QuestionnaireDraft } from './draft';
import { changeWords } from './draft-version';

/** The same draft here and in a file, in Dutch, so that people can choose. */
export function draftWords(here: QuestionnaireDraft, file: QuestionnaireDraft): { here: string; file: string } {
	const differs = changeWords(here.content, file.content);
	return {
		here: sizeWords(here),
		file: `${sizeWords(file)}. Tegenover hier: ${differs.charAt(0).toLowerCase()}${differs.slice(1)}`
	};
}

function sizeWords({ content }: QuestionnaireDraft): string {
	const count = itemsOf(content).length;
	const title = content.title === '' ? '' : `«${content.title}», `;
	return `${title}${count} ${count === 1 ? 'stelling' : 'stellingen'}`;
}
