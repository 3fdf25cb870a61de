import { given } from '$lib/domain/given';
import { SlotWire } from '$lib/letterbox/slot-wire';
import { Outbox, type Outgoing } from '$lib/storage/outbox/outbox';
import { OUTBOX } from '$lib/storage/outbox/outbox-name';
import type { ToSend } from './seal';
import { sendWaiting } from './send-waiting';
import { Sender, type Around } from './sender';
import { wordsOf, type Told } from './words';

/** What sending takes, in one part that is loaded later; it holds the outbox of this page. */

const outbox = new Outbox(OUTBOX);
const around: Around = {
	outbox,
	wireTo: (site) => new SlotWire(site, (input, init) => fetch(input, init)),
	pause,
	chance: () => Math.random(),
	sendLater
};

/** @param tell told what to say of it, each time that it changes @returns a function that stops */
export function startSending(toSend: ToSend, tell: (told: Told) => void): () => void {
	const sender = new Sender(toSend, around, (progress) => tell(wordsOf(progress)));
	void sender.run();
	return () => sender.stop();
}

/** What still waits of other sheets on this phone. */
export async function sendOthers(): Promise<void> {
	await sendWaiting(around);
}

/**
 * Wipes the envelope of a sheet.
 * @returns puts it back
 * @throws DOMException, TookTooLong when it may still be there
 */
export async function wipeEnvelope(responseId: string): Promise<() => Promise<void>> {
	const found: Outgoing | undefined = await outbox.remove(responseId);
	return async () => {
		if (found) await outbox.putBack(found);
	};
}

/** Sooner when there is internet again, and not while nobody looks. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const done = new AbortController();
		const end = () => {
			clearTimeout(timer);
			done.abort();
			resolve();
		};
		const seen = () => {
			if (!document.hidden) end();
		};
		const timer = setTimeout(() => {
			if (!document.hidden) end();
			else document.addEventListener('visibilitychange', seen, { signal: done.signal });
		}, milliseconds);
		window.addEventListener('online', end, { signal: done.signal });
		signal.addEventListener('abort', end, { signal: done.signal });
		if (signal.aborted) end();
	});
}

/** By the service worker, where the browser lets it: only then is it promised. */
async function sendLater(): Promise<boolean> {
	try {
		const registration = await given(() => navigator.serviceWorker)?.getRegistration();
		const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } };
		if (!sync || !registration?.active) return false;
		await sync.register(OUTBOX);
		return true;
	} catch {
		return false;
	}
}
