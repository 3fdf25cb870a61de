import address from './journal-worker?worker&url';
import { suffix } from '$lib/storage/place';
import { trustedAddress } from './trusted-address';

let trusted: string | undefined;

/**
 * Part of the page itself: were it a part that is loaded later, then one failure to load it would
 * leave the page without a journal.
 * @throws Error when the browser refuses workers
 */
export function startJournalWorker(): Worker {
	// Each name of a policy can be used once a page.
	trusted ??= trustedAddress(address, 'samenwerkingsmeter-journal');
	return new Worker(trusted, { type: 'module', name: suffix });
}
