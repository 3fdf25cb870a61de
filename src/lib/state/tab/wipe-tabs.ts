import { named } from '$lib/storage/place';
import { given } from '$lib/domain/given';
import { forget, recall, remember } from '$lib/state/tab-memory';

/** What tabs of this app tell each other when the device is wiped. */

/** Apart from the channel of changes: a page that wipes must open nothing of the storage. */
const CHANNEL = named('wissen');
/** Who asked to wipe: of this tab only, and gone once it was read, so that no link can wipe. */
const ASKED = named('wissen');
/** Time for every other tab to answer that it leaves, and to leave (ms). */
const TO_ANSWER = 500;
const TO_LEAVE = 5000;

type Message =
	/** Leave: everything is wiped. */
	| 'wipe'
	| 'leaving'
	/** On the page that stores nothing. */
	| 'arrived';

/**
 * In the tab where people pressed «Wis dit toestel», or in one that hears of it; then that tab
 * goes to the page that wipes.
 * @returns whether that page will know of it
 */
export function askToWipe(by: 'here' | 'elsewhere'): boolean {
	return remember(ASKED, by);
}

/** Who asked this tab to wipe, once; null when nobody did. */
export function takeQuestion(): string | null {
	const asked = recall(ASKED);
	forget(ASKED);
	return asked;
}

/** @param leave goes to the page that stores nothing; the returned function stops listening */
export function onWipe(leave: () => void): () => void {
	const channel = open();
	if (!channel) return () => undefined;
	channel.onmessage = ({ data }: MessageEvent<Message>) => {
		if (data !== 'wipe') return;
		channel.postMessage('leaving' satisfies Message);
		leave();
	};
	return () => channel.close();
}

/** Tells the tab that wipes that this one stores nothing any more. */
export function sayArrived(): void {
	const channel = open();
	channel?.postMessage('arrived' satisfies Message);
	channel?.close();
}

/** Resolves when all other tabs have left what they were doing, or do not answer. */
export async function sendOthersAway(): Promise<void> {
	const channel = open();
	if (!channel) return;
	let leaving = 0;
	let arrived: () => void = () => undefined;
	const allArrived = new Promise<void>((resolve) => (arrived = resolve));
	channel.onmessage = ({ data }: MessageEvent<Message>) => {
		if (data === 'leaving') leaving += 1;
		if (data === 'arrived') leaving -= 1;
		if (leaving === 0) arrived();
	};
	channel.postMessage('wipe' satisfies Message);
	await delay(TO_ANSWER);
	if (leaving > 0) await Promise.race([allArrived, delay(TO_LEAVE)]);
	channel.close();
}

function open(): BroadcastChannel | undefined {
	return given(() => new BroadcastChannel(CHANNEL));
}

function delay(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
