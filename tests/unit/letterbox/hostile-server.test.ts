import { describe, expect, test } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { judgeIncoming } from '$lib/domain/intake/intake';
import { acknowledge, isAcknowledged } from '$lib/letterbox/acknowledgement';
import { newKeyPair } from '$lib/letterbox/keys';
import { hashOf, newSecret, slotIdOf } from '$lib/letterbox/names';
import { measurement, response } from '../../builders/handing-in';
import { goodOf } from '../../builders/outcomes';
import { aLetterbox } from './sealing';

const box = await aLetterbox();
const { slotId, acknowledgementKey } = box.sealing;

describe('a letterbox server that means harm', () => {
	test('cannot pass the envelope of one phone off as that of another', async () => {
		const { envelope } = await box.seal();
		expect((await box.open(envelope, { slotId: await slotIdOf(newSecret()) })).kind).toBe('refused');
	});

	test('cannot seal anything itself in the place of what it holds, without the link', async () => {
		const other = await aLetterbox();
		const { envelope } = await other.seal({ slotId });
		expect((await box.open(envelope)).kind).toBe('refused');
	});

	test('that gives another key gives one that opens nothing: the key is in the link, which it does not see', async () => {
		const { envelope } = await box.seal();
		expect((await box.open(envelope, await newKeyPair())).kind).toBe('refused');
	});

	test('that gives an envelope twice, or an older one again, changes nothing: what is newer stays', async () => {
		const [older, newer] = await Promise.all(
			[1, 2].map(async (revision) => {
				const { envelope } = await box.seal({ response: { ...response, revision } });
				return goodOf(await box.open(envelope)).response;
			})
		);
		if (!older || !newer) throw new Error('Two envelopes');
		expect(judgeIncoming(measurement, undefined, newer)).toEqual({ kind: 'added' });
		expect(judgeIncoming(measurement, newer, newer)).toEqual({ kind: 'same' });
		expect(judgeIncoming(measurement, newer, older)).toEqual({ kind: 'older' });
	});

	test('gets nothing but noise of one length: no name, no group, no answer', async () => {
		const { envelope } = await box.seal();
		const seen = new TextDecoder('latin1').decode(envelope);
		for (const word of ['SM2:', response.id, response.groupId, 'item-1', 'response', 'acknowledgementKey'])
			expect(seen).not.toContain(word);
	});
});

describe('a participant that means harm', () => {
	test('can make up people with the link alone, and each of them counts: that is a known weakness', async () => {
		const made = await Promise.all(
			['1', '2', '3'].map(async (digit) => {
				const slot = await slotIdOf(newSecret());
				const { envelope } = await box.seal({ slotId: slot, response: { ...response, id: digit.repeat(10) } });
				return goodOf(await box.open(envelope, { slotId: slot })).response;
			})
		);
		expect(made.map((one) => judgeIncoming(measurement, undefined, one).kind)).toEqual(['added', 'added', 'added']);
	});

	test('that fills many slots with the same person counts once', async () => {
		const slot = await slotIdOf(newSecret());
		const { envelope } = await box.seal({ slotId: slot });
		const again = goodOf(await box.open(envelope, { slotId: slot })).response;
		expect(judgeIncoming(measurement, response, again)).toEqual({ kind: 'same' });
	});
});

describe('an acknowledgement', () => {
	const stored = async (revision = 1) => {
		const { envelope } = await box.seal({ response: { ...response, revision } });
		return { acknowledgementKey, slotId, revision, hash: await hashOf(envelope) };
	};

	test('convinces only for the same slot, revision, envelope and key', async () => {
		const one = await stored();
		const acknowledgement = await acknowledge(one);
		expect(await isAcknowledged({ ...one, acknowledgement })).toBe(true);
		for (const changes of [
			{ slotId: await slotIdOf(newSecret()) },
			{ revision: 2 },
			{ hash: (await stored()).hash },
			{ acknowledgementKey: newSecret() }
		])
			expect(await isAcknowledged({ ...one, ...changes, acknowledgement })).toBe(false);
	});

	test('of an older revision does not convince for a newer one, also in the same envelope', async () => {
		const [older, newer] = [await stored(1), await stored(2)];
		const acknowledgement = await acknowledge(older);
		expect(await isAcknowledged({ ...newer, acknowledgement })).toBe(false);
		expect(await isAcknowledged({ ...older, revision: 2, acknowledgement })).toBe(false);
	});

	test('cannot be forged: with any byte changed, with another key, cut off, or nonsense', async () => {
		const one = await stored();
		const bytes = decodeBase64Url(await acknowledge(one)) ?? new Uint8Array();
		expect(bytes).toHaveLength(28);
		for (let at = 0; at < bytes.length; at += 1) {
			const forged = bytes.slice();
			forged[at] = (forged[at] ?? 0) ^ 1;
			expect(await isAcknowledged({ ...one, acknowledgement: encodeBase64Url(forged) })).toBe(false);
		}
		const withOwnKey = await acknowledge({ ...one, acknowledgementKey: newSecret() });
		for (const acknowledgement of [
			withOwnKey,
			'',
			'ja',
			'=',
			encodeBase64Url(bytes.slice(0, -1)),
			one.hash,
			'A'.repeat(38)
		])
			expect(await isAcknowledged({ ...one, acknowledgement })).toBe(false);
	});

	test('is another one each time, so that it tells nothing of what it is about', async () => {
		const one = await stored();
		expect(await acknowledge(one)).not.toBe(await acknowledge(one));
	});
});
