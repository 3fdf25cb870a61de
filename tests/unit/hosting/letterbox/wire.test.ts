import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLetterbox } from '../../../../.tools/serve/letterbox.mjs';
import { hashOf } from '../../../../hosting/letterbox/secrets.mjs';
import { ask, Owner, Phone, receipt, sealed } from '../../../builders/letterbox/clients';

const site = mkdtempSync(join(tmpdir(), 'site-'));
let served: Awaited<ReturnType<typeof startLetterbox>>;
beforeAll(async () => {
	served = await startLetterbox({ site, base: '/tools/meter' });
});
afterAll(async () => {
	await served.close();
	rmSync(site, { recursive: true });
});

const newOwner = () => new Owner(served.url);
async function openRoom() {
	const owner = newOwner();
	await owner.open();
	return owner;
}

test('whoever asks learns that there is a letterbox, and that nobody may keep the answer', async () => {
	const { status, body, headers } = await ask(served.url, 'v1');
	expect([status, body]).toEqual([200, { letterbox: 1, asksWord: false, days: 60, slots: 500 }]);
	expect(headers.get('Cache-Control')).toBe('no-store');
});

describe('a room', () => {
	test('opens once, and is open already after that', async () => {
		const owner = newOwner();
		expect((await owner.open()).status).toBe(201);
		expect((await owner.open()).status).toBe(200);
	});

	test('closes as often as asked, is empty then, and opens again for its owner', async () => {
		const owner = await openRoom();
		await new Phone(owner).put(sealed());
		expect((await owner.close()).status).toBe(204);
		expect((await owner.close()).status).toBe(204);
		expect((await owner.ask('/envelopes')).status).toBe(404);
		expect((await owner.open()).status).toBe(201);
		expect(await owner.envelopes()).toEqual({ envelopes: [], more: false });
	});

	test('that was never opened cannot be closed', async () => {
		expect((await newOwner().close()).status).toBe(404);
	});
});

describe('an envelope', () => {
	test('comes out as it went in, under a number that grows with each put', async () => {
		const owner = await openRoom();
		const [one, other] = [new Phone(owner), new Phone(owner)];
		const [first, second, third] = [sealed(), sealed(7249), sealed(1)];
		for (const [phone, envelope] of [[one, first] as const, [other, second] as const, [one, third] as const])
			expect((await phone.put(envelope)).status).toBe(204);

		const { envelopes } = await owner.envelopes();
		expect(envelopes.map(({ slot, envelope }) => [slot, envelope])).toEqual([
			[other.slot, second.toString('base64url')],
			[one.slot, third.toString('base64url')]
		]);
		const [before, after] = envelopes.map(({ number }) => number);
		expect(before).toBeLessThan(after ?? 0);
		expect((await owner.envelopes(before)).envelopes).toHaveLength(1);
	});

	test('that comes twice is there once, with the number it had', async () => {
		const owner = await openRoom();
		const phone = new Phone(owner);
		const envelope = sealed();
		await phone.put(envelope);
		const before = await owner.envelopes();
		expect((await phone.put(envelope)).status).toBe(204);
		expect(await owner.envelopes()).toEqual(before);
	});

	test('is acknowledged to its own phone, until another takes its place', async () => {
		const owner = await openRoom();
		const phone = new Phone(owner);
		expect((await phone.look()).body).toEqual({ held: null, acknowledgement: null });
		const envelope = sealed();
		await phone.put(envelope);
		const given = receipt(phone, envelope);
		expect((await owner.acknowledge([given, receipt(new Phone(owner), envelope)])).status).toBe(204);
		expect((await phone.look()).body).toEqual({ held: hashOf(envelope), acknowledgement: given.acknowledgement });

		const newer = sealed();
		await phone.put(newer);
		await owner.acknowledge([given]);
		expect((await phone.look()).body).toEqual({ held: hashOf(newer), acknowledgement: null });
	});

	test('is one of a hundred in an answer, and the next hundred comes after it', async () => {
		const owner = await openRoom();
		await Promise.all(Array.from({ length: 103 }, () => new Phone(owner).put(sealed(9))));
		const first = await owner.envelopes();
		expect([first.envelopes.length, first.more]).toEqual([100, true]);
		const rest = await owner.envelopes(first.envelopes.at(-1)?.number);
		expect([rest.envelopes.length, rest.more]).toEqual([3, false]);
		const numbers = [...first.envelopes, ...rest.envelopes].map(({ number }) => number);
		expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
	});
});
