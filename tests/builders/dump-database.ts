import type { PartnershipBundle } from '$lib/domain/intake/bundle';
import { database } from '$lib/storage/connection/database';
import { readPartnerships } from '$lib/storage/bundles/read-everything';

/**
 * Everything in the database: the records of each store in key order. Summaries, what it says of itself, the name of
 * this device and what it remembers of who shows a measurement are no data: they stay when everything else is put back.
 */
export async function dumpDatabase(): Promise<Record<string, unknown[]>> {
	const open = await database();
	const names = [...open.objectStoreNames].filter((name) => !['summaries', 'meta', 'showings'].includes(name));
	const stores = await Promise.all(names.map(async (name) => [name, await open.getAll(name)]));
	const dump = Object.fromEntries(stores) as Record<string, { key?: string }[]>;
	return { ...dump, settings: (dump['settings'] ?? []).filter(({ key }) => !key?.startsWith('device ')) };
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
