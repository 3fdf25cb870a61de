import type { QuestionnaireRef } from '$lib/domain/questionnaire/questionnaire-ref';
import { published } from 'virtual:published-questionnaires';

/**
 * Which questionnaires the app itself has; what they hold is in questionnaires.ts, and for
 * participants in statements.ts.
 */

/** A measurement refers to a questionnaire version that neither this app nor this device has. */
export class UnknownQuestionnaireError extends Error {
	constructor(readonly ref: QuestionnaireRef) {
		super(
			isPublished(ref.id)
				? `De vragenlijst "${ref.id}" in versie ${ref.version} zit niet in deze versie van de app. Maak verbinding met het internet en laad de pagina opnieuw. Helpt dat niet, vraag dan aan je begeleider een nieuwe link.`
				: `De vragenlijst "${ref.id}" in versie ${ref.version} is een eigen vragenlijst, en die staat niet op dit toestel. Vraag een bestand aan de collega die ze heeft: open een bestand met metingen bij "Gegevens", of de vragenlijst zelf bij "Vragenlijsten". Daarna kan je hier verder.`
		);
		this.name = 'UnknownQuestionnaireError';
	}
}

/** Every version of each questionnaire. */
export const publishedRefs: readonly QuestionnaireRef[] = published;

/** Whether the app itself uses this id, in any version. */
export function isPublished(id: string): boolean {
	return publishedRefs.some((ref) => ref.id === id);
}
