import { isPublished } from '$lib/content/published';
import { loadStatements } from '$lib/content/statements';
import type { Invitation } from '$lib/domain/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire';
import { readInvitation } from '$lib/exchange/invitation';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { loadOwnQuestionnaire } from '$lib/storage/questionnaires';

/**
 * What a participant's link asks: the invitation, and its questionnaire from the link, this device or the app. Of one of the app
 * only what participants need.
 * @throws UnknownQuestionnaireError, StorageError
 */
export async function openInvitation(
	fragment: string
): Promise<Outcome<{ invitation: Invitation; questionnaire: Questionnaire }>> {
	const read = readInvitation(fragment);
	if (read.kind === 'refused') return read;
	const { invitation, packed } = read;
	if (packed !== undefined && !isPublished(invitation.questionnaire.id)) return openPacked(invitation, packed);
	const own = await loadOwnQuestionnaire(invitation.questionnaire);
	return good({ invitation, questionnaire: own?.content ?? (await loadStatements(invitation.questionnaire)) });
}

/** An own questionnaire is checked as any file from outside; what that takes is fetched only for these links. */
async function openPacked(
	invitation: Invitation,
	packed: string
): Promise<Outcome<{ invitation: Invitation; questionnaire: Questionnaire }>> {
	const { unpackQuestionnaire } = await import('$lib/exchange/packed-questionnaire');
	const unpacked = await unpackQuestionnaire(packed);
	if (unpacked.kind === 'refused') return unpacked;
	const { questionnaire } = unpacked;
	const { id, version } = invitation.questionnaire;
	if (questionnaire.id !== id || questionnaire.version !== version) {
		return refused(
			'De link klopt niet: de vragenlijst erin is een andere dan die van de meting. Vraag een nieuwe link.'
		);
	}
	return good({ invitation, questionnaire });
}
