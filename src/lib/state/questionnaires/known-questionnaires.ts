import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { questionnaireKey, type QuestionnaireRef } from '$lib/domain/questionnaire/questionnaire-ref';
import { loadQuestionnaireIfKnown } from './questionnaires';

export type KnownQuestionnaires = (ref: QuestionnaireRef) => Questionnaire | undefined;

/** These versions, each read once; one that this app lacks is not there. */
export async function loadKnownQuestionnaires(refs: readonly QuestionnaireRef[]): Promise<KnownQuestionnaires> {
	const wanted = new Map(refs.map((ref) => [questionnaireKey(ref), ref]));
	const known = new Map<string, Questionnaire>();
	await Promise.all(
		[...wanted].map(async ([key, ref]) => {
			const questionnaire = await loadQuestionnaireIfKnown(ref);
			if (questionnaire) known.set(key, questionnaire);
		})
	);
	return (ref) => known.get(questionnaireKey(ref));
}
