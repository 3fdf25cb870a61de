import { mount, tick, unmount } from 'svelte';
import { afterPaint } from '$lib/state/saving/after-paint';
import { sayStarted } from '$lib/state/app-started';
import { deviceNotices } from '$lib/state/tab/device-notices.svelte';
import { offline } from '$lib/state/tab/offline.svelte';
import { registerWorker } from '$lib/state/tab/register-worker';
import { askToWipe, onWipe } from '$lib/state/tab/wipe-tabs';
import { keepFocus } from '$lib/ui/views/arrival';
import { surviveTranslation } from '$lib/ui/views/survive-translation';
import DeviceNoticeBar from '../frame/DeviceNoticeBar.svelte';
import ParticipantScreen from './ParticipantScreen.svelte';

/** The participant's page starts here, with nothing but what answering needs. */

const place = document.getElementById('deelnemer');
if (place) start(place);

function start(target: HTMLElement): void {
	target.replaceChildren();
	const { wiped = '', worker = '' } = target.dataset;
	const screen = mount(ParticipantScreen, { target });
	sayStarted();
	keepFocus();
	surviveTranslation(target);
	// A page that the browser puts aside may come back before it is loaded anew: by then
	// someone else may hold the phone.
	window.addEventListener('pagehide', ({ persisted }) => (target.hidden = persisted));
	const main = target.closest('main');
	// The rest of the frame around this page has no script of its own.
	document.querySelector('.skip')?.addEventListener('click', () => main?.focus());
	afterPaint(() => {
		const bar = document.createElement('div');
		target.prepend(bar);
		mount(DeviceNoticeBar, { target: bar, props: { notices: deviceNotices } });
		deviceNotices.follow();
		onWipe(async () => {
			// A page that would ask whether to stay must be gone first.
			await unmount(screen);
			await tick();
			askToWipe('elsewhere');
			location.replace(wiped);
		});
	});
	addEventListener('load', () => {
		// Thirty phones share one bad wifi: a participant's keeps only what it uses.
		offline.start(registerWorker(worker), false);
	});
}
