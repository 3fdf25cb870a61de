import type { Attachment } from 'svelte/attachments';

/** What a screen that a room looks at asks of the browser: not to go dark, and to fill the whole screen. */

/**
 * Keeps the screen on while the element is there; again when people come back to the window, for then the browser has
 * let go. A browser that cannot, or will not, leaves the screen as it is.
 */
export const stayAwake: Attachment = () => {
	let lock: WakeLockSentinel | undefined;
	let left = false;

	const isHeld = () => lock?.released === false;

	async function hold() {
		if (left || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		if (isHeld()) return;
		try {
			const held = await navigator.wakeLock.request('screen');
			// People may have come back twice while the browser thought about it: one is enough.
			if (left || isHeld()) await held.release();
			else lock = held;
		} catch {
			// Such as on a battery that is almost empty.
		}
	}

	const again = () => void hold();
	document.addEventListener('visibilitychange', again);
	void hold();
	return () => {
		left = true;
		document.removeEventListener('visibilitychange', again);
		void lock?.release().catch(() => undefined);
	};
};

/** Whether this browser can fill the screen with a page. */
export function canFillScreen(): boolean {
	return document.fullscreenEnabled;
}

/** To the whole screen, or back; a browser that refuses leaves it as it is. */
export async function toggleFullscreen(): Promise<void> {
	try {
		await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
	} catch {
		// People still have the key of their browser.
	}
}
