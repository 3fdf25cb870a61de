import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { EmbeddedStore } from '../../../../hosting/letterbox/store/embedded.mjs';
import { MemoryStore } from './memory-store';
import { holdToContract } from './store-contract';

const place = mkdtempSync(join(tmpdir(), 'store-'));
let folders = 0;
const newFolder = () => join(place, `${(folders += 1)}`);
afterAll(() => rmSync(place, { recursive: true }));

holdToContract(
	'the embedded store',
	async (most) => new EmbeddedStore({ folder: newFolder(), ...(most ? { most } : {}) })
);
holdToContract('a store in memory', async (most) => new MemoryStore(most));

test('what the embedded store answered is there after it was opened anew, and revisions go on', async () => {
	const folder = newFolder();
	const before = new EmbeddedStore({ folder });
	await before.put('a', new Uint8Array([1]));
	const last = await before.put('gone', new Uint8Array([2]));
	await before.remove('gone');
	const usage = before.usage();
	await before.close();

	const after = new EmbeddedStore({ folder });
	expect([...((await after.get('a'))?.value ?? [])]).toEqual([1]);
	expect(after.usage()).toEqual(usage);
	expect(await after.put('b', new Uint8Array([3]))).toBeGreaterThan(last ?? 0);
	await after.close();
});

test('what was asked just before the embedded store closes is answered', async () => {
	const store = new EmbeddedStore({ folder: newFolder() });
	const put = store.put('a', new Uint8Array([1]));
	await store.close();
	expect(await put).toBe(1);
});
