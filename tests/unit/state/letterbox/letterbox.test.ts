import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MeasurementDesk } from '$lib/state/desk/measurement-desk.svelte';
import { Letterbox } from '$lib/state/letterbox/letterbox.svelte';
import { sealForShowing } from '$lib/storage/records/for-figures';
import { loadLetterbox } from '$lib/storage/records/letterboxes';
import { loadResponse, loadResponses } from '$lib/storage/records/responses';
import { wipeDatabase } from '$lib/storage/connection/database';
import { startLetterbox } from '../../../../.tools/serve/letterbox.mjs';
import { DroppingPhone } from '../../../builders/letterbox/dropping-phone';
import { aMeasurement, anItem, responseOf } from '../../../builders/records';
import { storeMeasurements } from '../../../builders/stored-records';
import { startBrowser, type FakeBrowser } from './browser';

const WORD = 'dorpsplein';
const site = mkdtempSync(join(tmpdir(), 'site-'));
const store = mkdtempSync(join(tmpdir(), 'store-'));
const measurement = aMeasurement({ privacy: { mode: 'anoniem', threshold: 3 }, ways: [] });
const { id } = measurement;

let served: Awaited<ReturnType<typeof startLetterbox>>;
let browser: FakeBrowser;
let desk: MeasurementDesk;
let letterbox: Letterbox;
/** What a test left open. */
let stops: (() => void)[] = [];

const start = (port = 0) => startLetterbox({ site, folder: store, port, settings: { word: WORD } });
const portOf = () => Number(new URL(served.url).port);

beforeAll(async () => {
	served = await start();
});
afterAll(async () => {
	await served.close();
	for (const folder of [site, store]) rmSync(folder, { recursive: true, force: true });
});

/** A page of the measurement, in a tab of its own or not. */
async function openPage(): Promise<{ desk: MeasurementDesk; letterbox: Letterbox }> {
	const opened = await MeasurementDesk.open(id);
	stops.push(opened.follow());
	return {
		desk: opened,
		letterbox: new Letterbox(
			() => opened,
			() => served.url
		)
	};
}

beforeEach(async () => {
	browser = startBrowser();
	await wipeDatabase();
	await storeMeasurements(measurement);
	({ desk, letterbox } = await openPage());
});
afterEach(() => {
	for (const stop of stops) stop();
	stops = [];
	vi.unstubAllGlobals();
});

async function switchOn(): Promise<string> {
	await letterbox.switchOn(WORD);
	expect(letterbox.problem).toBeUndefined();
	await vi.waitFor(() => expect(letterbox.isOn).toBe(true));
	return desk.letterboxAddress?.roomId ?? '';
}

function listen(one = { desk, letterbox }): void {
	const stored = one.desk.letterbox;
	if (!stored) throw new Error('no letterbox');
	stops.push(one.letterbox.listen(stored));
}

const phone = () => new DroppingPhone(served.url, desk);
const person = (number: number, changes: Parameters<typeof responseOf>[2] = {}) =>
	responseOf(id, `00000000a${number}`, changes);
const isIn = (one: DroppingPhone, roomId: string) => vi.waitFor(async () => expect(await one.isIn(roomId)).toBe(true));

test('it is offered where the host has one, opens at the word of the host, and the link has its address', async () => {
	await letterbox.look();
	expect(letterbox.host).toEqual({ asksWord: true });
	expect(letterbox.isOffered).toBe(true);
	await letterbox.switchOn('kerktoren');
	expect(letterbox.problem).toContain('niet het wachtwoord van deze website');
	expect(await loadLetterbox(id)).toBeUndefined();

	const roomId = await switchOn();

	expect(letterbox.isOffered).toBe(false);
	expect(desk.letterboxAddress).toEqual({ roomId, publicKey: desk.letterbox?.publicKey });
	expect(await loadLetterbox(id)).toMatchObject({ roomId, status: 'open' });
});

test('what was dropped before and while the desk is open comes in once, and each phone is told after it is stored', async () => {
	const roomId = await switchOn();
	const [before, during] = [phone(), phone()];
	expect(await before.drop(person(1))).toBe('done');
	listen();
	await isIn(before, roomId);
	expect(letterbox.told).toEqual({ state: 'live', skipped: 0 });
	await during.drop(person(2, { groupId: 'verenigingen' }));
	await isIn(during, roomId);
	// Changed on the phone: it takes the place of the first.
	await before.drop(person(1, { revision: 2, answers: { [anItem]: 1 } }));
	await isIn(before, roomId);

	expect((await loadResponses(id)).map((one) => [one.id, one.revision])).toEqual([
		['00000000a1', 2],
		['00000000a2', 1]
	]);
	expect(desk.measurement.ways).toEqual(['phone']);
	expect(desk.responseCount).toBe(2);
});

test('an envelope that does not open is counted once, never acknowledged, and keeps nothing else out', async () => {
	const roomId = await switchOn();
	const [stranger, someone] = [phone(), phone()];
	await stranger.put(roomId, new Uint8Array(593).fill(7));
	await someone.drop(person(1));
	listen();
	await isIn(someone, roomId);
	await vi.waitFor(() => expect(letterbox.told).toEqual({ state: 'live', skipped: 1 }));
	browser.online();
	await vi.waitFor(() => expect(letterbox.told).toEqual({ state: 'live', skipped: 1 }));

	expect(await stranger.isIn(roomId)).toBe(false);
	expect(await loadResponses(id)).toHaveLength(1);
});

test('of two tabs one has the line, both tell how it stands, and the other goes on when the first is closed', async () => {
	const roomId = await switchOn();
	const other = await openPage();
	listen();
	await vi.waitFor(() => expect(letterbox.told.state).toBe('live'));
	listen(other);
	await vi.waitFor(() => expect(other.letterbox.told.state).toBe('live'));
	const { streams } = await metrics();
	expect(streams).toBe(1);

	stops.splice(stops.length - 2, 1)[0]?.();
	const late = phone();
	await late.drop(person(1));
	await isIn(late, roomId);
});

async function metrics(): Promise<{ streams: number }> {
	const text = await (await fetch(`${served.url}letterbox/metrics`)).text();
	return { streams: Number(/streams\D*? (\d+)/.exec(text)?.[1]) };
}

test('a letterbox that is away for a while is tried again, and gives all that it holds', async () => {
	const roomId = await switchOn();
	listen();
	await vi.waitFor(() => expect(letterbox.told.state).toBe('live'));
	const port = portOf();
	await served.close();
	await vi.waitFor(() => expect(letterbox.told.state).toBe('trying'));
	served = await start(port);
	const someone = phone();
	await someone.drop(person(1));
	browser.online();
	await isIn(someone, roomId);
	expect(letterbox.told.state).toBe('live');
});

describe('closing', () => {
	test('takes in what lies there, empties it at the host, and opening the measurement again opens the same room', async () => {
		const roomId = await switchOn();
		const someone = phone();
		await someone.drop(person(1));
		expect(await letterbox.fetch()).toBe(true);
		expect(await loadResponse('00000000a1')).toBeDefined();
		await desk.close();
		await letterbox.afterClosing();
		expect(await loadLetterbox(id)).toMatchObject({ roomId, status: 'closed' });
		await vi.waitFor(() => expect(letterbox.isOn).toBe(false));
		const { secret } = someone;
		expect(secret).toHaveLength(32);
		expect(await someone.put(roomId, new Uint8Array(593))).toBe('no-room');

		await desk.reopen();
		await letterbox.afterReopening();

		await vi.waitFor(() => expect(desk.letterboxAddress?.roomId).toBe(roomId));
		expect(await phone().drop(person(2))).toBe('done');
	});

	test('says that the letterbox does not answer, keeps in mind to empty it, and does so at the next visit', async () => {
		const roomId = await switchOn();
		const someone = phone();
		const port = portOf();
		await served.close();
		expect(await letterbox.fetch()).toBe(false);
		await desk.close();
		await letterbox.afterClosing();
		expect(await sealForShowing(id, () => true)).toBe(true);
		expect(await loadLetterbox(id)).toMatchObject({ status: 'emptying', privateKey: '' });

		served = await start(port);
		const next = await openPage();
		await next.letterbox.look();

		expect(await loadLetterbox(id)).toBeUndefined();
		expect(await someone.put(roomId, new Uint8Array(593))).toBe('no-room');
	});

	test('on another laptop is heard here: nothing is dropped any more, and it can be switched on again', async () => {
		const roomId = await switchOn();
		listen();
		await vi.waitFor(() => expect(letterbox.told.state).toBe('live'));
		const { roomSecret } = (await loadLetterbox(id)) ?? {};
		await fetch(`${served.url}letterbox/v1/rooms/${roomId}`, {
			method: 'DELETE',
			headers: { Authorization: `Bearer ${roomSecret}` }
		});
		await vi.waitFor(() => expect(letterbox.told.state).toBe('closed'));
		await vi.waitFor(() => expect(letterbox.isOn).toBe(false));

		await letterbox.switchOn();

		await vi.waitFor(() => expect(desk.letterboxAddress?.roomId).toBe(roomId));
	});
});

test('switched off by hand it stays off when the measurement closes and opens again', async () => {
	await switchOn();
	await letterbox.switchOff();
	await vi.waitFor(() => expect(letterbox.isOn).toBe(false));
	await desk.close();
	await letterbox.afterClosing();
	await desk.reopen();
	await letterbox.afterReopening();
	expect(await loadLetterbox(id)).toMatchObject({ status: 'closed' });

	// Switched on by hand, it goes and comes with the measurement again.
	await letterbox.switchOn(WORD);
	await vi.waitFor(() => expect(letterbox.isOn).toBe(true));
	await desk.close();
	await letterbox.afterClosing();
	await vi.waitFor(() => expect(desk.letterbox?.reopens).toBe(true));
	await desk.reopen();
	await letterbox.afterReopening();
	await vi.waitFor(() => expect(letterbox.isOn).toBe(true));
	expect(await loadLetterbox(id)).not.toHaveProperty('reopens');
});

test('switched off by hand it gives what it holds first, and one that does not answer stays on', async () => {
	await switchOn();
	await phone().drop(person(1));
	listen();
	await vi.waitFor(() => expect(letterbox.told.state).toBe('live'));
	await letterbox.switchOff();
	expect(letterbox.told.state).not.toBe('closed');
	expect(await loadLetterbox(id)).toMatchObject({ status: 'closed' });
	expect(await loadResponses(id)).toHaveLength(1);
	await vi.waitFor(() => expect(letterbox.isOn).toBe(false));
	await letterbox.switchOn();
	await vi.waitFor(() => expect(letterbox.isOn).toBe(true));
	const port = portOf();
	await served.close();

	await letterbox.switchOff();

	expect(letterbox.problem).toContain('blijft aan');
	expect(letterbox.isOn).toBe(true);
	served = await start(port);
});
