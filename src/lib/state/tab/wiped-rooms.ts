import { isLetterboxOver } from '$lib/domain/measurement/own-letterbox';
import { decodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { roomsOfDevice } from '$lib/storage/records/rooms-of-device';
import type { StoredLetterbox } from '$lib/storage/schema';
import { today } from '$lib/state/clock-and-ids';

/** How long a host may take to say that it emptied letterboxes, in milliseconds: who wipes waits for it. */
const PATIENCE = 5000;

/** What came of the letterboxes of a device that was wiped. */
export interface WipedRooms {
	/** How many the host has emptied. */
	emptied: number;
	/** How many it was not told of, or did not say in time. */
	left: number;
}

/** How many letterboxes wiping would empty; 0 when that cannot be read. */
export async function countLetterboxes(): Promise<number> {
	return (await roomsLeft()).length;
}

async function roomsLeft(): Promise<StoredLetterbox[]> {
	return (await roomsOfDevice()).filter((one) => !isLetterboxOver(one, today()));
}

/**
 * Reads what is needed to empty the letterboxes of this device, before that is wiped.
 * @param site where this app runs, ending with a slash
 * @returns empties them once the device is wiped: who ends halfway keeps no measurement of which the letterbox is empty
 */
export async function beforeWipingRooms(site: string): Promise<() => Promise<WipedRooms>> {
	const rooms = await roomsLeft();
	if (rooms.length === 0) return () => Promise.resolve({ emptied: 0, left: 0 });
	// Before the app goes as it is kept for use without internet; without its script nobody is told.
	const { LetterboxWire } = await import('$lib/letterbox/wire').catch(() => ({ LetterboxWire: undefined }));
	return async () => {
		let emptied = 0;
		const wire = LetterboxWire && new LetterboxWire(site, (input, init) => fetch(input, init));
		const work = rooms.map(async ({ roomId, roomSecret }) => {
			const outcome = await wire?.closeRoom(roomId, decodeBase64Url(roomSecret) ?? new Uint8Array());
			if (outcome?.kind === 'done' || outcome?.kind === 'no-room') emptied += 1;
		});
		await Promise.race([Promise.all(work), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
		return { emptied, left: rooms.length - emptied };
	};
}
