import { encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { madeUpTermsFor, measurement, response } from '../../builders/handing-in';
import { itemIdsOf } from '../../builders/arbitraries';
import { sealEnvelope, type ToSeal } from '$lib/letterbox/envelope';
import { newKeyPair } from '$lib/letterbox/keys';
import { newSecret, roomIdOf, slotIdOf } from '$lib/letterbox/names';
import { openEnvelope, type ToOpen } from '$lib/letterbox/open-envelope';

/** A letterbox with one phone: what it seals with, and what the laptop opens with. */
export async function aLetterbox(asked = { itemIds: itemIdsOf(36), dimensionIds: ['openheid', 'waardering'] }) {
	const keys = await newKeyPair();
	const roomId = await roomIdOf(newSecret());
	const slotId = await slotIdOf(newSecret());
	const sealing: ToSeal = {
		response,
		terms: madeUpTermsFor(measurement),
		asked,
		letterbox: { roomId, publicKey: encodeBase64Url(keys.publicKey) },
		slotId,
		acknowledgementKey: newSecret()
	};
	const opening = { ...keys, roomId, slotId, terms: sealing.terms, asked };
	return {
		sealing,
		opening,
		seal: async (changes: Partial<ToSeal> = {}) => {
			const sealed = await sealEnvelope({ ...sealing, ...changes });
			if (sealed.kind !== 'sealed') throw new Error(sealed.kind);
			return sealed;
		},
		open: (envelope: Uint8Array<ArrayBuffer>, changes: Partial<ToOpen> = {}) =>
			openEnvelope({ ...opening, envelope, ...changes })
	};
}

/** The response with these notes. */
export function noted(notes: Record<string, string>): IndividualResponse {
	return { ...response, notes };
}
