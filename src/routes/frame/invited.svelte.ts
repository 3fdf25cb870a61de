import { onMount } from 'svelte';
import type { Invitation, LetterboxAddress } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { followAppAddress } from '$lib/state/desk/app-address';
import { participantsLink, type ParticipantsLink } from '$lib/state/desk/participants-link';

/** What participants are invited to, as a page has it. */
export interface Inviting {
	invitation: Invitation;
	questionnaire: Questionnaire;
	letterboxAddress?: LetterboxAddress | undefined;
}

/**
 * For a component while it is set up: the link that participants open, renewed as the measurement or the address of the
 * app changes.
 * @param pageAddress where this app runs now, ending with a slash
 */
export function inviteOnPage(inviting: () => Inviting, pageAddress: () => string): Invited {
	const invited = new Invited();
	onMount(() => followAppAddress(pageAddress(), (found) => invited.hear(found)));
	$effect(() => {
		const { invitation, questionnaire, letterboxAddress } = inviting();
		const carried = letterboxAddress ? { ...invitation, letterbox: letterboxAddress } : invitation;
		const { address } = invited;
		if (address === undefined) return undefined;
		let stale = false;
		void participantsLink(address, carried, questionnaire).then((link) => {
			if (!stale) invited.link = link;
		});
		return () => (stale = true);
	});
	return invited;
}

export class Invited {
	/** Where phones find the app; undefined while it is read, or when no phone can. */
	address = $state<string>();
	/** Whether the address was looked for. */
	ready = $state(false);
	/** Replaced only once the new one is there, so that a QR code on the screen never blinks. */
	link = $state.raw<ParticipantsLink>();

	/** An address that is known is only ever replaced: what was read before it was saved comes too late. */
	hear(address: string | undefined): void {
		this.address = address ?? this.address;
		this.ready = true;
	}
}
