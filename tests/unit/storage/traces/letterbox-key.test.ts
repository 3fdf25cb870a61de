import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { hurry } from '../../../builders/fast-clock';
import { aLetterbox } from '../../../builders/records';
import { Device, mendAll, openTab, type Tab } from '../faults/device';
import { Ending } from '../faults/ended';
import { FaultyStorage } from '../faults/faulty-storage';
import { MEASUREMENTS } from './ways-in';
import { beginTab, everything } from './whole-device';

/** What opens envelopes: where it is, and that it is nowhere once the screen says so. */

const [measurementId, other] = MEASUREMENTS;
const letterbox = { measurementId, ...aLetterbox() };
const { privateKey } = letterbox;

afterEach(mendAll);

async function close(tab: Tab, id: string): Promise<void> {
	await tab.changeMeasurement(id, (measurement) => ({ ...measurement, status: 'closed' }));
}

async function beginWithLetterbox(): Promise<{ device: Device; tab: Tab }> {
	const device = new Device();
	const tab = await beginTab();
	await tab.addLetterbox(letterbox);
	return { device, tab };
}

test('it is in the database and in the journal, and comes back when the database is lost', async () => {
	const { device, tab } = await beginWithLetterbox();
	await vi.waitFor(() => expect(tab.copiesKept()).toBe(2));
	expect(device.disk.text).toContain(privateKey);
	await tab.closeDatabase();
	indexedDB.deleteDatabase('samenwerkingsmeter');

	const again = await openTab();
	expect(await again.loadLetterbox(measurementId)).toEqual(letterbox);
	await again.closeDatabase();
});

const erasures: [string, (tab: Tab) => Promise<unknown>][] = [
	['its measurement was removed', (tab) => tab.deleteMeasurement(measurementId)],
	['sixty days went by', (tab) => tab.eraseOldLetterboxes('2026-04-30')]
];

test.each(erasures)('it is nowhere on the device once %s', async (_, erase) => {
	const { device, tab } = await beginWithLetterbox();
	await erase(tab);
	expect(await everything(device)).not.toContain(privateKey);
	await tab.closeDatabase();
});

test('it is nowhere on the device once the first figures were shown', async () => {
	const { device, tab } = await beginWithLetterbox();
	await close(tab, measurementId);
	expect(await tab.sealForShowing(measurementId, () => true)).toBe(true);
	expect(await everything(device)).not.toContain(privateKey);
	await tab.closeDatabase();
});

test('until then it stays: before sixty days, and when nothing showed', async () => {
	const { tab } = await beginWithLetterbox();
	await tab.eraseOldLetterboxes('2026-04-29');
	await close(tab, measurementId);
	await tab.sealForShowing(measurementId, () => false);
	expect(await tab.loadLetterbox(measurementId)).toEqual(letterbox);
	await tab.closeDatabase();
});

test('where the host could not be told yet, what asks it to empty the letterbox stays, and goes once it is told', async () => {
	const { device, tab } = await beginWithLetterbox();
	await close(tab, measurementId);
	await tab.noteLetterbox(letterbox, 'emptying');
	await tab.sealForShowing(measurementId, () => true);
	expect(await tab.loadLetterboxes()).toEqual([{ ...letterbox, privateKey: '', status: 'emptying' }]);

	await tab.noteLetterbox(letterbox, 'closed');

	expect(await everything(device)).not.toContain(letterbox.roomSecret);
	await tab.closeDatabase();
});

test('one that another tab made meanwhile stays, and a closed measurement gets none', async () => {
	const { tab } = await beginWithLetterbox();
	expect(await tab.addLetterbox({ ...letterbox, roomId: 'q'.repeat(22) })).toEqual(letterbox);
	await close(tab, other);
	expect(await tab.addLetterbox({ ...letterbox, measurementId: other })).toBeUndefined();
	expect(await tab.loadLetterbox(other)).toBeUndefined();
	await tab.closeDatabase();
});

test('a browser that ends at whatever moment finds the letterbox whole or not at all, and an acknowledged one whole', async () => {
	for (let killedAfter = 1; killedAfter <= 14; killedAfter += 1) {
		hurry();
		const device = new Device();
		const storage = new FaultyStorage();
		const tab = await beginTab();
		const ending = new Ending(killedAfter, device, storage, { asked: () => undefined, deleting: () => undefined });
		storage.watcher = ending;
		const acknowledged = await tab.addLetterbox(letterbox).then(
			() => !ending.hasEnded,
			() => false
		);
		ending.end();
		await tab.closeDatabase();
		await ending.startAgain();

		const again = await openTab();
		const found = await again.loadLetterbox(measurementId);
		if (acknowledged || found) expect(found).toEqual(letterbox);
		await again.closeDatabase();
		mendAll();
	}
});
