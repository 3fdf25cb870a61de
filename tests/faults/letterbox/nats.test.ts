import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { hashOf } from '../../../hosting/letterbox/secrets.mjs';
import { Owner, type Delivered } from '../../builders/letterbox/clients';
import { hasNats, NatsServers } from '../../builders/letterbox/nats-servers';
import { Chance, seed } from '../chance';
import { print, quantile } from '../counts';
import { OneTimeSender } from './one-time-sender';
import { ReadingLaptop } from './reading-laptop';
import { ServerProcess } from './server-process';

/** FAULT_ROOMS: another number of rooms. */
const ROOMS = Number(process.env['FAULT_ROOMS'] ?? 1000);
const PHONES = 30;
/** Phones that send at the same moment. */
const AT_ONCE = 300;
/** Laptops that read and acknowledge all the while. */
const LAPTOPS = 20;

test('of two letterboxes on three nodes of NATS, a node and a letterbox are killed: no envelope that was taken is lost or double', async () => {
	test.skip(!hasNats, 'nats-server is not installed');
	test.setTimeout(120_000 + ROOMS * 2000);
	const folder = mkdtempSync(join(tmpdir(), 'letterbox-nats-'));
	const nats = await NatsServers.start(3);
	const settings = { LETTERBOX_STORE: 'nats', LETTERBOX_NATS: nats.addresses.join() };
	const [stays, goes] = [new ServerProcess(folder, settings), new ServerProcess(folder, settings)];
	try {
		await Promise.all([stays.start(), goes.start()]);
		const sites = [stays.site, goes.site];
		const owners = Array.from({ length: ROOMS }, () => new Owner(stays.site));
		await atOnce(owners, 50, async (owner) => expect((await owner.open()).status).toBe(201));
		const chance = new Chance(seed);
		// Each room's phones one after the other, of all rooms at once.
		const senders = Array.from({ length: PHONES }, (_, phone) =>
			owners.map((owner, room) => new OneTimeSender(owner, room * PHONES + phone, sites, chance))
		).flat();
		const laptops = owners.slice(0, LAPTOPS).map((owner) => new ReadingLaptop(owner));
		let ended = false;
		const reading = laptops.map((laptop) => laptop.readUntil(() => ended));

		let taken = 0;
		const kills = [
			{ after: senders.length / 3, kill: async () => nats.kill(await nats.leaderOf('KV_letterbox')) },
			{ after: senders.length / 2, kill: () => goes.kill() }
		];
		const killing: Promise<void>[] = [];
		const began = performance.now();
		await atOnce(senders, AT_ONCE, async (sender) => {
			await sender.send();
			taken += 1;
			while (taken >= (kills[0]?.after ?? Infinity)) killing.push(kills.shift()?.kill() ?? Promise.resolve());
		});
		const seconds = (performance.now() - began) / 1000;
		await Promise.all(killing);
		const found = await countAgain(owners, senders);
		await expect.poll(() => laptops.every(({ numbers }) => numbers.size === PHONES)).toBe(true);
		ended = true;
		await Promise.all(reading);
		const forgotten = await countForgotten(laptops, senders, stays.site);

		for (const node of nats.nodes) await nats.kill(node);
		await Promise.all(nats.nodes.map((node) => nats.run(node)));
		const after = await countAgain(owners, senders);
		const sum = (name: 'unanswered' | 'later') => senders.reduce((total, { counts }) => total + counts[name], 0);
		const times = senders.map(({ took }) => took / 1000);
		const told = {
			lost: found.lost,
			double: found.double,
			'backwards for a laptop that reads': laptops.reduce((total, { counts }) => total + counts.backwards, 0),
			'acknowledgements lost': forgotten,
			'lost after all nodes were killed and started': after.lost,
			'double then': after.double
		};
		print(test.info(), {
			rooms: ROOMS,
			'envelopes taken (204)': taken,
			'seconds for all': seconds.toFixed(1),
			'tries without an answer': sum('unanswered'),
			'tries told to wait': sum('later'),
			'seconds until taken, half, 99 %, all': [0.5, 0.99, 1]
				.map((share) => quantile(times, share).toFixed(1))
				.join(', '),
			...told
		});
		expect(Object.values(told)).toEqual([0, 0, 0, 0, 0, 0]);
	} finally {
		await Promise.all([stays.kill(), goes.kill()]);
		await nats.stop();
		rmSync(folder, { recursive: true, force: true });
	}
});

/** What each phone was told is taken, against what its room gives. */
async function countAgain(owners: Owner[], senders: OneTimeSender[]): Promise<{ lost: number; double: number }> {
	const slots = new Map<string, string[]>();
	await atOnce(owners, 30, async (owner) => {
		for (const { slot, envelope } of await allOf(owner)) slots.set(slot, [...(slots.get(slot) ?? []), envelope]);
	});
	const isThere = ({ slot, envelope }: OneTimeSender) => slots.get(slot)?.includes(envelope.toString('base64url'));
	return {
		lost: senders.filter((sender) => !isThere(sender)).length,
		double: [...slots.values()].filter((envelopes) => envelopes.length > 1).length
	};
}

/** Of what the server took from laptops: how many a phone does not get, or gets otherwise. */
async function countForgotten(laptops: ReadingLaptop[], senders: OneTimeSender[], site: string): Promise<number> {
	const sent = new Map(laptops.flatMap(({ acknowledged }) => [...acknowledged]));
	let forgotten = 0;
	await atOnce(senders, 30, async (sender) => {
		const acknowledgement = sent.get(hashOf(sender.envelope));
		if (acknowledgement && (await sender.lookUp(site)) !== acknowledgement) forgotten += 1;
	});
	return forgotten;
}

/** Asked until it is answered. */
async function allOf(owner: Owner): Promise<Delivered[]> {
	const all: Delivered[] = [];
	for (;;) {
		const page = await owner.envelopes(all.at(-1)?.number).catch(() => undefined);
		all.push(...(page?.envelopes ?? []));
		if (page?.envelopes && !page.more) return all;
		if (!page?.envelopes) await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

/** Does something for each, so many at the same time. */
async function atOnce<Item>(items: readonly Item[], width: number, work: (item: Item) => Promise<void>): Promise<void> {
	const left = items.values();
	const worker = async () => {
		for (const item of left) await work(item);
	};
	await Promise.all(Array.from({ length: width }, worker));
}
