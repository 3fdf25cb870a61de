import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JournalKeeper } from '$lib/storage/journal/keeper';
import type { JournalContent } from '$lib/storage/journal/journal-file';
import type { JournalChange, JournalEntry } from '$lib/storage/journal/lines';
import type { DatabaseState, ReadDatabase } from '$lib/storage/journal/read-database';
import { runs } from '../../../property-runs';
import { Crash, Disk } from './memory-file';

/** A database of one store, of which each write is a transaction. */
class Notebook implements ReadDatabase {
	readonly records = new Map<string, string>();
	sequence = 0;
	constructor(
		readonly epoch: string,
		readonly schema = 6
	) {}

	put(id: string, text: string): JournalEntry {
		this.records.set(id, text);
		return { sequence: (this.sequence += 1), changes: [['put', 'notes', { id, text }]] };
	}

	delete(id: string): JournalEntry {
		this.records.delete(id);
		return { sequence: (this.sequence += 1), changes: [['delete', 'notes', id]] };
	}

	state(): Promise<DatabaseState | null> {
		const { epoch, sequence, schema } = this;
		return Promise.resolve(
			sequence === 0 ? null : { epoch, sequence, schema, compared: sequence, piles: 0, pilesCompared: 0 }
		);
	}

	copy(onRecords: (changes: JournalChange[]) => void): Promise<DatabaseState | null> {
		for (const [id, text] of this.records) onRecords([['put', 'notes', { id, text }]]);
		return this.state();
	}

	readPiles(): Promise<void> {
		return Promise.resolve();
	}
}

const keeperOf = (disk: Disk, notebook: ReadDatabase) => new JournalKeeper(disk, notebook);

const append = (keeper: JournalKeeper, epoch: string, entry: JournalEntry): Promise<boolean> =>
	keeper.append({ epoch, entry, copies: false });

/** What a database would hold after everything in the journal. */
function replay(content: JournalContent | null): Record<string, string> {
	const records = new Map<string, string>();
	for (const [method, , subject] of [
		...(content?.copy ?? []),
		...(content?.log ?? []).flatMap(({ changes }) => changes)
	]) {
		const record = subject as { id: string; text: string };
		if (method === 'put') records.set(record.id, record.text);
		else records.delete(subject as string);
	}
	return Object.fromEntries(records);
}

describe('a journal', () => {
	test('holds what was written, also of a database that was there before', async () => {
		const notebook = new Notebook('e1');
		notebook.put('a', 'before');
		const keeper = keeperOf(new Disk(), notebook);

		expect(await append(keeper, 'e1', notebook.put('b', 'first'))).toBe(true);
		expect(await append(keeper, 'e1', notebook.put('b', 'second'))).toBe(true);

		expect(replay(await keeper.read())).toEqual({ a: 'before', b: 'second' });
	});

	test('forgets for good what was deleted, once it is written anew', async () => {
		const notebook = new Notebook('e1');
		const disk = new Disk();
		const keeper = keeperOf(disk, notebook);
		await append(keeper, 'e1', notebook.put('a', 'a secret'));
		await append(keeper, 'e1', notebook.put('b', 'stays'));
		await append(keeper, 'e1', notebook.delete('a'));

		await keeper.rewrite();

		const text = [disk.bytes(0), disk.bytes(1)].map((bytes) => new TextDecoder().decode(bytes)).join('');
		expect(text).toContain('stays');
		expect(text).not.toContain('a secret');
	});

	test('is written anew when the log grows longer than the copy: the files take turns', async () => {
		const notebook = new Notebook('e1');
		const disk = new Disk();
		const keeper = keeperOf(disk, notebook);
		const used = new Set<number>();
		for (let round = 0; round < 12; round += 1) {
			await append(keeper, 'e1', notebook.put('a', `${round} `.repeat(40_000)));
			used.add(disk.bytes(0).length > 0 ? 0 : 1);
		}
		expect([...used].sort()).toEqual([0, 1]);
		expect(Math.max(disk.bytes(0).length, disk.bytes(1).length)).toBeLessThan(600_000);
		expect(replay(await keeper.read())).toEqual(Object.fromEntries(notebook.records));
	});

	test('takes no notice of the order in which tabs hand in what they wrote', async () => {
		const notebook = new Notebook('e1');
		const keeper = keeperOf(new Disk(), notebook);
		await append(keeper, 'e1', notebook.put('a', 'one'));
		const second = notebook.put('a', 'two');
		const third = notebook.put('a', 'three');

		await append(keeper, 'e1', third);
		await append(keeper, 'e1', second);

		expect(replay(await keeper.read())).toEqual({ a: 'three' });
		expect(await keeper.check()).toEqual({ kind: 'same' });
	});
});

describe('compared with the database', () => {
	test('a journal that missed something is brought up to date', async () => {
		const notebook = new Notebook('e1');
		const keeper = keeperOf(new Disk(), notebook);
		await append(keeper, 'e1', notebook.put('a', 'one'));
		notebook.put('b', 'missed');
		await append(keeper, 'e1', notebook.put('c', 'three'));

		expect(await keeper.check()).toEqual({ kind: 'same' });

		expect(replay(await keeper.read())).toEqual({ a: 'one', b: 'missed', c: 'three' });
	});

	test('a database that lost its last transactions hears what they wrote', async () => {
		const notebook = new Notebook('e1');
		const keeper = keeperOf(new Disk(), notebook);
		await append(keeper, 'e1', notebook.put('a', 'one'));
		await append(keeper, 'e1', notebook.put('b', 'two'));
		notebook.records.delete('b');
		notebook.sequence = 1;

		expect(await keeper.check()).toEqual({
			kind: 'behind',
			changes: [['put', 'notes', { id: 'b', text: 'two' }]],
			last: 2,
			lastPiles: 0,
			seen: { epoch: 'e1', sequence: 1, schema: 6, compared: 1, piles: 0, pilesCompared: 0 }
		});
		expect(await keeper.rewrite()).toBe(false);
	});

	test('an empty database, and another one, never take the place of a good journal', async () => {
		const disk = new Disk();
		const first = new Notebook('e1');
		await append(keeperOf(disk, first), 'e1', first.put('a', 'precious'));

		const empty = keeperOf(disk, new Notebook('e2'));
		expect(await empty.check()).toMatchObject({ kind: 'other' });
		expect(await empty.rewrite()).toBe(false);
		const other = new Notebook('e2');
		const keeper = keeperOf(disk, other);
		expect(await append(keeper, 'e2', other.put('b', 'new'))).toBe(false);

		expect(replay(await keeper.read())).toEqual({ a: 'precious' });
	});
});

const steps = fc.array(
	fc.record({
		id: fc.constantFrom('a', 'b', 'c', 'd'),
		text: fc.string({ unit: 'grapheme', maxLength: 30 }),
		remove: fc.nat(9)
	}),
	{ minLength: 1, maxLength: 20 }
);

describe('after a crash at any moment', () => {
	test('everything that was acknowledged is in the journal, and at most the one that was being written more', async () => {
		await fc.assert(
			fc.asyncProperty(steps, fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), async (all, crashAt, torn) => {
				const disk = new Disk();
				const notebook = new Notebook('e1');
				const keeper = keeperOf(disk, notebook);
				disk.writesLeft = crashAt;
				disk.torn = torn;
				let acknowledged: Record<string, string> = {};
				try {
					for (const { id, text, remove } of all) {
						const entry = remove === 0 ? notebook.delete(id) : notebook.put(id, text);
						await append(keeper, 'e1', entry);
						if (remove === 0) await keeper.rewrite();
						acknowledged = Object.fromEntries(notebook.records);
					}
				} catch (cause) {
					if (!(cause instanceof Crash)) throw cause;
				}
				disk.writesLeft = Infinity;
				const found = replay(await keeper.read());
				expect([acknowledged, Object.fromEntries(notebook.records)]).toContainEqual(found);

				// And it goes on after the crash, as if nothing had been.
				await keeper.check();
				await append(keeper, 'e1', notebook.put('e', 'after'));
				expect(replay(await keeper.read())).toEqual(Object.fromEntries(notebook.records));
			}),
			{ numRuns: runs(300) }
		);
	});

	test('a damaged byte anywhere costs at most what stood on its line', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
				const disk = new Disk();
				const notebook = new Notebook('e1');
				const keeper = keeperOf(disk, notebook);
				for (let index = 0; index < 10; index += 1)
					await append(keeper, 'e1', notebook.put(`n${index}`, `text ${index}`));
				const used = disk.bytes(0).length > 0 ? disk.bytes(0) : disk.bytes(1);
				// The header is written once and whole: damage there makes the journal unknown, and it is made anew.
				const place = 512 + (at % (used.length - 512));
				used[place] = (used[place] ?? 0) ^ flip;

				const found = replay(await keeper.read());
				for (const [id, text] of Object.entries(found)) expect(notebook.records.get(id)).toBe(text);
				expect(Object.keys(found).length).toBeGreaterThanOrEqual(8);
				await keeper.check();
				expect(replay(await keeper.read())).toEqual(Object.fromEntries(notebook.records));
			}),
			{ numRuns: runs(200) }
		);
	});
});
