import { SlotWire } from '$lib/letterbox/slot-wire';
import { sendWaiting } from '$lib/state/sending/send-waiting';
import { Outbox } from '$lib/storage/outbox/outbox';

/** The name of an outbox, with the folder of the app in it where it has neighbours; a page gives it as the tag. */
const OUTBOX = /^samenwerkingsmeter( \S+)? outbox$/;

/**
 * Sends what waits on this phone, when the browser says that there is internet. It opens the outbox and no other
 * database, and makes none.
 * @param tag of the background sync
 * @throws Error when the browser has to try another time
 */
export async function sendWaitingEnvelopes(tag: string): Promise<void> {
	if (!OUTBOX.test(tag)) return;
	const outbox = new Outbox(tag, false);
	const wireTo = (site: string) => new SlotWire(site, (input, init) => fetch(input, init));
	if (!(await sendWaiting({ outbox, wireTo }))) throw new Error('An envelope still waits');
}
