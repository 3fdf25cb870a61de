import { loadNewestQuestionnaires } from '$lib/content/questionnaires';

export async function load() {
	return { questionnaires: await loadNewestQuestionnaires() };
}
