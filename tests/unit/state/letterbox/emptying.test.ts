import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { letOtherDeviceShow } from '$lib/state/desk/own-device';
import { emptyRooms } from '$lib/state/letterbox/empty-rooms';
import { Letterbox } from '$lib/state/letterbox/letterbox.svelte';
import { beforeWipingRooms } from '$lib/state/tab/wiped-rooms';
import { loadLetterboxes } from '$lib/storage/records/letterboxes';
import { loadMeasurement } from '$lib/storage/records/measurements';
import { wipeDatabase } from '$lib/storage/connection/database';
import { startLetterbox } from '../../../../.tools/serve/letterbox.mjs';
import { dumpDatabase } from '../../../builders/dump-database';
import { DroppingPhone } from '../../../builders/letterbox/dropping-phone';
import { aMeasurement, responseOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';
import { patience, runs } from '../../../property-runs';
import { startBrowser } from './browser';

/** What becomes of a letterbox at its host when its measurement is removed. */

const site = mkdtempSync(join(tmpdir(), 'site-'));
const store = mkdtempSync(join(tmpdir(), 'store-'));
const measurement = aMeasurement({ privacy: { mode: 'anoniem', threshold: 3 }, ways: [] });
const { id } = measurement;
let served: Awaited<ReturnType<typeof startLetterbox>>;

beforeAll(async () => {
	served = await startLetterbox({ site, folder: store, port: 0, settings: {} });
});
afterAll(async () => {
	await served.close();
	for (const folder of [site, store]) rmSync(folder, { recursive: true, force: true });
});
beforeEach(begin);

async function begin(): Promise<void> {
	vi.unstubAllGlobals();
	startBrowser();
	await wipeDatabase();
	await storeMeasurements(measurement);
}

/** The desk of the measurement in a tab; `leave` is what happens when the page goes, by itself or by a kill. */
async function openDesk(): Promise<{ desk: MeasurementDesk; leave: () => void }> {
	const desk = await MeasurementDesk.open(id);
	return { desk, leave: desk.follow() };
}

/** With a letterbox that is on, and one phone's envelope in it. */
async function withLetterbox() {
	const { desk, leave } = await openDesk();
	await new Letterbox(
		() => desk,
		() => served.url
	).switchOn('');
	await vi.waitFor(() => expect(desk.letterboxAddress).toBeDefined());
	const { roomId = '' } = desk.letterboxAddress ?? {};
	const { privateKey = '' } = desk.letterbox ?? {};
	const phone = new DroppingPhone(served.url, desk);
	expect(await phone.drop(responseOf(id, '00000000a1'))).toBe('done');
	/** Whether the host still takes envelopes there: what a phone learns that sends again. */
	const isThere = async () => (await phone.put(roomId, new Uint8Array(593))) === 'done';
	return { desk, leave, roomId, privateKey, isThere };
}

const visit = (at = served.url) => emptyRooms(at);
const UNREACHABLE = 'http://127.0.0.1:9/';
/** The name of another laptop. */
const OTHER = 'f'.repeat(32);

describe('a measurement that is removed', () => {
	test('leaves its letterbox alone as long as it can be put back, and has it emptied after that', async () => {
		const { desk, leave, isThere, privateKey } = await withLetterbox();

		await desk.remove();
		expect(desk.removed?.leavesLetterbox).toBe(true);
		expect(JSON.stringify(await dumpDatabase())).not.toContain(privateKey);
		await visit();
		expect(await isThere()).toBe(true);

		leave();
		await visit();
		expect(await isThere()).toBe(false);
		expect(await loadLetterboxes()).toEqual([]);
	});

	test('comes back with the same letterbox, and the key that opens it', async () => {
		const { desk, leave, isThere, privateKey, roomId } = await withLetterbox();

		await desk.remove();
		await desk.undoRemove();
		leave();
		await visit();

		expect(await isThere()).toBe(true);
		expect(await loadLetterboxes()).toMatchObject([{ measurementId: id, roomId, privateKey, status: 'open' }]);
	});

	test('of which the host does not answer is told to it at a next visit', async () => {
		const { desk, leave, isThere } = await withLetterbox();

		await desk.remove();
		leave();
		await visit(UNREACHABLE);
		expect(await isThere()).toBe(true);

		await visit();
		expect(await isThere()).toBe(false);
	});
});

test('on a laptop that only collects leaves the letterbox to the one that shows it', async () => {
	const { desk, leave, isThere } = await withLetterbox();
	expect(await letOtherDeviceShow(id, OTHER)).toBeNull();

	await desk.remove();
	expect(desk.removed?.leavesLetterbox).toBe(false);
	leave();
	await visit();

	expect(await isThere()).toBe(true);
});

test('is emptied when the device is wiped, and what could not be emptied is counted', async () => {
	const { leave, isThere } = await withLetterbox();
	leave();
	const cut = await beforeWipingRooms(UNREACHABLE);
	expect(await cut()).toEqual({ emptied: 0, left: 1 });
	expect(await isThere()).toBe(true);

	const empty = await beforeWipingRooms(served.url);
	await wipeDatabase();
	expect(await empty()).toEqual({ emptied: 1, left: 0 });
	expect(await isThere()).toBe(false);
});

/** What may happen to a measurement with a letterbox, in any order; what can go wrong most often. */
const step = fc.constantFrom(
	...(['remove', 'remove', 'visit', 'visit', 'undo', 'leave', 'open', 'visit without network'] as const)
);

test(
	'in whatever order people remove, put back, leave and come again, with and without network, no letterbox of a measurement that is here, or may come back, is emptied, and none of one that is gone stays',
	async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
				await begin();
				const { isThere, ...first } = await withLetterbox();
				let { desk, leave } = first;
				let hasLeft = false;
				for (const one of steps) {
					if (one === 'visit') await visit();
					if (one === 'visit without network') await visit(UNREACHABLE);
					if (one === 'leave') {
						leave();
						hasLeft = true;
					}
					if (one === 'open' && hasLeft && (await loadMeasurement(id))) {
						({ desk, leave } = await openDesk());
						hasLeft = false;
					}
					if (!hasLeft && one === 'remove' && !desk.removed) await desk.remove();
					if (!hasLeft && one === 'undo' && desk.removed) await desk.undoRemove();
					const mayStay = (await loadMeasurement(id)) !== undefined || (!hasLeft && desk.removed !== undefined);
					if (mayStay) expect(await isThere(), `after ${one}`).toBe(true);
				}
				leave();
				await visit();
				expect(await isThere()).toBe((await loadMeasurement(id)) !== undefined);
			}),
			{ numRuns: runs(25) }
		);
	},
	patience(30_000)
);
