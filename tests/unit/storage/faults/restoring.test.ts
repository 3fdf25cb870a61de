import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '$lib/domain/measurement/measurement';
import { hurry } from '../../../builders/fast-clock';
import { isLong, patience, runs } from '../../../property-runs';
import { begin, MEASUREMENT } from './beginning';
import { Device, mendAll, NAME, openTab, type Tab, type WorkerMood } from './device';
import { Ending } from './ended';
import { anyFault, FaultyStorage, type Fault, type Watcher } from './faulty-storage';
import { lookInto, throwAway } from './inside';
import { answersIn, inJournal, Ledger, settled } from './ledger';

vi.setConfig({ testTimeout: patience(600_000) });

const BESIDE = 'samenwerkingsmeter hersteld';
const ITEMS = ['a', 'b', 'c'];

afterEach(mendAll);

const fault: fc.Arbitrary<Fault> = fc.record({
	...anyFault,
	after: fc.integer({ min: 0, max: 24 })
});
const visit = fc.record({
	mood: fc.constantFrom<WorkerMood>('alive', 'alive', 'alive', 'slow', 'dies', 'missing'),
	faults: fc.array(fault, { maxLength: 3 }),
	/** After so many questions to storage the tab is killed, unless it was ready before that. */
	killedAfter: fc.option(fc.integer({ min: 1, max: 110 })),
	answer: fc.constantFrom<Answer | null>(1, 2, 3, 4, 5, null)
});
const member = fc.record({
	state: fc.constantFrom('broken', 'broken', 'broken while the journal is behind', 'gone'),
	given: fc.array(fc.tuple(fc.constantFrom(...ITEMS), fc.constantFrom<Answer>(1, 2, 3, 4, 5)), {
		minLength: 1,
		maxLength: 3
	}),
	visits: fc.array(visit, { minLength: 1, maxLength: 3 })
});
type Member = typeof member extends fc.Arbitrary<infer One> ? One : never;
type Visit = Member['visits'][number];

const tally = { members: 0, visits: 0, kills: 0, faults: 0, acknowledged: 0, replaced: 0, opened: 0, refused: 0 };

/** One device, from before its database was lost to after all of it is back. */
class History {
	device = new Device();
	readonly storage = new FaultyStorage();
	readonly ledger = new Ledger();
	readonly #wrong: string[] = [];
	#besideWasRead = false;
	/** Of the one that is broken off nothing counts. */
	readonly #watcher: Pick<Watcher, 'asked' | 'deleting'> = {
		asked: (name, read) => void (this.#besideWasRead ||= read && name === BESIDE),
		deleting: (name) => this.#judgeDeletion(name)
	};

	/** A database with answers, which is then broken, or gone. */
	async begin({ state, given }: Member): Promise<void> {
		const tab = await begin();
		for (const [item, answer] of given) await this.answer(tab, item, answer);
		await vi.waitFor(() => expect(tab.copiesKept()).toBe(2));
		if (state === 'broken while the journal is behind') {
			this.device.mood = 'missing';
			await this.answer(tab, 'a', 5);
			await this.answer(tab, 'd', 4);
			const now = new Ending(Infinity, this.device, this.storage, this.#watcher);
			now.end();
			await this.#leave(tab, now);
		} else await tab.closeDatabase();
		if (state === 'gone') throwAway(NAME);
		else this.storage.broken.add(NAME);
	}

	/** Opens the app while storage does as told. */
	async visit({ mood, faults, killedAfter, answer }: Visit): Promise<void> {
		tally.visits += 1;
		const ending = new Ending(killedAfter ?? Infinity, this.device, this.storage, this.#watcher);
		this.storage.watcher = ending;
		this.device.mood = mood;
		const before = this.storage.happened;
		this.storage.arm(...faults);
		const tab = await openTab();
		const seen = await answersIn(tab).catch((cause: unknown) => this.#judgeCause(cause, faults, ending));
		if (seen) tally.opened += 1;
		if (seen && answer !== null && !ending.hasEnded) await this.answer(tab, 'a', answer, ending).catch(() => undefined);
		tally.faults += this.storage.happened - before;
		if (ending.hasEnded) tally.kills += 1;
		ending.end();
		await this.#leave(tab, ending);
	}

	/** Every fault has passed; where the journal cannot replace it, the database opens again as well. */
	async end(state: Member['state']): Promise<void> {
		this.device.mood = 'alive';
		this.storage.watcher = { ...this.#watcher, writing: () => undefined };
		if (state === 'broken while the journal is behind') this.storage.broken.delete(NAME);
		const tab = await openTab();
		await vi.waitFor(async () => expect(this.ledger.lost(await answersIn(tab))).toEqual([]), 5000);
		await vi.waitFor(() => expect(tab.copiesKept()).toBe(2));
		expect(this.ledger.lost(inJournal(await this.device.journal()))).toEqual([]);
		await vi.waitFor(async () => expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(BESIDE));
		await tab.closeDatabase();
		expect(this.#wrong).toEqual([]);
	}

	async answer(tab: Tab, itemId: string, answer: Answer, ending?: Ending): Promise<void> {
		this.ledger.attempt(itemId, answer);
		await tab.saveJointAnswer({ measurementId: MEASUREMENT, groupId: 'gemeente', itemId }, answer);
		// Nobody saw it any more.
		if (ending?.hasEnded) return;
		tally.acknowledged += 1;
		this.ledger.acknowledge(itemId, answer);
	}

	/** What the tab still does happens in the browser that is left behind, where nothing fails any more. */
	async #leave(tab: Tab, ending: Ending): Promise<void> {
		this.storage.arm();
		this.storage.broken.clear();
		this.device.mood = 'alive';
		await vi.waitFor(() => answersIn(tab));
		await settled(tab);
		await tab.closeDatabase();
		this.device = await ending.startAgain();
	}

	#judgeDeletion(name: string): void {
		if (name === BESIDE) this.#besideWasRead = false;
		if (name !== NAME) return;
		tally.replaced += 1;
		if (!this.storage.broken.has(NAME)) this.#wrong.push('a sound database was deleted');
		if (!this.#besideWasRead) this.#wrong.push('the broken database was deleted before the restored one was read');
		const there = Object.fromEntries(
			(lookInto(BESIDE, 'answers') as { itemId: string; answer: Answer }[]).map(({ itemId, answer }) => [
				itemId,
				answer
			])
		);
		this.#wrong.push(...this.ledger.lost(there));
	}

	/** @returns nothing to see */
	#judgeCause(cause: unknown, faults: readonly Fault[], { hasEnded }: Ending): undefined {
		if (hasEnded) return;
		tally.refused += 1;
		expect(cause).toMatchObject({ name: 'StorageError' });
		const { problem } = cause as { problem: string };
		const isNamed = (...names: string[]) => faults.some(({ name }) => names.includes(name));
		const truths: Record<string, boolean> = {
			unreadable: this.storage.broken.has(NAME),
			unreachable: true,
			full: isNamed('QuotaExceededError'),
			unavailable: isNamed('SecurityError'),
			newer: isNamed('VersionError'),
			failed: isNamed('DataError')
		};
		if (!truths[problem]) this.#wrong.push(`said ${problem}, which it was not`);
	}
}

describe('while the database is made again from the journal', () => {
	test('whatever fails, and whenever the tab is killed: nothing acknowledged is lost, nothing sound is deleted, the broken one stays until the new one was read, and the cause is true', async () => {
		await fc.assert(
			fc
				.asyncProperty(member, async (one) => {
					hurry(80);
					tally.members += 1;
					const history = new History();
					await history.begin(one);
					for (const each of one.visits) await history.visit(each);
					await history.end(one.state);
				})
				.afterEach(mendAll),
			{ numRuns: runs(6) }
		);
		if (isLong) process.stdout.write(`${JSON.stringify(tally)}\n`);
	});
});
