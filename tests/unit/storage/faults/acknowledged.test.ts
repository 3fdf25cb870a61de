import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '$lib/domain/measurement/measurement';
import { hurry } from '../../../builders/fast-clock';
import { isLong, patience, runs } from '../../../property-runs';
import { begin, MEASUREMENT } from './beginning';
import { Device, mendAll, NAME, openTab, type WorkerMood } from './device';
import { anyFault, FaultyStorage, type Fault } from './faulty-storage';
import { answersIn, inJournal, Ledger, settled } from './ledger';

vi.setConfig({ testTimeout: patience(600_000) });

const MOODS: readonly WorkerMood[] = ['alive', 'alive', 'slow', 'hangs', 'dies', 'missing', 'refused'];
afterEach(mendAll);

const fault: fc.Arbitrary<Fault> = fc.record(anyFault);
const step = fc.record({
	tab: fc.integer({ min: 0, max: 1 }),
	item: fc.integer({ min: 0, max: 1 }),
	answer: fc.constantFrom<Answer>(1, 2, 3, 4, 5),
	mood: fc.option(fc.constantFrom(...MOODS), { freq: 2 }),
	faults: fc.array(fault, { maxLength: 2 }),
	/** Whether the tab is loaded anew before this answer. */
	anew: fc.boolean(),
	/** Whether it does not wait for the answer before. */
	together: fc.boolean()
});

describe('whatever fails, and however often', () => {
	test('an acknowledged answer is there after a fresh start, nothing sound is deleted, and the stated number of copies is true', async () => {
		const tally = { faults: 0, acknowledged: 0, inTwoPlaces: 0, refused: 0 };
		await fc.assert(
			fc
				.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
					hurry();
					const device = new Device();
					const storage = new FaultyStorage();
					const ledger = new Ledger();
					const inTwoPlaces = new Ledger();
					const tabs = [await begin(), await openTab()];
					/** Those that were left too: what they still have to do must not come over the next member. */
					const all = [...tabs];
					let before: Promise<unknown> = Promise.resolve();
					for (const { tab: index, item, answer, mood, faults, anew, together } of steps) {
						if (!together) await before;
						if (anew) {
							await before;
							await tabs[index]?.closeDatabase();
							const opened = await openTab();
							tabs[index] = opened;
							all.push(opened);
						}
						const tab = tabs[index];
						if (!tab) throw new Error('no tab');
						if (mood) device.mood = mood;
						storage.arm(...faults);
						const itemId = `stelling-${index}-${item}`;
						for (const one of [ledger, inTwoPlaces]) one.attempt(itemId, answer);
						const saving = tab
							.saveJointAnswer({ measurementId: MEASUREMENT, groupId: 'gemeente', itemId }, answer)
							.then(
								() => {
									tally.acknowledged += 1;
									ledger.acknowledge(itemId, answer);
									if (tab.copiesKept() === 1) return;
									tally.inTwoPlaces += 1;
									inTwoPlaces.acknowledge(itemId, answer);
								},
								(cause: unknown) => {
									tally.refused += 1;
									expect(cause).toMatchObject({ name: 'StorageError' });
								}
							);
						before = Promise.all([before, saving]);
					}
					await before;
					tally.faults += storage.happened;
					storage.arm();
					expect(inTwoPlaces.lost(inJournal(await device.journal()))).toEqual([]);
					expect(storage.deleted).not.toContain(NAME);

					// The database is sound: what was acknowledged is there, with the worker as it is.
					for (const tab of tabs) await tab.closeDatabase();
					const fresh = await openTab();
					all.push(fresh);
					expect(ledger.lost(await answersIn(fresh))).toEqual([]);

					// It ends: by itself everything is in two places again.
					device.mood = 'alive';
					for (const tab of all) {
						await answersIn(tab);
						await settled(tab);
					}
					await vi.waitFor(() => expect(fresh.copiesKept()).toBe(2));
					expect(ledger.lost(inJournal(await device.journal()))).toEqual([]);
					for (const tab of all) await tab.closeDatabase();
					expect(storage.deleted).not.toContain(NAME);
				})
				.afterEach(mendAll),
			{ numRuns: runs(12) }
		);
		if (isLong) process.stdout.write(`${JSON.stringify(tally)}\n`);
	});
});
