import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { newestOfEach, type QuestionnaireRef } from '$lib/domain/questionnaire/questionnaire-ref';
import { MAIN_ID } from './main-questionnaire';
import { publishedRefs, UnknownQuestionnaireError } from './published';

// The build refuses a file in questions/ that does not pass the content check, so these are parsed questionnaires.
const files = import.meta.glob<Questionnaire>('/questions/*/*.json', { import: 'default' });

/** @throws UnknownQuestionnaireError */
export async function loadQuestionnaire(ref: QuestionnaireRef): Promise<Questionnaire> {
	const load = files[`/questions/${ref.id}/${ref.version}.json`];
	if (!load) throw new UnknownQuestionnaireError(ref);
	return load();
}

/** The newest version of each questionnaire, the main one first. */
export async function loadNewestQuestionnaires(): Promise<Questionnaire[]> {
	const refs = newestOfEach(publishedRefs).sort((a, b) => Number(b.id === MAIN_ID) - Number(a.id === MAIN_ID));
	return Promise.all(refs.map(loadQuestionnaire));
}
