import type { LetterboxAddress } from '$lib/domain/measurement/measurement';
import { stableText } from '$lib/domain/text/stable-text';
import { sealEnvelope, type HandedBack } from '$lib/letterbox/envelope';
import { hashOf, newSecret, slotIdOf } from '$lib/letterbox/names';
import type { Kept, Outbox, Outgoing } from '$lib/storage/outbox/outbox';

/** What somebody hands back, and through which letterbox. */
export interface ToSend extends HandedBack {
	/** The address of the site, with a slash at the end. */
	site: string;
	letterbox: LetterboxAddress;
}

/**
 * `found`: it was in the outbox already. `impossible`: this browser has no such cryptography, as on a page without
 * HTTPS, or the link brought a wrong key.
 */
export type Sealed = ({ kind: 'sealed'; found: boolean } & Kept) | { kind: 'too-large' | 'impossible' };

/** Another tab may be sealing the same sheet: then this one goes on with its slot. */
const TRIES = 5;

/** The envelope of these answers: the one that is in the outbox already, or a new one in the same slot. */
export async function seal(toSend: ToSend, outbox: Outbox): Promise<Sealed> {
	try {
		return await sealed(toSend, outbox);
	} catch {
		return { kind: 'impossible' };
	}
}

async function sealed(toSend: ToSend, outbox: Outbox): Promise<Sealed> {
	const { responseId, content } = { responseId: toSend.response.id, content: await contentOf(toSend) };
	let kept = await outbox.read(responseId);
	for (let tries = 0; tries < TRIES; tries += 1) {
		if (kept && isOf(kept.outgoing, toSend, content)) return { kind: 'sealed', found: tries === 0, ...kept };
		const slotSecret = slotOf(kept?.outgoing, toSend) ?? newSecret();
		const mine = await sealIn(slotSecret, toSend, content);
		if (mine === 'too-large' || mine === 'impossible') return { kind: mine };
		kept = await outbox.change(responseId, (held) => {
			const slot = slotOf(held, toSend);
			if (held && isOf(held, toSend, content)) return held;
			return slot && !areSame(slot, slotSecret) ? held : mine;
		});
	}
	throw new Error('The outbox changes all the time');
}

/** Of these answers in this letterbox, or of newer ones that another tab sealed. */
function isOf(held: Outgoing, { response, letterbox, site }: ToSend, content: string): boolean {
	if (held.roomId !== letterbox.roomId || held.site !== site) return false;
	return held.revision > response.revision || held.content === content;
}

function slotOf(held: Outgoing | undefined, { letterbox, site }: ToSend): Uint8Array<ArrayBuffer> | undefined {
	return held?.roomId === letterbox.roomId && held.site === site ? held.slotSecret : undefined;
}

async function sealIn(
	slotSecret: Uint8Array<ArrayBuffer>,
	{ site, letterbox, ...handedBack }: ToSend,
	content: string
): Promise<Outgoing | 'too-large' | 'impossible'> {
	const acknowledgementKey = newSecret();
	const slotId = await slotIdOf(slotSecret);
	const letter = await sealEnvelope({ ...handedBack, letterbox, slotId, acknowledgementKey });
	if (letter.kind !== 'sealed') return letter.kind === 'too-large' ? 'too-large' : 'impossible';
	const { envelope, notesLeftOut } = letter;
	const { response, terms } = handedBack;
	return {
		responseId: response.id,
		measurementId: terms.measurementId,
		site,
		roomId: letterbox.roomId,
		slotSecret,
		revision: response.revision,
		content,
		envelope,
		hash: await hashOf(envelope),
		acknowledgementKey,
		acknowledgement: null,
		state: 'waiting',
		delivered: false,
		notesLeftOut
	};
}

/** Of the answers with what they were given under, both in the text of the code, and of the key they are sealed for. */
function contentOf({ qrText, response: { notes }, letterbox }: ToSend): Promise<string> {
	return hashOf(new TextEncoder().encode(stableText({ qrText, notes, letterbox })));
}

function areSame(one: Uint8Array<ArrayBuffer>, other: Uint8Array<ArrayBuffer>): boolean {
	return one.every((byte, index) => byte === other[index]);
}
