import type { BrowserFacts } from '$lib/domain/browser-keeping';
import { given } from '$lib/domain/given';
import { within } from '$lib/storage/connection/insist';
import { checkJournal, journalHealth, type JournalHealth } from '$lib/storage/journal/journal';
import { browserFacts } from './browser-facts';

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
	const storage = storageManager();
	const [facts, estimate] = await Promise.all([browserFacts(), storage?.estimate?.().catch(() => null)]);
	await proveJournal();
	return { facts, used: estimate?.usage ?? null, journal: journalHealth() };
}

/** What nothing was asked of yet is not said to be kept. */
async function proveJournal(): Promise<void> {
	if (journalHealth() !== 'unproved') return;
	await within(TIME_TO_PROVE, 'the journal', checkJournal()).catch(() => undefined);
}

/**
 * Asks the browser never to clear by itself what is stored; some browsers then ask people. Only on a facilitator's
 * device, at a moment when there is something to keep.
 */
export async function askToKeep(): Promise<void> {
	const storage = storageManager();
	try {
		if (!(await storage?.persisted?.())) await storage?.persist?.();
	} catch {
		// A browser that does not answer promises nothing, and that is what people then read.
	}
}

/** Missing in old browsers, on a page without HTTPS and where site data is blocked. */
function storageManager(): Partial<StorageManager> | undefined {
	return given(() => navigator.storage);
}
