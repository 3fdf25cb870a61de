import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { questionnaireKey, type QuestionnaireRef } from '$lib/domain/questionnaire/questionnaire-ref';
import { statements } from 'virtual:statements';
import { UnknownQuestionnaireError } from './published';

/**
 * What a participant needs of a questionnaire of the app, as `fillingPart` (domain) gives it: without tips and what
 * they rest on. The newest version of the main one comes with the page itself.
 * @throws UnknownQuestionnaireError
 */
export async function loadStatements(ref: QuestionnaireRef): Promise<Questionnaire> {
	const load = statements[questionnaireKey(ref)];
	if (!load) throw new UnknownQuestionnaireError(ref);
	return load();
}
