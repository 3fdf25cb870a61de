import { isLetterboxOver, isOfRemoved } from '$lib/domain/measurement/own-letterbox';
import { decodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { LetterboxWire } from '$lib/letterbox/wire';
import { named } from '$lib/storage/place';
import { eraseOldLetterboxes, loadLetterboxes, noteLetterbox } from '$lib/storage/records/letterboxes';
import type { StoredLetterbox } from '$lib/storage/schema';
import { today } from '$lib/state/clock-and-ids';
import { isThereAWayBack } from '$lib/state/saving/way-back';

/** What a host has to throw away yet: of measurements that were closed, or removed. */

/**
 * Has the host empty all of it, and forgets what it has thrown away by itself. What it cannot be told now is told at a
 * next visit; so is what a tab may still put back.
 * @param site where this app runs now, ending with a slash
 * @throws StorageError
 */
export async function emptyRooms(site: string): Promise<void> {
	const all = await loadLetterboxes();
	if (all.some((one) => isLetterboxOver(one, today()))) await eraseOldLetterboxes(today());
	const left = all.filter((one) => one.status === 'emptying' && !isLetterboxOver(one, today()));
	if (left.length === 0) return;
	const waits = await isThereAWayBack();
	const wire = new LetterboxWire(site, (input, init) => fetch(input, init));
	for (const one of left) if (!waits || !isOfRemoved(one)) await emptyRoom(wire, one);
}

/**
 * Has the host throw away what lies in a letterbox that is closed here, if it still is: another tab may have opened it
 * meanwhile.
 * @throws StorageError
 */
export function emptyRoom(
	wire: Pick<LetterboxWire, 'closeRoom'>,
	{ roomId, roomSecret }: StoredLetterbox
): Promise<void> {
	return oneAtATime(roomId, async () => {
		const now = (await loadLetterboxes()).filter((one) => one.roomId === roomId);
		const left = now.filter(({ status }) => status === 'emptying');
		// A file may have brought the measurement back, with this same room.
		const isInUse = left.length < now.length;
		if (left.length === 0) return;
		const { kind } = isInUse
			? { kind: 'done' }
			: await wire.closeRoom(roomId, decodeBase64Url(roomSecret) ?? new Uint8Array());
		if (kind !== 'done' && kind !== 'no-room') return;
		for (const one of left) await noteLetterbox(one, 'closed');
	});
}

/** Opening and emptying a room: what the host was told last is what is stored here, whichever tab does it. */
export function oneAtATime<Result>(roomId: string, work: () => Promise<Result>): Promise<Result> {
	return navigator.locks.request(named(`room ${roomId}`), work);
}
