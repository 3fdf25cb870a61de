import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StoreFull, type Store } from '../../../../hosting/letterbox/store/store.mjs';

/**
 * Holds a store to what store.mjs promises.
 * @param open a new, empty store; `most`: the bytes it may keep, about
 */
export function holdToContract(name: string, open: (most?: number) => Promise<Store>): void {
	describe(name, () => {
		let store: Store;
		beforeEach(async () => {
			store = await open();
		});
		afterEach(() => store.close());

		const bytes = (text: string) => new TextEncoder().encode(text);
		const read = async (key: string) => {
			const entry = await store.get(key);
			return entry && new TextDecoder().decode(entry.value);
		};
		const keys = async (prefix: string, after?: number) => (await store.list(prefix, after)).map(({ key }) => key);

		test('gives back what was put, and nothing for what was not', async () => {
			const revision = await store.put('a.b', bytes('x'));
			expect(await read('a.b')).toBe('x');
			expect((await store.get('a.b'))?.revision).toBe(revision);
			expect(await store.get('a.c')).toBeUndefined();
		});

		test('gives each write a higher revision than any before, of whatever key', async () => {
			const first = await store.put('a', bytes('1'));
			const second = await store.put('b', bytes('2'));
			await store.remove('b');
			const third = await store.put('b', bytes('3'));
			const fourth = await store.put('a', bytes('4'));
			const given = [first, second, third, fourth];
			expect(given).toEqual([...new Set(given)].sort((one, other) => Number(one) - Number(other)));
		});

		test('writes only over the revision that is expected', async () => {
			expect(await store.put('a', bytes('1'), 7)).toBeUndefined();
			const first = await store.put('a', bytes('1'), 0);
			expect(await store.put('a', bytes('2'), 0)).toBeUndefined();
			expect(await read('a')).toBe('1');
			expect(await store.put('a', bytes('2'), first)).toBeGreaterThan(first ?? 0);
			expect(await store.put('a', bytes('3'), first)).toBeUndefined();
			expect(await read('a')).toBe('2');
		});

		test('of many who write at once over one revision, exactly one succeeds', async () => {
			const first = await store.put('a', bytes('0'));
			const given = await Promise.all(Array.from({ length: 20 }, (_, n) => store.put('a', bytes(`${n}`), first)));
			expect(given.filter((revision) => revision !== undefined)).toHaveLength(1);
			expect(await read('a')).toBe(`${given.findIndex((revision) => revision !== undefined)}`);
		});

		test('removes only the revision that is expected', async () => {
			expect(await store.remove('a')).toBe(false);
			const first = await store.put('a', bytes('1'));
			const second = await store.put('a', bytes('2'));
			expect(await store.remove('a', first)).toBe(false);
			expect(await read('a')).toBe('2');
			expect(await store.remove('a', second)).toBe(true);
			expect(await store.get('a')).toBeUndefined();
			expect(await store.put('a', bytes('3'), 0)).toBeDefined();
		});

		test('lists what is below a prefix, in order of revision, after a number', async () => {
			for (const key of ['s.r1.b', 's.r1.a', 's.r10.a', 's.r2.-_', 't.r1.a']) await store.put(key, bytes('1'));
			const again = await store.put('s.r1.b', bytes('2'));
			expect(await keys('s.r1.')).toEqual(['s.r1.a', 's.r1.b']);
			expect(await keys('s.')).toEqual(['s.r1.a', 's.r10.a', 's.r2.-_', 's.r1.b']);
			expect(await keys('s.', (again ?? 0) - 1)).toEqual(['s.r1.b']);
			expect(await keys('s.', again)).toEqual([]);
			expect(await keys('u.')).toEqual([]);
		});

		test('who has listed up to a number finds nothing new at or below it', async () => {
			const writing = Array.from({ length: 50 }, (_, n) => store.put(`s.${n}`, bytes('1')));
			const seen = new Map<string, number>();
			for (let last = 0; seen.size < writing.length;) {
				const listed = await store.list('s.');
				for (const { key, revision } of listed) if (!seen.has(key)) expect(revision).toBeGreaterThan(last);
				for (const { key, revision } of listed) seen.set(key, revision);
				last = Math.max(last, ...seen.values());
				await new Promise((resolve) => setImmediate(resolve));
			}
			await Promise.all(writing);
		});

		test('tells who watches a key or a prefix, until they stop', async () => {
			const told: string[] = [];
			const stops = ['s.r1.', 'r.r1', 's.r1'].map((name) => store.watch(name, () => told.push(name)));
			await store.put('s.r1.a', bytes('1'));
			await store.put('s.r10.a', bytes('1'));
			await store.put('r.r1', bytes('1'));
			await store.remove('r.r1');
			await vi.waitFor(() => expect(new Set(told)).toEqual(new Set(['s.r1.', 'r.r1'])));
			stops.forEach((stop) => stop());
			const before = told.length;
			await store.put('s.r1.a', bytes('2'));
			expect(told).toHaveLength(before);
		});

		test('counts what it keeps', async () => {
			const before = store.usage();
			await store.put('a', bytes('12345678'));
			await store.put('a', bytes('1234'));
			await vi.waitFor(() => expect(store.usage().entries).toBe(before.entries + 1));
			await store.remove('a');
			await vi.waitFor(() => expect(store.usage()).toEqual(before));
		});

		test('refuses what does not fit and leaves what was there; a removal makes room', async () => {
			const small = await open(2000);
			const big = new Uint8Array(1500);
			await small.put('a', big);
			await expect(small.put('b', big)).rejects.toThrow(StoreFull);
			expect(await small.get('b')).toBeUndefined();
			expect((await small.get('a'))?.value).toHaveLength(1500);
			expect(await small.remove('a')).toBe(true);
			expect(await small.put('b', big)).toBeDefined();
			await small.close();
		});
	});
}
