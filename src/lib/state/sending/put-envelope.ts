import type { SlotWire } from '$lib/letterbox/slot-wire';
import type { Kept, Outbox, Outgoing } from '$lib/storage/outbox/outbox';

/** The requests that a phone makes of a letterbox. */
type PhoneWire = Pick<SlotWire, 'putEnvelope' | 'lookUpSlot'>;

/** Where an envelope goes, and where it is kept meanwhile. */
export interface Post {
	outbox: Outbox;
	/** @param site its address, with a slash at the end */
	wireTo(site: string): PhoneWire;
}

/** `later`: it may be taken another time; `refused`: not as long as this letterbox is as it is. */
export type PutOutcome =
	| { kind: 'sent' }
	/** `seconds`: that the letterbox asks to wait. */
	| { kind: 'later'; why: 'unreachable' | 'busy'; seconds: number }
	| { kind: 'refused'; why: 'no-room' | 'full' };

/** Drops it in the letterbox once, and notes what became of it; the same envelope twice is one. */
export async function putEnvelope(
	outgoing: Outgoing,
	{ outbox, wireTo }: Post,
	signal?: AbortSignal
): Promise<PutOutcome> {
	const { roomId, slotSecret, envelope } = outgoing;
	const outcome = await wireTo(outgoing.site).putEnvelope(roomId, slotSecret, envelope, signal);
	if (outcome.kind === 'done') {
		await note(outbox, outgoing, { state: 'sent', delivered: true });
		return { kind: 'sent' };
	}
	if (outcome.kind === 'unreachable') return { kind: 'later', why: outcome.kind, seconds: 0 };
	if (outcome.kind === 'busy') return { kind: 'later', why: outcome.kind, seconds: outcome.seconds };
	await note(outbox, outgoing, { state: 'refused' });
	return { kind: 'refused', why: outcome.kind === 'full' ? 'full' : 'no-room' };
}

/** Of this very envelope only: another tab may have sealed a newer one meanwhile. */
export function note(
	outbox: Outbox,
	{ responseId, hash }: Outgoing,
	noted: Partial<Pick<Outgoing, 'state' | 'delivered' | 'acknowledgement'>>
): Promise<Kept | undefined> {
	return outbox.change(responseId, (held) => (held?.hash === hash ? { ...held, ...noted } : held));
}
