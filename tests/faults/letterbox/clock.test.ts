import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { clean } from '../../../hosting/letterbox/cleaning.mjs';
import { Rooms } from '../../../hosting/letterbox/rooms.mjs';
import { EmbeddedStore } from '../../../hosting/letterbox/store/embedded.mjs';
import { RoomTime } from '../../../hosting/letterbox/time.mjs';
import { Chance, seed } from '../chance';
import { print } from '../counts';

const DAY = 24 * 3600 * 1000;
const ROOMS = 20;
const JUMPS = 200;

test('a clock that jumps by years, while it runs and while it is off, loses no envelope and keeps none for ever', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'letterbox-clock-'));
	const chance = new Chance(seed);
	let truth = Date.UTC(2026, 10, 30);
	let wrongBy = 0;
	const start = async () => {
		const store = new EmbeddedStore({ folder });
		const time = new RoomTime({ store, wall: () => truth + wrongBy, steady: () => truth });
		await time.start();
		return { store, time, rooms: new Rooms({ store, time }) };
	};
	let running = await start();
	const names = Array.from({ length: ROOMS }, (_, n) => `room${n}`);
	for (const room of names) {
		await running.rooms.open(room);
		await running.rooms.put(room, 'slot', new Uint8Array([1]));
	}
	let restarts = 0;
	// In six days: a clock that is years ahead for longer than a week, restart after restart, is believed.
	for (let jump = 0; jump < JUMPS; jump += 1) {
		truth += (6 * DAY) / JUMPS;
		await running.time.keep();
		wrongBy += (chance.below(20_001) - 10_000) * DAY;
		if (chance.below(3) === 0) {
			restarts += 1;
			await running.store.close();
			running = await start();
		}
		await clean(running);
	}
	const lost = ROOMS - (await running.store.list('slot.')).length;
	wrongBy = 0;
	for (let day = 0; day < 61; day += 1) {
		truth += DAY;
		await running.time.keep();
		await clean(running);
	}
	const kept = (await running.store.list('slot.')).length + (await running.store.list('room.')).length;
	print(test.info(), {
		'clock jumps of up to 27 years': JUMPS,
		'of which restarts': restarts,
		rooms: ROOMS,
		lost,
		'kept after 61 more days': kept
	});
	await running.store.close();
	rmSync(folder, { recursive: true });
	expect({ lost, kept }).toEqual({ lost: 0, kept: 0 });
});
