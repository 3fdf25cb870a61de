import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import type { QuestionnaireRef } from '$lib/domain/questionnaire/questionnaire-ref';

/**
 * A questionnaire that someone is still making: its texts may be empty, and the ids of what is new in it are
 * provisional.
 */
export interface QuestionnaireDraft {
	/** 32 random hexadecimal digits; what is in `content` has an id of its own. */
	id: string;
	content: Questionnaire;
	/** The version of an own questionnaire that it goes on from. */
	base: QuestionnaireRef | null;
	/** What is new in it, in the words of who makes it; empty: the app says it. */
	change: string;
}
