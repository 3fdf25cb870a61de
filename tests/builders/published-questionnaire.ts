import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { checkQuestionnaireText } from '$lib/domain/questionnaire/check-text';

export const questionsFolder = resolve('questions');

/** A questionnaire as it is published in questions/. */
export function publishedQuestionnaire(id: string, version: string): Questionnaire {
	const outcome = checkQuestionnaireText(readFileSync(`${questionsFolder}/${id}/${version}.json`, 'utf8'));
	if (outcome.kind === 'refused') throw new Error(`questions/${id}/${version}.json does not pass the content check`);
	return outcome.questionnaire;
}
