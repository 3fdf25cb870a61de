import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folderOf, isOwnKey, suffixFor } from '$lib/storage/place';
import { runs } from '../../property-runs';

const folders = ['/', '/meter/', '/tools/meter/', '/meedoen/', '/_app/', '/a b/'];

test('the folder of an installation is known from any script of it, and from the page with its script in itself', () => {
	for (const folder of folders) {
		for (const path of [
			'_app/immutable/chunks/x.js',
			'_app/immutable/workers/journal-x.js',
			'meedoen/',
			'meedoen/index.html'
		]) {
			expect(folderOf(`https://www.gemeente.be${encodeURI(folder)}${path}#abc`)).toBe(encodeURI(folder));
		}
	}
	expect(folderOf('file:///src/lib/storage/place.ts')).toBe('/');
});

/** What an installation in each folder does with the storage of the host: opens, stores, wipes, in any order. */
const steps = fc.array(
	fc.record({ folder: fc.constantFrom(...folders), does: fc.constantFrom('opens', 'stores', 'stores', 'wipes') }),
	{ minLength: 1, maxLength: 30 }
);

test('whatever the installations on a host do after each other, each finds what it stored, and wipes nothing of another', () => {
	fc.assert(
		fc.property(steps, (some) => {
			const keys = new Map<string, string>();
			const storage = { getItem: (key: string) => keys.get(key) ?? null };
			/** By folder, under which name it stored. */
			const stored = new Map<string, string>();
			for (const { folder, does } of some) {
				const suffix = suffixFor(folder, storage);
				const before = stored.get(folder);
				if (before !== undefined) expect(suffix).toBe(before);
				for (const [other, name] of stored) expect(other === folder || name !== suffix).toBe(true);
				if (does === 'stores') {
					if (suffix === '' && !keys.has('samenwerkingsmeter-plaats')) keys.set('samenwerkingsmeter-plaats', folder);
					keys.set(`samenwerkingsmeter${suffix} gebruikt`, 'ja');
					stored.set(folder, suffix);
				}
				if (does === 'wipes') {
					for (const key of [...keys.keys()]) if (isOwnKey(key, suffix)) keys.delete(key);
					if (suffix === '') keys.delete('samenwerkingsmeter-plaats');
					stored.delete(folder);
				}
				for (const [other, name] of stored) expect(keys.has(`samenwerkingsmeter${name} gebruikt`), other).toBe(true);
			}
		}),
		{ numRuns: runs(300) }
	);
});

test('an only one goes on under the names that it always had', () => {
	for (const folder of folders) expect(suffixFor(folder, { getItem: () => null })).toBe('');
	expect(suffixFor('/', undefined)).toBe('');
});
