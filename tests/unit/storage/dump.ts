import type { PartnershipBundle } from '$lib/domain/bundle';
import { database } from '$lib/storage/database';
import { readPartnerships } from '$lib/storage/everything';

/** Everything in the database: the records of each store in key order. Summaries and what it says of itself are no data. */
export async function dumpDatabase(): Promise<Record<string, unknown[]>> {
	const open = await database();
	const names = [...open.objectStoreNames].filter((name) => name !== 'summaries' && name !== 'meta');
	const stores = await Promise.all(names.map(async (name) => [name, await open.getAll(name)]));
	return Object.fromEntries(stores);
}

/** Everything that a file with everything holds, by id. */
export async function allBundles(): Promise<PartnershipBundle[]> {
	let bundles: PartnershipBundle[] = [];
	await readPartnerships(
		{ kind: 'all' },
		{ onstart: () => (bundles = []), onbundle: (bundle) => bundles.push(bundle) }
	);
	return bundles;
}
