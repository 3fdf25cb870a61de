import { emptyRooms } from './empty-rooms';

/**
 * Has the host empty the letterboxes of measurements that were closed or removed, where it was not told yet. After all
 * that people came for; without a connection a next visit does it. Pages load this when they have shown all.
 * @param site where this app runs now, ending with a slash
 */
export function emptyLeftRooms(site: string): void {
	const begin = () => void emptyRooms(site).catch(() => undefined);
	if (typeof requestIdleCallback === 'function') requestIdleCallback(begin);
	else setTimeout(begin);
}
