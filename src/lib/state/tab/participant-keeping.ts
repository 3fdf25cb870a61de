import { participantWords, type ParticipantWords } from '$lib/domain/measurement/browser-keeping';
import { browserFacts } from '$lib/state/browser-facts';

/** What a participant should know of this browser; a part of its own, fetched after the page. */
export async function loadParticipantWords(): Promise<ParticipantWords> {
	return participantWords(await browserFacts());
}
