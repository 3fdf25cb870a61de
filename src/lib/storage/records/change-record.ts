import { mustBeThere } from '$lib/storage/storage-error';

/** The part of a store that changing one record uses. */
interface Records<Key, Value> {
	get(key: Key): Promise<Value | undefined>;
	put(value: Value): Promise<unknown>;
}

/**
 * Changes a record as it is now in the database, not as some page remembers it: so two tabs lose nothing of each other.
 * Within a transaction.
 * @param none what there is while nothing was stored; without it, something must be
 * @returns the record as it became
 * @throws StorageError when it must be there and is not, and whatever the change throws on purpose
 */
export async function changeRecord<Key, Value>(
	store: Records<Key, Value>,
	key: Key,
	change: (value: Value) => Value,
	none?: Value
): Promise<Value> {
	const stored = await store.get(key);
	const changed = change(none === undefined ? mustBeThere(stored) : (stored ?? none));
	await store.put(changed);
	return changed;
}
