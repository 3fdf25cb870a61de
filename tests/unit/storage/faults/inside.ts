/** The parts of fake-indexeddb that no browser shows. */
interface Inside {
	_databases: Map<string, Raw>;
}
export interface Raw {
	name: string;
	version: number;
	rawObjectStores: Map<string, RawStore>;
}
export interface RawStore {
	keyPath: string | string[] | null;
	autoIncrement: boolean;
	rawIndexes: Map<string, { keyPath: string | string[]; unique: boolean; multiEntry: boolean }>;
	records: { values(): Iterable<{ key: IDBValidKey; value: unknown }> };
}

export function raw(): Map<string, Raw> {
	return (indexedDB as unknown as Inside)._databases;
}

/** What is in a store of a database now, without asking for it. */
export function lookInto(name: string, store: string): unknown[] {
	const records = raw().get(name)?.rawObjectStores.get(store)?.records.values() ?? [];
	return [...records].map(({ value }) => value);
}

/** As when the browser, or somebody, throws it away. */
export function throwAway(name: string): void {
	raw().delete(name);
}
