import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, Owner, Phone } from '../../builders/letterbox/clients';
import { ServerProcess } from '../../faults/letterbox/server-process';
import { exponent } from '../slope';
import { quantile } from '../statistics';
import type { Lab, Row, Scenario, Target } from '../setting/scenario';

/** What one machine's letterbox takes, and what it costs to keep a lot: server and clients share this machine. */
export const letterbox: Scenario = { name: 'letterbox', run };

/** So many are kept one after the other, each twice as many as before. */
const SIZES = [12_500, 25_000, 50_000, 100_000];
const KEPT = 100_000;
/** As many again take as long again, with what chance adds. */
const LINEAR: Target[] = [{ atMost: 1.1 }];
const A_ROOM = 30;
const AT_ONCE = 64;
/** An envelope of an anonymous measurement. */
const BYTES = 593;
const HALL = 300;
/** A round fills the store anew, which takes a minute; more of them tell nothing new. */
const MOST_ROUNDS = 3;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

async function run({ rounds, log }: Lab): Promise<readonly Row[]> {
	const measured: Awaited<ReturnType<typeof oneRound>>[] = [];
	for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round += 1) {
		measured.push(await oneRound(log));
	}
	const row = (measure: string, unit: Row['unit'], name: keyof (typeof measured)[number], targets?: Target[]): Row => ({
		measure,
		contender: 'app',
		unit,
		samples: measured.map((round) => round[name]),
		...(targets && { targets })
	});
	return [
		row(`letterbox: envelopes a second, the first ${KEPT / 2}`, '', 'firstHalf'),
		row(`letterbox: envelopes a second, the second ${KEPT / 2}`, '', 'secondHalf'),
		row(`letterbox: time to fill, exponent from ${SIZES[0]} to ${KEPT} kept`, '', 'timeExponent', LINEAR),
		row(`letterbox: memory more than empty, exponent from ${SIZES[0]} to ${KEPT} kept`, '', 'memoryExponent'),
		row('letterbox: memory, empty', 'MB', 'empty'),
		row(`letterbox: memory with ${KEPT} kept`, 'MB', 'full'),
		row(`letterbox: memory after a start with ${KEPT} kept`, 'MB', 'anew'),
		row(`letterbox: on the disk with ${KEPT} kept`, 'MB', 'disk'),
		row(`letterbox: start with ${KEPT} kept`, 'ms', 'start'),
		row(`letterbox: ${HALL} phones of one hall at once, 95 % answered`, 'ms', 'hall')
	];
}

async function oneRound(log: Lab['log']) {
	const folder = mkdtempSync(join(tmpdir(), 'letterbox-bench-'));
	const server = new ServerProcess(folder);
	try {
		await server.start();
		const empty = await number(server.site, 'memory_bytes');
		const filled = await fillTo(server.site, SIZES);
		const [half, all] = filled.slice(-2);
		const full = all?.memory ?? 0;
		const firstHalf = (KEPT / 2 / (half?.time ?? 0)) * 1000;
		const secondHalf = (KEPT / 2 / ((all?.time ?? 0) - (half?.time ?? 0))) * 1000;
		const timeExponent = exponent(filled);
		const memoryExponent = exponent(filled.map(({ size, memory }) => ({ size, time: Math.max(memory - empty, 1) })));
		log(`${Math.round(firstHalf)} and then ${Math.round(secondHalf)} envelopes a second`);
		log(`exponents ${timeExponent.toFixed(2)} of time, ${memoryExponent.toFixed(2)} of memory`);
		const hall = await fillHall(server.site);
		await server.stop();
		const before = performance.now();
		await server.start();
		const start = performance.now() - before;
		const anew = (await number(server.site, 'memory_bytes')) / 1e6;
		const disk = statSync(join(folder, 'data.mdb')).size / 1e6;
		const halves = { firstHalf, secondHalf, timeExponent, memoryExponent };
		return { empty: empty / 1e6, full: full / 1e6, anew, disk, ...halves, hall, start };
	} finally {
		await server.kill();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** @returns at each size the milliseconds of filling until there, and the bytes of memory */
async function fillTo(site: string, sizes: readonly number[]) {
	const points: { size: number; time: number; memory: number }[] = [];
	let [size, time] = [0, 0];
	for (const next of sizes) {
		time += await fill(site, next - size);
		size = next;
		points.push({ size, time, memory: await number(site, 'memory_bytes') });
	}
	return points;
}

/** @returns milliseconds, with the opening of their rooms */
async function fill(site: string, count: number): Promise<number> {
	const begun = performance.now();
	let left = count;
	const worker = async () => {
		while (left > 0) {
			const inRoom = Math.min(A_ROOM, left);
			left -= inRoom;
			const owner = new Owner(site);
			await owner.open();
			for (let n = 0; n < inRoom; n += 1) await put(new Phone(owner), owner);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return performance.now() - begun;
}

/** @returns milliseconds within which 95 of 100 phones had their answer, all beginning at the same moment */
async function fillHall(site: string): Promise<number> {
	const owner = new Owner(site);
	await owner.open();
	const begun = performance.now();
	const each = await Promise.all(
		Array.from({ length: HALL }, async () => {
			await put(new Phone(owner), owner);
			return performance.now() - begun;
		})
	);
	return quantile(each, 0.95);
}

/** @throws when it is not taken */
function put({ secret, slot }: Phone, { room, site }: Owner): Promise<void> {
	return new Promise((resolve, reject) => {
		const sent = request(
			`${site}letterbox/v1/rooms/${room}/slots/${slot}`,
			{
				agent,
				method: 'PUT',
				headers: {
					Authorization: `Bearer ${secret}`,
					'Content-Type': 'application/octet-stream',
					'Content-Length': BYTES
				}
			},
			(answer) => {
				answer
					.resume()
					.on('end', () => (answer.statusCode === 204 ? resolve() : reject(new Error(`${answer.statusCode}`))));
			}
		);
		sent.on('error', reject);
		sent.end(randomBytes(BYTES));
	});
}

async function number(site: string, name: string): Promise<number> {
	const { body } = await ask(site, 'metrics');
	return Number(new RegExp(`^letterbox_${name} (\\d+)$`, 'm').exec(String(body))?.[1]);
}
