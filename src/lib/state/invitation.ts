import { isPublished } from '$lib/content/questionnaires';
import type { Invitation } from '$lib/domain/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire';
import { invitationLink, MAX_OWN_LINK, readInvitation } from '$lib/exchange/invitation';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { canPack, packQuestionnaire, unpackQuestionnaire } from '$lib/exchange/packed-questionnaire';
import { loadQuestionnaire } from './questionnaires';

/** The link for participants, and whether it works on every phone. */
export interface ParticipantsLink {
	link: string;
	/** Why the own questionnaire is not in it: then it works only on devices that have the questionnaire. */
	without: 'too-long' | 'old-browser' | null;
}

/** An own questionnaire goes along in the link when it is small enough; of the app's the link only names the version. */
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

/**
 * What a participant's link asks: the invitation, and its questionnaire from the link, the app or this device.
 * @throws UnknownQuestionnaireError, StorageError
 */
export async function openInvitation(
	fragment: string
): Promise<Outcome<{ invitation: Invitation; questionnaire: Questionnaire }>> {
	const read = readInvitation(fragment);
	if (read.kind === 'refused') return read;
	const { invitation, packed } = read;
	const { id, version } = invitation.questionnaire;
	if (packed === undefined || isPublished(id)) {
		return good({ invitation, questionnaire: await loadQuestionnaire({ id, version }) });
	}
	const unpacked = await unpackQuestionnaire(packed);
	if (unpacked.kind === 'refused') return unpacked;
	const { questionnaire } = unpacked;
	if (questionnaire.id !== id || questionnaire.version !== version) {
		return refused(
			'De link klopt niet: de vragenlijst erin is een andere dan die van de meting. Vraag een nieuwe link.'
		);
	}
	return good({ invitation, questionnaire });
}
