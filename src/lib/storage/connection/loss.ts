import { named } from '$lib/storage/place';
import { dropCount, type Count } from './last-count';

/**
 * That everything this browser stored for the app was gone at a next visit, and no journal brought it back. It can be
 * known only where the browser left its count (last-count.ts): some wipe one kind of storage, others all at once.
 * Kept until people have read it.
 */

const KEY = named('weg');

/**
 * @param counted what this browser counted before
 * @param found what the database says of itself: another one, or none, than the one that was counted in
 */
export function noteIfLost(counted: Count | null, found: Pick<Count, 'epoch'> | undefined): void {
	if (!counted || counted.epoch === found?.epoch) return;
	try {
		localStorage.setItem(KEY, 'ja');
		// Of a database that is gone; it was told now.
		dropCount();
	} catch {
		// Refused: then nobody is told, as where everything is wiped at once.
	}
}

export function isSomethingLost(): boolean {
	try {
		return localStorage.getItem(KEY) !== null;
	} catch {
		return false;
	}
}

export function dropLoss(): void {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// As above.
	}
}
