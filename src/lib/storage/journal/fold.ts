import type { KeyPath } from '$lib/storage/key-paths';
import type { JournalContent, JournalHeader } from './journal-file';
import type { JournalChange, JournalEntry } from './lines';

/** Everything that was written, in the order in which it was. */
export function changesOf({ copy, log }: JournalContent): JournalChange[] {
	return [...copy, ...log.flatMap(({ changes }) => changes)];
}

/**
 * What a database holds after everything in the journal: of each store the records by key.
 * @param pathOf as the database at hand has it; undefined for a store to leave out
 */
export function foldContent(
	content: JournalContent,
	pathOf: (store: string) => KeyPath | undefined
): Map<string, Map<string, unknown>> {
	const stores = new Map<string, Map<string, unknown>>();
	for (const [method, store, subject] of changesOf(content)) {
		const keyPath = pathOf(store);
		if (keyPath === undefined) continue;
		const records = stores.get(store) ?? new Map<string, unknown>();
		stores.set(store, records);
		if (method === 'clear') records.clear();
		else if (method === 'put') records.set(keyText(keyOf(keyPath, subject)), subject);
		else records.delete(keyText(subject));
	}
	return stores;
}

export function keyOf(path: KeyPath, record: unknown): unknown {
	const field = (name: string): unknown => Reflect.get(record as object, name);
	return typeof path === 'string' ? field(path) : path.map(field);
}

/** A key as text, to find it by. */
export function keyText(key: unknown): string {
	return JSON.stringify(key);
}

/** One text for one record. @param key as `keyText` gives it */
export function recordName(store: string, key: string): string {
	return `${store} ${key}`;
}

/** The number of the last transaction in it, those in piles apart. */
export function lastSequence({ header, log }: { header: JournalHeader; log: readonly JournalEntry[] }): number {
	return log.at(-1)?.sequence ?? header.sequence;
}

/** Whether nothing is in it to bring back. */
export function isEmpty({ copy, log }: JournalContent): boolean {
	return copy.length === 0 && log.every(({ changes }) => changes.every(([method]) => method !== 'put'));
}
