import { isPublished } from '$lib/content/published';
import { loadStatements } from '$lib/content/statements';
import type { Invitation } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { termsOf } from '$lib/domain/measurement/terms';
import type { FoundInvitation } from '$lib/exchange/link/found-invitation';
import { readInvitation } from '$lib/exchange/link/invitation';
import { withoutLanguage } from '$lib/exchange/link/link-language';
import { good, refused, type Outcome } from '$lib/exchange/outcome';
import { loadOwnQuestionnaire } from '$lib/storage/records/questionnaires';
import { wasUsedBefore } from '$lib/storage/connection/used-before';
import { inTime } from '$lib/state/in-time';
import { keptSheet } from './kept-sheet';

/** In milliseconds. */
const TO_FIND_OWN = 1500;

export interface OpenedInvitation {
	invitation: Invitation;
	/** What stands behind the # in a sound link to it. */
	fragment: string;
	questionnaire: Questionnaire;
	/**
	 * Whether there may be a sheet of it on this device: false only where the app was never
	 * used, and this tab keeps none.
	 */
	mayBeBegun: boolean;
}

/**
 * What a participant's link asks, in an address or in a text that people paste: the invitation, and its questionnaire
 * from the link, this device or the app. Of one of the app only what participants need.
 * @throws UnknownQuestionnaireError, StorageError
 */
export async function openInvitation(text: string): Promise<Outcome<OpenedInvitation>> {
	const found = await findIn(text);
	if (found.kind === 'refused') return found;
	const { invitation, fragment, packed } = found;
	if (packed !== undefined && !isPublished(invitation.questionnaire.id)) return openPacked(found, packed);
	const questionnaire = await find(invitation.questionnaire, wasUsedBefore());
	return good({ invitation, fragment, questionnaire, mayBeBegun: mayBeBegun(invitation, questionnaire) });
}

/** What looks through a link that came damaged is fetched only for those. */
async function findIn(text: string): Promise<Outcome<FoundInvitation>> {
	const fragment = withoutLanguage(text.slice(text.indexOf('#') + 1));
	const sound = readInvitation(fragment);
	if (sound.kind === 'good') return { ...sound, fragment };
	const finder = await import('$lib/exchange/link/found-invitation').catch(() => undefined);
	return finder?.findInvitation(text) ?? sound;
}

function mayBeBegun(invitation: Invitation, questionnaire: Questionnaire): boolean {
	return wasUsedBefore() || keptSheet({ terms: termsOf(invitation, questionnaire), way: 'phone' }) !== undefined;
}

/**
 * Of the app itself and never used here: there is no own one to look for first. Nor is one waited
 * for, when the app has it anyway.
 */
async function find(ref: Invitation['questionnaire'], usedBefore: boolean): Promise<Questionnaire> {
	if (!isPublished(ref.id)) return (await loadOwnQuestionnaire(ref))?.content ?? loadStatements(ref);
	const own = usedBefore ? await inTime(loadOwnQuestionnaire(ref), TO_FIND_OWN).catch(() => undefined) : undefined;
	return own?.content ?? loadStatements(ref);
}

/** An own questionnaire is checked as any file from outside; what that takes is fetched only for these links. */
async function openPacked(
	{ invitation, fragment }: FoundInvitation,
	packed: string
): Promise<Outcome<OpenedInvitation>> {
	const { unpackQuestionnaire } = await import('$lib/exchange/link/packed-questionnaire');
	const unpacked = await unpackQuestionnaire(packed);
	if (unpacked.kind === 'refused') return unpacked;
	const { questionnaire } = unpacked;
	const { id, version } = invitation.questionnaire;
	if (questionnaire.id !== id || questionnaire.version !== version) {
		return refused(
			'De link klopt niet: de vragenlijst erin is een andere dan die van de meting. Vraag een nieuwe link.'
		);
	}
	return good({ invitation, fragment, questionnaire, mayBeBegun: mayBeBegun(invitation, questionnaire) });
}
