import { beforeAll, describe, expect, test } from 'vitest';
import { encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { acknowledge, isAcknowledged } from '$lib/letterbox/acknowledgement';
import { sealEnvelope } from '$lib/letterbox/envelope';
import { newKeyPair, type KeyPair } from '$lib/letterbox/keys';
import { hashOf, newSecret, roomIdOf, slotIdOf } from '$lib/letterbox/names';
import { openEnvelope } from '$lib/letterbox/open-envelope';
import { response, terms } from '../../builders/handing-in';
import { goodOf } from '../../builders/outcomes';
import { itemIdsOf } from '../../builders/arbitraries';

const asked = { itemIds: itemIdsOf(36), dimensionIds: ['openheid', 'waardering'] };
let keys: KeyPair;
let roomId: string;
let slotId: string;

beforeAll(async () => {
	keys = await newKeyPair();
	roomId = await roomIdOf(newSecret());
	slotId = await slotIdOf(newSecret());
});

describe('an envelope', () => {
	test('opens for the laptop that it was sealed for, and its acknowledgement convinces the phone', async () => {
		const acknowledgementKey = newSecret();
		const letterbox = { roomId, publicKey: encodeBase64Url(keys.publicKey) };
		const noted = { ...response, notes: { 'item-3': 'Mag in het verslag' } };
		const sealed = await sealEnvelope({ response: noted, terms, asked, letterbox, slotId, acknowledgementKey });
		if (sealed.kind !== 'sealed') throw new Error(sealed.kind);
		expect(sealed.envelope).toHaveLength(7249);
		const opened = goodOf(await openEnvelope({ envelope: sealed.envelope, slotId, roomId, ...keys, terms, asked }));
		expect(opened).toEqual({ kind: 'good', response: noted, acknowledgementKey });

		const stored = { slotId, revision: response.revision, hash: await hashOf(sealed.envelope) };
		const acknowledgement = await acknowledge({ ...stored, acknowledgementKey: opened.acknowledgementKey });
		expect(acknowledgement).toHaveLength(38);
		expect(await isAcknowledged({ ...stored, acknowledgementKey, acknowledgement })).toBe(true);
	});
});
