import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startLetterbox } from '../../../.tools/serve/letterbox.mjs';
import { acknowledge, isAcknowledged } from '$lib/letterbox/acknowledgement';
import { hashOf, newSecret, roomIdOf, slotIdOf } from '$lib/letterbox/names';
import { LetterboxWire, type HeldEnvelope } from '$lib/letterbox/wire';
import { response } from '../../builders/handing-in';
import { goodOf } from '../../builders/outcomes';
import { aLetterbox } from './sealing';

const site = mkdtempSync(join(tmpdir(), 'site-'));
let served: Awaited<ReturnType<typeof startLetterbox>>;
let wire: LetterboxWire;
beforeAll(async () => {
	served = await startLetterbox({ site, base: '/tools/meter' });
	wire = new LetterboxWire(served.url, fetch);
});
afterAll(async () => {
	await served.close();
	rmSync(site, { recursive: true });
});

test('answers go from a phone to one laptop, live, and the phone hears that they were stored', async () => {
	expect(await wire.discover()).toEqual({ asksWord: false });
	const [roomSecret, slotSecret] = [newSecret(), newSecret()];
	const [roomId, slotId] = [await roomIdOf(roomSecret), await slotIdOf(slotSecret)];
	const box = await aLetterbox();
	const sealFor = (revision: number) =>
		box.seal({ slotId, response: { ...response, revision }, letterbox: { ...box.sealing.letterbox, roomId } });
	const first = (await sealFor(1)).envelope;
	expect(await wire.putEnvelope(roomId, slotSecret, first)).toEqual({ kind: 'no-room' });
	expect(await wire.openRoom(roomId, roomSecret)).toEqual({ kind: 'done', isNew: true });
	expect(await wire.openRoom(roomId, roomSecret)).toEqual({ kind: 'done', isNew: false });
	expect(await wire.openRoom(roomId, newSecret())).toEqual({ kind: 'secret' });

	const heard: HeldEnvelope[] = [];
	const opened = vi.fn();
	const end = wire.stream(roomId, roomSecret, 0, { onopen: opened, onenvelope: (one) => void heard.push(one) });
	await vi.waitFor(() => expect(opened).toHaveBeenCalled(), 10_000);
	expect(await wire.putEnvelope(roomId, slotSecret, first)).toEqual({ kind: 'done' });
	await vi.waitFor(() => expect(heard).toHaveLength(1), 10_000);
	expect(heard[0]).toMatchObject({ slot: slotId, envelope: first });

	const hash = await hashOf(first);
	expect(await wire.lookUpSlot(roomId, slotSecret)).toEqual({ kind: 'done', held: hash, acknowledgement: null });
	const { acknowledgementKey } = goodOf(await box.open(first, { slotId, roomId }));
	const stored = { acknowledgementKey, slotId, revision: 1, hash };
	const sent = { slot: slotId, envelope: hash, acknowledgement: await acknowledge(stored) };
	expect(await wire.acknowledge(roomId, roomSecret, [sent])).toEqual({ kind: 'done' });
	const seen = await wire.lookUpSlot(roomId, slotSecret);
	if (seen.kind !== 'done' || seen.acknowledgement === null) throw new Error(JSON.stringify(seen));
	expect(await isAcknowledged({ ...stored, acknowledgement: seen.acknowledgement })).toBe(true);

	const newer = (await sealFor(2)).envelope;
	expect(await wire.putEnvelope(roomId, slotSecret, newer)).toEqual({ kind: 'done' });
	await vi.waitFor(() => expect(heard).toHaveLength(2), 10_000);
	const held = { number: heard[1]?.number, slot: slotId, envelope: newer };
	expect(await wire.envelopesAfter(roomId, roomSecret, 0)).toEqual({ kind: 'done', envelopes: [held], more: false });
	expect(await wire.putEnvelope(roomId, slotSecret, new Uint8Array(8193))).toEqual({ kind: 'too-large' });

	expect(await wire.closeRoom(roomId, roomSecret)).toEqual({ kind: 'done' });
	expect(await end).toEqual({ kind: 'closed' });
	expect(await wire.envelopesAfter(roomId, roomSecret, 0)).toEqual({ kind: 'no-room' });
	expect(await wire.lookUpSlot(roomId, slotSecret)).toEqual({ kind: 'no-room' });
});
