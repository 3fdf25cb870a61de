import { isPublished } from '$lib/content/published';
import type { Invitation } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { invitationLink, MAX_OWN_LINK } from '$lib/exchange/link/invitation';
import { canPack, packQuestionnaire } from '$lib/exchange/link/packed-questionnaire';

/** The link for participants, and whether it works on every phone. */
export interface ParticipantsLink {
	link: string;
	/** Why the own questionnaire is not in it: then it works only on devices that have the questionnaire. */
	without: 'too-long' | 'old-browser' | null;
}

/**
 * An own questionnaire goes along in the link when it is small enough; of the app's the link only names the version.
 */
export async function participantsLink(
	appAddress: string,
	invitation: Invitation,
	questionnaire: Questionnaire
): Promise<ParticipantsLink> {
	const plain = invitationLink(appAddress, invitation);
	if (isPublished(questionnaire.id)) return { link: plain, without: null };
	if (!canPack()) return { link: plain, without: 'old-browser' };
	const packed = await packQuestionnaire(questionnaire);
	const tooLong = packed === undefined || plain.length + packed.length > MAX_OWN_LINK;
	const link = tooLong ? plain : invitationLink(appAddress, invitation, packed);
	return tooLong || link.length > MAX_OWN_LINK ? { link: plain, without: 'too-long' } : { link, without: null };
}
