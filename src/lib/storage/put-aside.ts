import { given } from '$lib/domain/given';
import { abort } from './abort';

/**
 * WebKit puts a page that is left aside as it stands, for who comes back: what it was reading or writing does not end
 * there, and holds up every next page for as long as it is kept. So all of it ends as the page is left; a page that
 * comes back begins anew.
 */

const running = new Set<IDBTransaction>();
/** Since then nothing may begin that would hold up another page. */
export let isAside = false;

const database = given(() => IDBDatabase.prototype);
if (database) {
	const begin = database.transaction;
	// Here, so that no part of the app can begin one that is not known.
	database.transaction = function (...of) {
		if (isAside) throw new DOMException('', 'AbortError');
		const tx = begin.apply(this, of);
		running.add(tx);
		for (const end of ['complete', 'abort']) tx.addEventListener(end, () => running.delete(tx));
		return tx;
	};
}

/** @param work lets go of what would hold up another page; it may not wait for anything */
export function onPutAside(work: () => void): void {
	globalThis.addEventListener?.('pagehide', (event) => {
		// Chromium tells of freezing, and what was begun in storage ends there by itself.
		if ((event as PageTransitionEvent).persisted && !('onfreeze' in document)) work();
	});
}

onPutAside(() => {
	isAside = true;
	// One that is ending refuses by throwing: the others are ended all the same.
	for (const tx of running) abort(tx);
});
globalThis.addEventListener?.('pageshow', () => (isAside = false));
