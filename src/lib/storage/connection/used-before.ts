import { claimPlainNames, named } from '$lib/storage/place';

/**
 * Whether this browser ever opened the app's storage, known at once: opening it takes an old phone half a second, and
 * whoever comes for the first time has nothing there to wait for. Only a hint: browsers may forget it, and then what is
 * stored is found a moment later.
 */

const KEY = named('gebruikt');

export function wasUsedBefore(): boolean {
	try {
		return localStorage.getItem(KEY) !== null;
	} catch {
		return true;
	}
}

export function noteUse(): void {
	try {
		claimPlainNames();
		localStorage.setItem(KEY, 'ja');
	} catch {
		// Full, or refused: the next visit waits for the storage or finds it a moment later.
	}
}
