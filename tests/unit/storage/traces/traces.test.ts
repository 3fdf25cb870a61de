import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { foldContent } from '$lib/storage/journal/fold';
import { JournalKeeper } from '$lib/storage/journal/keeper';
import { readDatabaseOf } from '$lib/storage/journal/read-database';
import { hurry } from '../../../builders/fast-clock';
import { patience, runs } from '../../../property-runs';
import { Device, mendAll, NAME, openTab, type Tab, type WorkerMood } from '../faults/device';
import { arrivals, comeIn, keptText, MEASUREMENTS, replacedTexts, type Arrival } from './ways-in';
import { beginTab, databaseText, everything } from './whole-device';

vi.setConfig({ testTimeout: patience(600_000) });

/** Long after anything else that has a date. */
const BEGIN = Date.UTC(2031, 4, 6, 7, 8, 9, 123);
/** As ISO text, and in milliseconds and seconds since 1970: the first digits. */
const TIMES = ['2031-', '19357', '19358', '19359'];

afterEach(mendAll);

/**
 * From here on it is later with every step, and chance gives the same names each time.
 * @param hurries whether waiting takes a fraction of its time: then a busy machine may have people
 * told that one copy is behind
 */
function begin({ hurries } = { hurries: true }): Device {
	if (hurries) hurry();
	vi.useFakeTimers({ toFake: ['Date'], now: BEGIN });
	let drawn = 0;
	vi.spyOn(crypto, 'getRandomValues').mockImplementation((into) => {
		drawn += 1;
		(into as Uint8Array).fill(drawn % 251);
		return into;
	});
	return new Device();
}

function settled(tab: Tab): Promise<void> {
	return vi.waitFor(() => expect(tab.journalHealth()).not.toBe('troubled'));
}

/** Everything comes in, in this order; then the browser is closed and opened again. */
async function deviceAfter(order: readonly Arrival[], mood: WorkerMood): Promise<string> {
	const device = begin();
	device.mood = mood;
	const tab = await beginTab();
	for (const one of order) {
		vi.setSystemTime(Date.now() + 61_007);
		await comeIn(tab, one);
	}
	device.mood = 'alive';
	await settled(tab);
	await tab.closeDatabase();
	vi.setSystemTime(Date.now() + 3_600_000);
	const again = await openTab();
	await again.loadResponses(MEASUREMENTS[0]);
	await vi.waitFor(() => expect(again.journalHealth()).toBe('kept'));
	const found = await everything(device);
	await again.closeDatabase();
	mendAll();
	return found.replace(LAST_WRITER, '"by":"by chance"');
}

/**
 * Drawn for every write. How often chance was asked before it depends on the machine: what is tried anew draws again.
 */
const LAST_WRITER = /"by":"([0-9a-f]{2})\1{15}"/g;

describe('beside an anonymous response', () => {
	test('nothing on the device tells when or in which order it came, whatever the way in', async () => {
		await fc.assert(
			fc.asyncProperty(
				arrivals(2, 6).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
				fc.constantFrom<WorkerMood>('alive', 'alive', 'hangs', 'missing'),
				async ([all, other], mood) => {
					const found = await deviceAfter(all, mood);
					for (const one of all) expect(found).toContain(keptText(one));
					for (const time of TIMES) expect(found).not.toContain(time);
					expect(await deviceAfter(other, mood)).toBe(found);
				}
			),
			{ numRuns: runs(4) }
		);
	});
});

describe('what was replaced or deleted', () => {
	test('is nowhere on the device once the screen says so', async () => {
		await fc.assert(
			fc.asyncProperty(arrivals(1, 4), async (all) => {
				const device = begin({ hurries: false });
				const tab = await beginTab();
				const gone: string[] = [];
				for (const one of all) {
					await comeIn(tab, one);
					gone.push(...replacedTexts(one));
					const found = await everything(device);
					expect(found).toContain(keptText(one));
					for (const text of gone) expect(found).not.toContain(text);
				}
				const removed = await tab.deleteMeasurement(MEASUREMENTS[0]);
				const after = await everything(device);
				const deleted = all.filter(({ measurement }) => measurement === 0);
				for (const one of deleted) expect(after).not.toContain(one.id);

				if (removed) await tab.putBackRecords(removed);
				const undone = await everything(device);
				for (const one of all) expect(undone).toContain(keptText(one));
				for (const text of gone) expect(undone).not.toContain(text);
				await tab.closeDatabase();
				mendAll();
			}),
			{ numRuns: runs(6) }
		);
	});

	test('is gone after the next start when the browser was killed at any moment, and nothing acknowledged is lost', async () => {
		await fc.assert(
			fc.asyncProperty(
				arrivals(1, 3),
				fc.nat(120),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.boolean(),
				async (all, survives, torn, deletes) => {
					const device = begin();
					const tab = await beginTab();
					device.disk.writesLeft = survives;
					device.disk.torn = torn;
					const inTwoPlaces: Arrival[] = [];
					for (const one of all) {
						await comeIn(tab, one);
						if (tab.copiesKept() === 2) inTwoPlaces.push(one);
					}
					if (deletes) await tab.deleteMeasurement(MEASUREMENTS[0]);
					const left = device.disk.copy();
					const keeper = new JournalKeeper(left, readDatabaseOf(NAME));
					const content = await keeper.read();
					const there = [...(content ? (foldContent(content, idOf).get('responses')?.values() ?? []) : [])];
					const text = JSON.stringify(there);
					if (!deletes) for (const one of inTwoPlaces) expect(text).toContain(keptText(one));

					expect(await keeper.check()).toEqual({ kind: 'same' });

					const found = `${left.text}\n${await databaseText()}`;
					for (const one of all) {
						for (const replaced of replacedTexts(one)) expect(found).not.toContain(replaced);
						if (deletes && one.measurement === 0) expect(found).not.toContain(one.id);
						else expect(left.text).toContain(keptText(one));
					}
					device.disk.writesLeft = Infinity;
					await settled(tab);
					await tab.closeDatabase();
					mendAll();
				}
			),
			{ numRuns: runs(15) }
		);
	});
});

function idOf(store: string): string | undefined {
	return store === 'responses' ? 'id' : undefined;
}
