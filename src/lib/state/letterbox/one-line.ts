import { given } from '$lib/domain/given';
import { named } from '$lib/storage/place';
import type { LineState } from './letterbox-line';

/** What the tab with the line tells the others. */
export interface Told {
	state: LineState;
	/** How many envelopes do not come in. */
	skipped: number;
}

/**
 * One tab of a device has the line to a letterbox; when it is closed, another one goes on.
 * @param hold keeps the line until it is told to stop, or has ended
 * @param ontold how it stands, whichever tab has it
 * @returns a function that stops
 */
export function shareLine(
	roomId: string,
	hold: (signal: AbortSignal, tell: (told: Told) => void) => Promise<unknown>,
	ontold: (told: Told) => void
): () => void {
	const name = named(`letterbox ${roomId}`);
	const stopping = new AbortController();
	const channel = given(() => new BroadcastChannel(name));
	/** Of the line that this tab has. */
	let own: Told | undefined;
	const tell = (told: Told) => {
		if (stopping.signal.aborted) return;
		own = told;
		ontold(told);
		channel?.postMessage(told);
	};
	channel?.addEventListener('message', ({ data }: MessageEvent<Told | 'how?'>) => {
		if (data !== 'how?') ontold(data);
		else if (own) channel.postMessage(own);
	});
	channel?.postMessage('how?');
	const holding = navigator.locks.request(name, { signal: stopping.signal }, () => hold(stopping.signal, tell));
	// Who leaves before it had the line breaks the asking off.
	holding.catch(() => undefined);
	return () => {
		stopping.abort();
		channel?.close();
	};
}
