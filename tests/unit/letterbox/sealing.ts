import { encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { madeUpTermsFor, measurement, response } from '../../builders/handing-in';
import { itemIdsOf } from '../../builders/arbitraries';
import { handedBack } from '../../builders/letterbox/handed-back';
import type { AskedIds } from '$lib/domain/measurement/asked';
import type { Terms } from '$lib/domain/measurement/terms';
import { sealEnvelope, type ToSeal } from '$lib/letterbox/envelope';
import { newKeyPair } from '$lib/letterbox/keys';
import { newSecret, roomIdOf, slotIdOf } from '$lib/letterbox/names';
import { openEnvelope, type ToOpen } from '$lib/letterbox/open-envelope';

/** All that makes an envelope what it is. */
interface Sealing extends Pick<ToSeal, 'letterbox' | 'slotId' | 'acknowledgementKey'> {
	response: IndividualResponse;
	terms: Terms;
	asked: AskedIds;
}

export function sealed({ response, terms, asked, ...rest }: Sealing) {
	return sealEnvelope({ ...handedBack(response, terms, asked), ...rest });
}

/** A letterbox with one phone: what it seals with, and what the laptop opens with. */
export async function aLetterbox(
	asked: AskedIds = { itemIds: itemIdsOf(36), dimensionIds: ['openheid', 'waardering'] }
) {
	const keys = await newKeyPair();
	const roomId = await roomIdOf(newSecret());
	const slotId = await slotIdOf(newSecret());
	const sealing: Sealing = {
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
		seal: async (changes: Partial<Sealing> = {}) => {
			const outcome = await sealed({ ...sealing, ...changes });
			if (outcome.kind !== 'sealed') throw new Error(outcome.kind);
			return outcome;
		},
		open: (envelope: Uint8Array<ArrayBuffer>, changes: Partial<ToOpen> = {}) =>
			openEnvelope({ ...opening, envelope, ...changes })
	};
}

/** The response with these notes. */
export function noted(notes: Record<string, string>): IndividualResponse {
	return { ...response, notes };
}
