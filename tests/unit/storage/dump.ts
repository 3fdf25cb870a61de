import { database } from '$lib/storage/database';

/** Everything in the database: the records of each store in key order. Summaries are no data: they are made again. */
export async function dumpDatabase(): Promise<Record<string, unknown[]>> {
	const open = await database();
	const names = [...open.objectStoreNames].filter((name) => name !== 'summaries');
	const stores = await Promise.all(names.map(async (name) => [name, await open.getAll(name)]));
	return Object.fromEntries(stores);
}
