import { database } from '$lib/storage/database';

/** Everything in the database: the records of each store in key order. Summaries and what it says of itself are no data. */
export async function dumpDatabase(): Promise<Record<string, unknown[]>> {
	const open = await database();
	const names = [...open.objectStoreNames].filter((name) => name !== 'summaries' && name !== 'meta');
	const stores = await Promise.all(names.map(async (name) => [name, await open.getAll(name)]));
	return Object.fromEntries(stores);
}
