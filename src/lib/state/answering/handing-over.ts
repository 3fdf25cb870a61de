import { MAX_REVISION, type IndividualResponse } from '$lib/domain/measurement/measurement';
import { inTime, PATIENCE, SHORT_PATIENCE } from '$lib/state/in-time';
import type { SheetStoring } from './sheet-storing.svelte';

/** The answers leave the sheet. What leaves later has a higher revision. */

/** As it is on the screen, also what could not be stored, newer than whatever left before. */
export function rescuedResponse(storing: SheetStoring): IndividualResponse {
	storing.rescued = nextRevision(storing);
	return { ...storing.response, revision: storing.rescued };
}

/**
 * Also when nothing can be stored: then it is of what this tab remembers.
 * @param isFailing whether storing fails already: then nobody waits long for it
 * @throws StorageError only when it was wiped in another tab
 */
export async function finish(storing: SheetStoring, isFailing: boolean): Promise<void> {
	const patience = isFailing ? SHORT_PATIENCE : PATIENCE;
	try {
		// Another tab may have answered too: what is handed back is what is stored, not what this tab remembers.
		storing.show(await inTime(storing.readBack(), patience));
	} catch (cause) {
		if (await storing.isWiped(cause)) throw cause;
	}
	storing.place = null;
	storing.change({ revision: nextRevision(storing), finished: true });
	await inTime(storing.settled(), patience).catch(() => undefined);
}

function nextRevision({ sheet, rescued }: SheetStoring): number {
	return Math.min(MAX_REVISION, Math.max(sheet.revision, rescued) + 1);
}
