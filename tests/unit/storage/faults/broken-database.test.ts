import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '$lib/domain/measurement/measurement';
import { hurry } from '../../../builders/fast-clock';
import { begin, MEASUREMENT } from './beginning';
import { Device, mendAll, NAME, openTab, type Tab, type WorkerMood } from './device';
import { FaultyStorage } from './faulty-storage';

let device: Device;
let storage: FaultyStorage;

beforeEach(() => {
	hurry();
	device = new Device();
	storage = new FaultyStorage();
});
afterEach(mendAll);

async function answer(tab: Tab, itemId: string, given: Answer): Promise<void> {
	await tab.saveJointAnswer({ measurementId: MEASUREMENT, groupId: 'gemeente', itemId }, given);
}

async function answersIn(tab: Tab): Promise<unknown> {
	return (await tab.loadJointResponses(MEASUREMENT))[0]?.answers;
}

/** Two answers in database and journal, the second one changed. */
async function answered(): Promise<Tab> {
	const tab = await begin();
	await answer(tab, 'a', 3);
	await answer(tab, 'b', 2);
	await answer(tab, 'a', 5);
	await vi.waitFor(() => expect(tab.copiesKept()).toBe(2));
	return tab;
}

describe('opening that fails once to five times', () => {
	test.each(
		['UnknownError', 'InternalError', 'AbortError', 'DataError', 'QuotaExceededError', 'SecurityError'].flatMap(
			// How often is not told apart by name: all of them once, and of each the fewest and the most.
			(name) => (name === 'UnknownError' ? [1, 2, 3, 4, 5] : [1, 5]).map((times) => [name, times] as const)
		)
	)('with %s, %i times, while the journal is behind: nothing is lost, and nothing is deleted', async (name, times) => {
		const tab = await answered();
		device.mood = 'hangs';
		await answer(tab, 'a', 4);
		await answer(tab, 'b', 5);
		expect(tab.copiesKept()).toBe(1);
		await tab.closeDatabase();

		storage.arm({ place: 'open', name, times });
		const again = await openTab();

		expect(await answersIn(again)).toEqual({ a: 4, b: 5 });
		expect(storage.deleted).not.toContain(NAME);
		await settle(tab, again);
	});
});

describe('a worker that', () => {
	test.each<WorkerMood>(['hangs', 'dies', 'missing', 'refused', 'slow'])(
		'%s: people answer on, in one place as it says, and all comes into the journal when it is back',
		async (mood) => {
			device.mood = mood;
			const tab = await begin();
			for (const given of [1, 2, 3, 4, 5, 1] as const) {
				await answer(tab, 'a', given);
				expect(tab.copiesKept()).toBe(1);
			}

			device.mood = 'alive';
			await vi.waitFor(() => expect(tab.copiesKept()).toBe(2));
			await settle(tab);
		}
	);
});

describe('a database that nobody can open any more', () => {
	test('while the journal is complete: it is made again, and the broken one goes only after the new one was read', async () => {
		await (await answered()).closeDatabase();
		storage.broken.add(NAME);
		const again = await openTab();
		const heard: unknown[] = [];
		again.onChange((change) => heard.push(change));

		expect(await answersIn(again)).toEqual({ a: 5, b: 2 });

		expect(storage.deleted).toContain(NAME);
		expect(storage.made.indexOf('samenwerkingsmeter hersteld')).toBeLessThan(storage.deleted.indexOf(NAME));
		expect(heard).toContainEqual(expect.objectContaining({ kind: 'restored', partnerships: 1, measurements: 1 }));
		expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([NAME]);
		await answer(again, 'c', 1);
		await vi.waitFor(() => expect(again.copiesKept()).toBe(2));
		await settle(again);
	});

	test.each<[string, (tab: Tab) => Promise<void>]>([
		[
			'the journal is behind',
			async (tab) => {
				device.mood = 'hangs';
				await answer(tab, 'c', 1);
				await tab.closeDatabase();
			}
		],
		[
			'the browser forgot how much there was',
			async (tab) => {
				device.forgetMemory();
				await tab.closeDatabase();
			}
		],
		[
			'the worker cannot be asked',
			async (tab) => {
				device.mood = 'missing';
				await tab.closeDatabase();
			}
		],
		['another tab still reads it', () => Promise.resolve()],
		[
			'a line of the journal is damaged',
			async (tab) => {
				const used = device.disk.bytes(0).length > 0 ? device.disk.bytes(0) : device.disk.bytes(1);
				const place = used.length - 60;
				used[place] = (used[place] ?? 0) ^ 1;
				await tab.closeDatabase();
			}
		]
	])('while %s: it is left alone, and the reason is said', async (_, change) => {
		const tab = await answered();
		await change(tab);
		storage.broken.add(NAME);
		const again = await openTab();

		await expect(answersIn(again)).rejects.toMatchObject({ problem: 'unreadable' });

		expect(again.needsReload()).toBe(true);
		expect(storage.deleted).not.toContain(NAME);
		storage.broken.clear();
		device.mood = 'alive';
		expect(await answersIn(again)).toMatchObject({ a: 5, b: 2 });
		expect(again.needsReload()).toBe(false);
		await settle(tab, again);
	});

	test('because no database opens: nothing is deleted, and a reload is said to help', async () => {
		await (await answered()).closeDatabase();
		storage.breakAll = true;
		const again = await openTab();

		await expect(answersIn(again)).rejects.toMatchObject({ problem: 'unreachable' });

		expect(again.needsReload()).toBe(true);
		expect(storage.deleted).not.toContain(NAME);
		storage.breakAll = false;
		expect(await answersIn(again)).toEqual({ a: 5, b: 2 });
		await settle(again);
	});
});

/** What tabs still have to do must not come over the next test. */
async function settle(...tabs: Tab[]): Promise<void> {
	storage.arm();
	device.mood = 'alive';
	for (const tab of tabs) {
		await vi.waitFor(() => expect(tab.journalHealth()).not.toBe('troubled'));
		await tab.closeDatabase();
	}
}
