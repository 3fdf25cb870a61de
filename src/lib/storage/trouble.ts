/** What pages must know of storage besides a single failure: they say so, or act on it. */

let reloadHelps = false;
let copies: 1 | 2 = 1;
const listeners = new Set<() => void>();

/**
 * Whether this page can not store any more while the browser still may: its connection with the
 * browser's storage is lost, every try fails, and a page that is loaded anew gets a new one. False again
 * as soon as something opens after all.
 */
export function needsReload(): boolean {
	return reloadHelps;
}

/** In how many places everything is that was acknowledged as stored: 2 with the journal, 1 in the database only. */
export function copiesKept(): 1 | 2 {
	return copies;
}

/** @param listener is called after either of them changed @returns a function that stops listening */
export function onTrouble(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** For the code that opens the database. */
export function noteReload(helps: boolean): void {
	if (helps === reloadHelps) return;
	reloadHelps = helps;
	tell();
}

/** For the code that keeps the journal, when it does better or worse. */
export function noteCopies(kept: 1 | 2): void {
	copies = kept;
	tell();
}

function tell(): void {
	for (const listener of listeners) listener();
}
