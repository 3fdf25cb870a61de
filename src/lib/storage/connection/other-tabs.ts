import { named } from '$lib/storage/place';
import { given } from '$lib/domain/given';
import { within } from '$lib/storage/insist';

/** Tabs ask each other whether the database can be read: what one of them can read is not broken. */

const CHANNEL = named('databank');
/** In milliseconds. */
const TIME_TO_ANSWER = 1500;

let channel: BroadcastChannel | undefined;

/** @param canRead whether this tab can read it at this moment */
export function answerOtherTabs(canRead: () => Promise<boolean>): void {
	if (channel) return;
	channel = given(() => new BroadcastChannel(CHANNEL));
	channel?.addEventListener('message', ({ data }) => {
		if (data === 'who can read?') void canRead().then((can) => can && channel?.postMessage('I can'));
	});
}

export async function canAnotherTabRead(): Promise<boolean> {
	const asking = given(() => new BroadcastChannel(CHANNEL));
	if (!asking) return false;
	const answer = new Promise<boolean>((resolve) => {
		asking.addEventListener('message', ({ data }) => {
			if (data === 'I can') resolve(true);
		});
		asking.postMessage('who can read?');
	});
	const heard = await within(TIME_TO_ANSWER, 'another tab', answer).catch(() => false);
	asking.close();
	return heard;
}
