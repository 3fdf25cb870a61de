import type { BrowserFacts } from '$lib/domain/measurement/browser-keeping';
import { within } from '$lib/storage/insist';
import { checkJournal, journalHealth, type JournalHealth } from '$lib/storage/journal/journal';
import { bytesUsed } from '$lib/storage/connection/keeping-promise';
import { browserFacts } from '$lib/state/browser-facts';

/** Only on a facilitator's device, at a moment when there is something to keep. */
export { askForPromise as askBrowserToKeep } from '$lib/storage/connection/keeping-promise';

/** In milliseconds. */
const TIME_TO_PROVE = 4000;

/** What the browser says of keeping what this app stores. */
export interface Keeping {
	facts: BrowserFacts;
	/** Bytes in use by everything of this website; null when it does not say. */
	used: number | null;
	/** How the copy beside the database does. */
	journal: JournalHealth;
}

export async function loadKeeping(): Promise<Keeping> {
	const [facts, used] = await Promise.all([browserFacts(), bytesUsed()]);
	await proveJournal();
	return { facts, used, journal: journalHealth() };
}

/** What nothing was asked of yet is not said to be kept. */
async function proveJournal(): Promise<void> {
	if (journalHealth() !== 'unproved') return;
	await within(TIME_TO_PROVE, 'the journal', checkJournal()).catch(() => undefined);
}
