import { readFileSync } from 'node:fs';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { questionnaireSchema } from '$lib/domain/questionnaire/schema';
import type { StoredQuestionnaire } from '$lib/storage/schema';

/**
 * The text of a questionnaire that someone made: «eigen-lijst» 2.0.0, two roles, one
 * statement, tips enough for no refusal.
 */
export const ownText = readFileSync('tests/fixtures/questionnaires/own/eigen-lijst.json', 'utf8');
export const ownQuestionnaire: Questionnaire = questionnaireSchema.parse(JSON.parse(ownText));

/** As a device keeps it. */
export function storedOf(content: Questionnaire, addedAt = '2026-05-01T09:00:00.000Z'): StoredQuestionnaire {
	return { id: content.id, version: content.version, content, addedAt };
}
