import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { database } from '$lib/storage/connection/database';
import { keyPathOf, keyPaths } from '$lib/storage/key-paths';

test('each store of the database has the key path that is written down', async () => {
	const db = await database();
	const tx = db.transaction([...db.objectStoreNames]);

	const made = Object.fromEntries([...db.objectStoreNames].map((name) => [name, tx.objectStore(name).keyPath]));

	expect(made).toEqual(keyPaths);
});

test('a store of a newer version has none here', () => {
	expect(keyPathOf('toString')).toBeUndefined();
});
