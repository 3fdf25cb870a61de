import { participantWords, type ParticipantWords } from '$lib/domain/browser-keeping';
import { browserFacts } from './browser-facts';

/** What a participant should know of this browser; a part of its own, fetched after the page. */
export async function loadParticipantWords(): Promise<ParticipantWords> {
	return participantWords(await browserFacts());
}
