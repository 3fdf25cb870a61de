import { untrack } from 'svelte';
import type { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { Letterbox } from '$lib/state/letterbox/letterbox.svelte';
import { pageAddress } from '../addresses';

/**
 * For a component while it is set up: the letterbox of a measurement. As long as the page is there, what phones drop
 * comes in, in this tab or in another one of this device.
 */
export function letterboxOnPage(desk: () => MeasurementDesk): Letterbox {
	const letterbox = new Letterbox(desk, pageAddress);
	// By its name: what else is stored of it, or how much came in, does not begin the line anew.
	const roomId = $derived(desk().removed ? undefined : desk().letterboxAddress?.roomId);
	$effect(() => {
		if (roomId === undefined) return undefined;
		const stored = untrack(() => desk().letterbox);
		return stored && untrack(() => letterbox.listen(stored));
	});
	return letterbox;
}
