import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Owner } from '../../builders/letterbox/clients';
import { Chance, kills, seed } from '../chance';
import { print } from '../counts';
import { PersistentPhone, read } from './persistent-phone';
import { ReadingLaptop } from './reading-laptop';
import { ServerProcess } from './server-process';

const PHONES = 12;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a letterbox that is killed at any moment loses no envelope that it took, and has none twice', async () => {
	test.setTimeout(kills * 2 * 10_000);
	const folder = mkdtempSync(join(tmpdir(), 'letterbox-kills-'));
	const chance = new Chance(seed);
	const server = new ServerProcess(folder);
	await server.start();
	const owner = new Owner(server.site);
	await owner.open();
	const phones = Array.from(
		{ length: PHONES },
		(_, number) => new PersistentPhone(owner, number, new Chance(seed + number))
	);
	const laptop = new ReadingLaptop(owner);
	let ended = false;
	const working = [...phones.map((phone) => phone.sendUntil(() => ended)), laptop.readUntil(() => ended)];

	let lost = 0;
	for (let killed = 0; killed < 2 * kills; killed += 1) {
		await pause(20 + chance.below(400));
		const taken = phones.map((phone) => phone.taken);
		await server.kill();
		await server.start();
		lost += await missing(owner, taken);
	}
	ended = true;
	await Promise.all(working);

	lost += await missing(
		owner,
		phones.map((phone) => phone.taken)
	);
	let forgotten = 0;
	for (const phone of phones) {
		const sent = laptop.acknowledged.get(phone.hashOf(phone.taken));
		const { body } = await phone.look();
		if (sent !== undefined && (body as { acknowledgement: string }).acknowledgement !== sent) forgotten += 1;
	}
	const double = [...laptop.numbers.values()].filter((numbers) => numbers.size > 1).length;
	const sum = (name: 'taken' | 'unanswered' | 'later') => phones.reduce((total, { counts }) => total + counts[name], 0);
	const found = { lost, double, backwards: laptop.counts.backwards, forgotten };
	print(test.info(), {
		'kill -9': 2 * kills,
		'envelopes taken (204)': sum('taken'),
		'puts without an answer': sum('unanswered'),
		'puts told to wait': sum('later'),
		'read by the laptop': laptop.counts.read,
		'acknowledgements taken': laptop.acknowledged.size,
		...found
	});
	expect(await server.stop()).toBe(0);
	rmSync(folder, { recursive: true });
	expect(sum('taken')).toBeGreaterThan(kills);
	expect(found).toEqual({ lost: 0, double: 0, backwards: 0, forgotten: 0 });
});

/** How many phones whose last version, or a newer one, is not in the room. */
async function missing(owner: Owner, taken: number[]): Promise<number> {
	const { envelopes } = await owner.envelopes();
	const held = new Map(envelopes.map(({ envelope }) => [read(envelope).phone, read(envelope).version]));
	return taken.filter((version, phone) => version > 0 && (held.get(phone) ?? 0) < version).length;
}
