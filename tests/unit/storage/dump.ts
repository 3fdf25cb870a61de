import { database } from '$lib/storage/database';

/** Everything in the database: the records of each store in key order. */
export async function dumpDatabase(): Promise<Record<string, unknown[]>> {
	const open = await database();
	const stores = await Promise.all([...open.objectStoreNames].map(async (name) => [name, await open.getAll(name)]));
	return Object.fromEntries(stores);
}
