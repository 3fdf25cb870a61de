import { isPublished } from '$lib/content/published';
import type { Invitation } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { MAX_LINK_FRAGMENT } from '$lib/domain/text/file-limits';
import { invitationLink, MAX_QR_LINK, writeInvitation } from '$lib/exchange/link/invitation';
import { withLanguage } from '$lib/exchange/link/link-language';
import { canPack, packQuestionnaire } from '$lib/exchange/link/packed-questionnaire';

/** The link for participants, and whether it works on every phone. */
export interface ParticipantsLink {
	link: string;
	/** Why the own questionnaire is not in it: then it works only on devices that have the questionnaire. */
	without: 'too-long' | 'old-browser' | null;
	/** Whether it is sent, since what it brings is too much for a QR code that every camera reads. */
	onlySent: boolean;
}

/**
 * An own questionnaire goes along in the link when it is small enough; of the app's the link only names the version.
 */
export async function participantsLink(
	appAddress: string,
	invitation: Invitation,
	questionnaire: Questionnaire
): Promise<ParticipantsLink> {
	const linkWith = (packed?: string) =>
		withLanguage(invitationLink(appAddress, invitation, packed), questionnaire.language);
	const plain = { link: linkWith(), onlySent: false };
	if (isPublished(questionnaire.id)) return { ...plain, without: null };
	const packed = canPack() ? await packQuestionnaire(questionnaire) : undefined;
	if (packed === undefined) return { ...plain, without: 'old-browser' };
	const beside = writeInvitation(invitation, '').length;
	if (beside + packed.length > MAX_LINK_FRAGMENT) return { ...plain, without: 'too-long' };
	const link = linkWith(packed);
	return { link, without: null, onlySent: link.length > MAX_QR_LINK };
}
