import type { Judgement } from '$lib/domain/intake/intake';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { handInSheet } from '$lib/storage/records/hand-in';
import { rescuedResponse } from './handing-over';
import type { Sheet } from './sheet.svelte';

/** On a passed-round device. Apart from the sheet, so that a participant's page is without it. */

/**
 * Hands the answers in, once all of them are stored, and forgets them here.
 * @throws StorageError when they are not handed in
 */
export async function handIn({ storing }: Sheet): Promise<Judgement> {
	if (storing.rescued > storing.sheet.revision) storing.change({ revision: storing.rescued });
	await storing.settled();
	const judgement = await handInSheet(storing.sheet);
	if (judgement.kind !== 'refused') storing.keepNoLonger();
	return judgement;
}

/** What could not be handed in, newer than whatever left before; from now on this tab keeps it too, until it is. */
export function keptAside({ storing }: Sheet): IndividualResponse {
	const response = rescuedResponse(storing);
	storing.change({ groupId: storing.sheet.groupId });
	return response;
}
