import { loadNewestQuestionnaires } from '$lib/content/questionnaires';
import { namedForResult } from '$lib/domain/questionnaire/questionnaire';

export async function load() {
	return { questionnaires: (await loadNewestQuestionnaires()).map(namedForResult) };
}
