import type { BrowserFacts } from '$lib/domain/measurement/browser-keeping';
import { given } from '$lib/domain/given';
import { promisesToKeep } from '$lib/storage/connection/keeping-promise';

/** What of this browser can be known without guessing: what it answers, and what only browsers of its kind have. */
export async function browserFacts(): Promise<BrowserFacts> {
	return {
		promised: await promisesToKeep(),
		engine: engineHere(),
		touch: (given(() => navigator.maxTouchPoints) ?? 0) > 0,
		installed: isInstalled(),
		installable: 'onbeforeinstallprompt' in globalThis
	};
}

/** By parts that no other browser has; WebKit of others than Apple does not have gestures. */
function engineHere(): BrowserFacts['engine'] {
	if ('GestureEvent' in globalThis) return 'apple';
	return 'mozInnerScreenX' in globalThis ? 'gecko' : 'other';
}

function isInstalled(): boolean {
	const isApp = given(() => matchMedia('(display-mode: standalone)').matches);
	return isApp === true || given(() => (navigator as { standalone?: unknown }).standalone) === true;
}
