import { isPublished } from '$lib/content/published';
import { checkQuestionnaire } from '$lib/domain/questionnaire/check';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { inMegabytes, MAX_QUESTIONNAIRE_TEXT } from '$lib/domain/text/file-limits';

/** Whether this device can keep a questionnaire that someone made. Apart from loading one: the check is heavy. */

/**
 * Why a questionnaire that someone made cannot be kept here, in Dutch, or null when it can; its
 * lines are for who has its text.
 */
export function ownQuestionnaireProblem(content: Questionnaire): string | null {
	const taken = publishedIdProblem(content.id);
	if (taken !== null) return taken;
	if (JSON.stringify(content).length > MAX_QUESTIONNAIRE_TEXT)
		return `Ze is te groot: hoogstens ${inMegabytes(MAX_QUESTIONNAIRE_TEXT)}.`;
	const outcome = checkQuestionnaire(content, 'own');
	const [first] = outcome.kind === 'refused' ? outcome.problems : [];
	return first ? `Er klopt iets niet in "${content.title}", bij ${first.where}: ${first.message}` : null;
}

/** Why an own questionnaire cannot have this id, in Dutch, or null when it can. */
export function publishedIdProblem(id: string): string | null {
	if (!isPublished(id)) return null;
	return `Het id "${id}" is van een vragenlijst van de app zelf. Kies een ander id, bijvoorbeeld met de naam van jullie gemeente erin.`;
}

/** For a questionnaire of which this device has another under the same id and version, in Dutch. */
export function otherContentProblem({ id, version }: Questionnaire): string {
	return `Versie ${version} van "${id}" staat al op dit toestel, met een andere inhoud. Wat een meting gebruikt, verandert nooit. Geef je vragenlijst een hogere versie, en kies het bestand opnieuw.`;
}
